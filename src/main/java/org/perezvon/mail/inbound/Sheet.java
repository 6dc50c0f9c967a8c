package org.perezvon.mail.inbound;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A letter laid out line by line; one reader after the other notes of some lines what they are. */
final class Sheet {

    private final List<Line> lines;
    private final Role[] roles;
    /** The lines as {@link WordList} wants them, as far as they have been asked for. */
    private final @Nullable String[] words;

    private final @Nullable HeadLine[] heads;
    private final boolean[] headKnown;
    private final @Nullable Signs[] signs;
    /** Where somebody else's letter begins that was handed on to us; behind the last line when none was. */
    private int forwarded;

    /** Where it ends, if that is marked. */
    private int forwardedUntil;

    Sheet(List<Line> lines) {
        this.lines = new ArrayList<>(lines);
        this.roles = new Role[lines.size()];
        this.words = new String[lines.size()];
        this.heads = new HeadLine[lines.size()];
        this.headKnown = new boolean[lines.size()];
        this.signs = new Signs[lines.size()];
        this.forwarded = roles.length;
        this.forwardedUntil = roles.length;
        for (int i = 0; i < roles.length; i++) {
            Line line = lines.get(i);
            roles[i] = line.depth() > 0 ? Role.QUOTED : line.signature() ? Role.SIGNATURE : Role.NEW;
        }
    }

    int size() {
        return roles.length;
    }

    Line line(int i) {
        return lines.get(i);
    }

    String text(int i) {
        return lines.get(i).text();
    }

    /** Without spaces around, in the form that lists of words are asked in. */
    String words(int i) {
        String known = words[i];
        if (known == null) {
            known = WordList.plain(text(i)).strip();
            words[i] = known;
        }
        return known;
    }

    /** Null when the line is not shaped as one of a quoted head. */
    @Nullable
    HeadLine head(int i) {
        if (!headKnown[i]) {
            heads[i] = HeadLine.of(text(i));
            headKnown[i] = true;
        }
        return heads[i];
    }

    Signs signs(int i) {
        Signs known = signs[i];
        if (known == null) {
            known = Signs.of(text(i));
            signs[i] = known;
        }
        return known;
    }

    boolean isBlank(int i) {
        return text(i).isBlank();
    }

    boolean is(int i, Role role) {
        return roles[i] == role;
    }

    boolean isNew(int i) {
        return roles[i] == Role.NEW;
    }

    void note(int from, int to, Role role) {
        Arrays.fill(roles, Math.max(0, from), Math.max(Math.max(0, from), Math.min(to, roles.length)), role);
    }

    void quoteFrom(int from) {
        note(from, roles.length, Role.QUOTED);
    }

    /** What looked quoted is the writer's own after all, quotation signs and all. */
    void own(int from, int to) {
        for (int i = from; i < to; i++) {
            lines.set(i, new Line(lines.get(i).quoted(lines.get(i).depth()), 0, false));
            words[i] = null;
            headKnown[i] = false;
            signs[i] = null;
            roles[i] = Role.NEW;
        }
    }

    /** From here to where no quotation sign stands, one sign less: the letter was handed on, not answered. */
    void unquote(int from) {
        for (int i = from; i < roles.length && lines.get(i).depth() > 0; i++) {
            Line line = lines.get(i);
            lines.set(i, new Line(line.text(), line.depth() - 1, line.signature()));
            roles[i] = line.depth() > 1 ? Role.QUOTED : Role.NEW;
        }
    }

    int forwarded() {
        return forwarded;
    }

    void forwardedFrom(int from) {
        forwarded = from;
    }

    int forwardedUntil() {
        return forwardedUntil;
    }

    void forwardedUntil(int end) {
        forwardedUntil = end;
    }

    /** The first line that says something, from here on; the number of lines when none does. */
    int next(int from) {
        int i = from;
        while (i < roles.length && isBlank(i)) {
            i++;
        }
        return i;
    }

    /** The last line that says something before this one; -1 when none does. */
    int before(int to) {
        int i = to - 1;
        while (i >= 0 && isBlank(i)) {
            i--;
        }
        return i;
    }

    /** Where the lines of this role around {@code i} begin. */
    int startOf(int i) {
        int from = i;
        while (from > 0 && roles[from - 1] == roles[i]) {
            from--;
        }
        return from;
    }

    /** The lines of one role; a blank line where others stood between them. */
    String joined(Role role) {
        List<String> parts = new ArrayList<>();
        for (int from = 0; from < roles.length; from++) {
            if (roles[from] == role) {
                int to = from;
                while (to < roles.length && roles[to] == role) {
                    to++;
                }
                String part = said(from, to);
                if (!part.isEmpty()) {
                    parts.add(part);
                }
                from = to;
            }
        }
        return String.join("\n\n", parts);
    }

    /** These lines as they are shown: quoted ones without the signs that all of them have. */
    String said(int from, int to) {
        StringBuilder part = new StringBuilder();
        for (int i = from; i < to; i++) {
            boolean delimiter = roles[i] == Role.SIGNATURE && SignatureWords.isDelimiter(text(i));
            if (!delimiter) {
                int deeper = roles[i] == Role.QUOTED ? Math.max(0, line(i).depth() - 1) : 0;
                part.append(line(i).quoted(deeper)).append('\n');
            }
        }
        return trimmed(part.toString());
    }

    String whole() {
        StringBuilder all = new StringBuilder();
        for (Line line : lines) {
            all.append(line.quoted(line.depth())).append('\n');
        }
        return trimmed(all.toString());
    }

    private static String trimmed(String text) {
        int from = 0;
        int lineStart = 0;
        while (from < text.length() && Character.isWhitespace(text.charAt(from))) {
            if (text.charAt(from) == '\n') {
                lineStart = from + 1;
            }
            from++;
        }
        return from == text.length() ? "" : text.substring(lineStart).stripTrailing();
    }
}
