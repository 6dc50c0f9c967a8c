package org.perezvon.directory;

/** By whose rules an agency's terms may run. Which there are, the table of terms says: whoever reads it, answers here. */
public interface Jurisdictions {

    /** @param jurisdiction for example {@code irkutsk} */
    boolean haveTermsFor(String jurisdiction);
}
