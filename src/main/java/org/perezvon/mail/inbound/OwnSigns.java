package org.perezvon.mail.inbound;

/** Lines that begin with ">" and yet are the writer's own: «&gt; 18 лет», or a list marked by it. */
final class OwnSigns {

    private static final int MOST_COMPARED = 3;

    private OwnSigns() {}

    static void in(Sheet sheet) {
        for (int i = 0; i < sheet.size(); i++) {
            if (sheet.is(i, Role.QUOTED)) {
                int end = i;
                while (end < sheet.size() && sheet.is(end, Role.QUOTED)) {
                    end++;
                }
                if (isOwn(sheet, i, end)) {
                    sheet.own(i, end);
                }
                i = end;
            }
        }
    }

    /** «18 лет», «= 5 %»; not the item of a list. */
    private static boolean isNumber(String text) {
        int end = text.charAt(0) == '=' ? 1 : 0;
        while (end < text.length() && (Character.isDigit(text.charAt(end)) || ", ".indexOf(text.charAt(end)) >= 0)) {
            end++;
        }
        return end > 0 && (end == text.length() || Character.isLowerCase(text.charAt(end)) || text.charAt(end) == '%');
    }

    private static boolean isOwn(Sheet sheet, int from, int end) {
        int before = from > 0 && sheet.isBlank(from - 1) ? from - 2 : from - 1;
        if (before < 0 || sheet.isBlank(before)) {
            return false;
        }
        boolean adjacent = before == from - 1;
        String above = sheet.text(before).strip();
        boolean announced = above.endsWith(":") && !QuoteWords.introducesQuotation(above);
        boolean compared = adjacent && end - from <= MOST_COMPARED;
        boolean listed = true;
        for (int i = from; i < end; i++) {
            String text = sheet.text(i).strip();
            if (text.isEmpty() || sheet.line(i).depth() > 1) {
                return false;
            }
            compared &= isNumber(text);
            listed &= Character.isLowerCase(text.charAt(0))
                    || (adjacent && (";,".indexOf(text.charAt(text.length() - 1)) >= 0 || i == end - 1));
        }
        return compared || (announced && listed);
    }
}
