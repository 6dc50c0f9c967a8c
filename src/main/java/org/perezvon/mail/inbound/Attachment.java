package org.perezvon.mail.inbound;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.util.Locale;
import java.util.Set;

/** A file that came with a letter. */
public final class Attachment {

    private static final Set<String> SILENT_TYPES = Set.of(
            "application/pkcs7-signature",
            "application/x-pkcs7-signature",
            "application/pgp-signature",
            "application/pgp-keys",
            "application/pgp-encrypted",
            "application/pkcs7-mime",
            "application/x-pkcs7-mime",
            "text/vcard",
            "text/x-vcard");
    private static final Set<String> SILENT_ENDINGS = Set.of("p7s", "sig", "sgn", "vcf");

    private final String name;
    private final String type;
    private final boolean inline;
    private final byte[] content;

    Attachment(String name, String type, boolean inline, byte[] content) {
        this.name = name;
        this.type = type;
        this.inline = inline;
        this.content = content;
    }

    /** A file name without folders, control characters or tricks of direction; never empty. */
    public String name() {
        return name;
    }

    /** As the sender declares it, lower case: {@code application/pdf}. A claim, not a finding. */
    public String type() {
        return type;
    }

    /** A picture shown within the HTML text, e.g. the logo of a signature. */
    public boolean inline() {
        return inline;
    }

    /** Whether it may hold what somebody wanted to say: not a logo, not an electronic signature, not a visiting card. */
    public boolean tells() {
        String ending = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        return !inline && !SILENT_TYPES.contains(type) && !SILENT_ENDINGS.contains(ending);
    }

    /** In bytes, decoded. */
    public int size() {
        return content.length;
    }

    public InputStream open() {
        return new ByteArrayInputStream(content);
    }

    public byte[] bytes() {
        return content.clone();
    }

    @Override
    public String toString() {
        return name + " (" + type + ", " + content.length + ")";
    }
}
