package org.perezvon.kernel;

/**
 * A cell of a table that a spreadsheet opens. No text is ever a formula to it: what could be one begins with an apostrophe,
 * which is taken off again when the table comes back.
 */
public final class SheetCell {

    private static final String FORMULA_STARTS = "=+-@\t\r";
    private static final String PLAIN = "'";

    private SheetCell() {}

    /** As it is written into the table. */
    public static String written(String text) {
        return couldBeFormula(text) || text.startsWith(PLAIN) ? PLAIN + text : text;
    }

    /** What was meant by a cell that is read; also by one that never came from here. */
    public static String meant(String cell) {
        return cell.startsWith(PLAIN) && (couldBeFormula(cell.substring(1)) || cell.startsWith(PLAIN + PLAIN))
                ? cell.substring(1)
                : cell;
    }

    private static boolean couldBeFormula(String text) {
        return !text.isEmpty() && FORMULA_STARTS.indexOf(text.charAt(0)) >= 0;
    }
}
