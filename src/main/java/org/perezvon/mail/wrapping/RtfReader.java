package org.perezvon.mail.wrapping;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;

/** Goes once through the groups, control words and letters of an RTF text. */
final class RtfReader {

    private static final int DEEPEST = 2000;
    private static final int LONGEST_WORD = 32;

    private static final Set<String> SILENT = Set.of(
            "fonttbl",
            "colortbl",
            "stylesheet",
            "info",
            "pict",
            "header",
            "footer",
            "headerl",
            "headerr",
            "footerl",
            "footerr",
            "listtable",
            "listoverridetable",
            "generator",
            "themedata",
            "xmlnstbl",
            "revtbl",
            "rsidtbl",
            "fldinst",
            "mhtmltag",
            "bkmkstart",
            "bkmkend",
            "objdata",
            "nonshppict",
            "filetbl");

    /** What holds until the group ends. */
    private record Scope(boolean silent, boolean tag, boolean suppressed, int skippedAfterUnicode) {

        Scope silenced() {
            return new Scope(true, tag, suppressed, skippedAfterUnicode);
        }
    }

    private final String rtf;
    private final RtfLetters letters = new RtfLetters();
    private final Deque<Scope> outer = new ArrayDeque<>();
    private Scope scope = new Scope(false, false, false, 1);
    private boolean html;
    private boolean inFonts;
    private int fontsDepth;
    private int at;
    private int toSkip;

    RtfReader(String rtf) {
        this.rtf = rtf;
    }

    RtfText read() {
        while (at < rtf.length() && !letters.areTooMany()) {
            char c = rtf.charAt(at);
            switch (c) {
                case '{' -> open();
                case '}' -> close();
                case '\\' -> control();
                case '\r', '\n', '\0' -> at++;
                default -> {
                    at++;
                    octet(c);
                }
            }
        }
        return new RtfText(letters.text(), html);
    }

    private void open() {
        at++;
        toSkip = 0;
        letters.flush();
        if (outer.size() < DEEPEST) {
            outer.push(scope);
            letters.openGroup();
        }
        if (rtf.startsWith("\\*\\htmltag", at)) {
            scope = new Scope(scope.silent(), true, scope.suppressed(), scope.skippedAfterUnicode());
        } else if (rtf.startsWith("\\*", at)) {
            scope = scope.silenced();
        }
    }

    private void close() {
        at++;
        toSkip = 0;
        letters.flush();
        if (!outer.isEmpty()) {
            scope = outer.pop();
            letters.closeGroup();
        }
        if (inFonts && outer.size() < fontsDepth) {
            inFonts = false;
        }
    }

    private void control() {
        at++;
        if (at >= rtf.length()) {
            return;
        }
        char c = rtf.charAt(at);
        if (c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z') {
            word();
            return;
        }
        at++;
        switch (c) {
            case '\'' -> {
                int code = at + 2 <= rtf.length() ? hex(at) : -1;
                if (code >= 0) {
                    at += 2;
                    octet((char) code);
                }
            }
            case '\\', '{', '}' -> octet(c);
            case '~' -> say("\u00a0");
            case '_' -> say("-");
            case '\r', '\n' -> say("\n");
            default -> {
                // marks without words
            }
        }
    }

    private int hex(int from) {
        int high = Character.digit(rtf.charAt(from), 16);
        int low = Character.digit(rtf.charAt(from + 1), 16);
        return high < 0 || low < 0 ? -1 : high * 16 + low;
    }

    private void word() {
        int start = at;
        while (at < rtf.length() && at - start < LONGEST_WORD && Character.isLetter(rtf.charAt(at))) {
            at++;
        }
        String word = rtf.substring(start, at);
        int sign = at < rtf.length() && rtf.charAt(at) == '-' ? -1 : 1;
        at += sign < 0 ? 1 : 0;
        int digits = at;
        long number = 0;
        while (at < rtf.length() && rtf.charAt(at) >= '0' && rtf.charAt(at) <= '9' && at - digits < 9) {
            number = number * 10 + rtf.charAt(at++) - '0';
        }
        int value = at == digits ? 1 : (int) number * sign;
        boolean off = at > digits && number == 0;
        if (at < rtf.length() && rtf.charAt(at) == ' ') {
            at++;
        }
        meaning(word, value, off);
    }

    private void meaning(String word, int value, boolean off) {
        switch (word) {
            case "fromhtml" -> html = true;
            case "htmlrtf" -> {
                letters.flush();
                scope = new Scope(scope.silent(), scope.tag(), !off, scope.skippedAfterUnicode());
            }
            case "uc" ->
                scope = new Scope(scope.silent(), scope.tag(), scope.suppressed(), Math.min(Math.max(value, 0), 8));
            case "u" -> {
                say(String.valueOf((char) value));
                toSkip = scope.skippedAfterUnicode();
            }
            case "bin" -> at = (int) Math.min(rtf.length(), at + (long) Math.max(0, value));
            case "ansicpg" -> letters.codepage(value);
            case "f" -> letters.font(value);
            case "fcharset" -> {
                if (inFonts) {
                    letters.fontCharset(value);
                }
            }
            case "par", "line", "sect", "page", "row" -> say("\n");
            case "tab", "cell" -> say("\t");
            case "emdash" -> say("—");
            case "endash" -> say("–");
            case "lquote" -> say("‘");
            case "rquote" -> say("’");
            case "ldblquote" -> say("“");
            case "rdblquote" -> say("”");
            case "bullet" -> say("•");
            default -> {
                if (SILENT.contains(word)) {
                    scope = scope.silenced();
                    if (word.equals("fonttbl")) {
                        inFonts = true;
                        fontsDepth = outer.size();
                    }
                }
            }
        }
    }

    private boolean isHeard() {
        return !scope.silent() && (!html || scope.tag() || !scope.suppressed());
    }

    private void octet(char c) {
        if (toSkip > 0) {
            toSkip--;
        } else if (isHeard()) {
            letters.octet(c);
        }
    }

    private void say(String words) {
        if (isHeard()) {
            letters.say(words);
        }
    }
}
