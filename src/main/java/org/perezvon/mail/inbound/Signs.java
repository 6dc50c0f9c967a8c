package org.perezvon.mail.inbound;

/**
 * What in a line looks like what programs write above a quotation.
 *
 * @param date a day with its year, in figures, in whatever order and script
 * @param time an hour with its minutes
 * @param address an address of electronic mail
 * @param bracketed such an address, in brackets, as programs write it
 */
record Signs(boolean date, boolean time, boolean address, boolean bracketed) {

    private static final int LONGEST = 600;

    static Signs of(String text) {
        String line = text.length() > LONGEST ? text.substring(0, LONGEST) : text;
        boolean date = false;
        boolean time = false;
        for (int i = 0; i < line.length(); i++) {
            if (isDigit(line, i)) {
                int end = i;
                while (isDigit(line, end)) {
                    end++;
                }
                date |= isYear(line, i, end) || isDay(line, i, end);
                time |= isHour(line, i, end);
                i = end;
            }
        }
        boolean address = false;
        boolean bracketed = false;
        for (int at = line.indexOf('@'); at >= 0; at = line.indexOf('@', at + 1)) {
            boolean between = at > 0
                    && at + 1 < line.length()
                    && isInAddress(line.charAt(at - 1))
                    && isInAddress(line.charAt(at + 1));
            address |= between;
            bracketed |= between && isBracketed(line, at);
        }
        return new Signs(date, time, address, bracketed);
    }

    /** Cheaply: whether there is any figure. */
    static boolean mayTellDate(String line) {
        for (int i = 0; i < line.length(); i++) {
            if (Character.isDigit(line.charAt(i))) {
                return true;
            }
        }
        return false;
    }

    int count() {
        return (date ? 1 : 0) + (time ? 1 : 0) + (address ? 1 : 0);
    }

    private static boolean isDigit(String line, int i) {
        return i < line.length() && Character.isDigit(line.charAt(i));
    }

    private static int digits(String line, int from) {
        int end = from;
        while (isDigit(line, end)) {
            end++;
        }
        return end - from;
    }

    /** Also those of Buddhists and Persians. */
    private static boolean isYear(String line, int from, int end) {
        if (end - from != 4) {
            return false;
        }
        int year = 0;
        for (int i = from; i < end; i++) {
            year = year * 10 + Character.digit(line.charAt(i), 10);
        }
        return (year >= 1990 && year < 2100) || (year >= 2530 && year < 2650) || (year >= 1390 && year < 1450);
    }

    /** 17.11.26, 11/17/2026. */
    private static boolean isDay(String line, int from, int end) {
        if (end - from > 2 || end >= line.length() || "./-".indexOf(line.charAt(end)) < 0) {
            return false;
        }
        int month = line.startsWith(". ", end) ? end + 2 : end + 1;
        int second = digits(line, month);
        int sign = month + second;
        if (second < 1 || second > 2 || sign >= line.length() || line.charAt(sign) != line.charAt(end)) {
            return false;
        }
        int third = digits(line, line.startsWith(". ", sign) ? sign + 2 : sign + 1);
        return third == 2 || third == 4;
    }

    /** 10:42, 10h42, 10時42分, kl. 10.42. */
    private static boolean isHour(String line, int from, int end) {
        if (end - from > 2 || end >= line.length() || digits(line, end + 1) != 2) {
            return false;
        }
        char sign = line.charAt(end);
        if (sign == '.') {
            String before = line.substring(Math.max(0, from - 5), from).strip();
            return before.endsWith("kl.") || before.endsWith("klo") || before.endsWith("kl") || before.endsWith("ore");
        }
        return "hч:時时시".indexOf(sign) >= 0;
    }

    private static boolean isInAddress(char c) {
        return Character.isLetterOrDigit(c) || "._-+*=".indexOf(c) >= 0;
    }

    private static boolean isBracketed(String line, int at) {
        int from = at;
        while (from > 0 && (isInAddress(line.charAt(from - 1)) || line.charAt(from - 1) == ':')) {
            from--;
        }
        while (from > 0 && Character.isWhitespace(line.charAt(from - 1))) {
            from--;
        }
        return from > 0 && "<([".indexOf(line.charAt(from - 1)) >= 0;
    }
}
