package org.perezvon.mail.inbound;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Tells the new lines of a letter from the repeated ones: first by form, then by the words that announce a quotation. */
final class ReplyCut {

    private enum Role {
        NEW,
        QUOTED,
        SIGNATURE
    }

    private static final int ENOUGH_OF_OURS = 2;
    private static final int TELLING_LINE = 12;
    private static final int MOST_COMPARED = 5000;
    private static final int LONGEST_HEAD = 14;
    private static final int LONGEST_CONTINUATION = 3;
    private static final int LONGEST_INTRODUCTION = 4;

    private final List<Line> lines;
    private final Role[] roles;
    private final @Nullable OurLetter ours;
    /** Where somebody else's letter begins that was handed on to us; behind the last line when none was. */
    private int forwarded;

    private ReplyCut(List<Line> lines, @Nullable OurLetter ours) {
        this.lines = lines;
        this.ours = ours;
        this.roles = new Role[lines.size()];
        this.forwarded = roles.length;
    }

    /** @param ours the letter that is being answered; null when it is not known */
    static ReplyText of(List<Line> lines, @Nullable OurLetter ours) {
        return new ReplyCut(lines, ours).cut();
    }

    private ReplyText cut() {
        byForm();
        fromOurMarker();
        byHeads();
        byIntroductions();
        if (ours != null) {
            byOurWords(ours);
        }
        signatures();
        String text = join(Role.NEW);
        if (!text.isBlank() && text.lines().allMatch(line -> line.isBlank() || SpokenKinds.isPolite(line))) {
            text = withSignature();
        }
        if (text.isBlank()) {
            return new ReplyText(whole(), "", "", true);
        }
        return new ReplyText(text, join(Role.QUOTED), join(Role.SIGNATURE), false);
    }

    private void byForm() {
        for (int i = 0; i < roles.length; i++) {
            Line line = lines.get(i);
            roles[i] = line.depth() > 0 ? Role.QUOTED : line.signature() ? Role.SIGNATURE : Role.NEW;
        }
    }

    private void fromOurMarker() {
        for (int i = 0; i < roles.length; i++) {
            if (roles[i] == Role.NEW && ReplyMarker.isOn(lines.get(i).text())) {
                quoteFrom(i);
                return;
            }
        }
    }

    /** Heads of quoted letters: «От: … Отправлено: … Кому: … Тема: …», with or without a line above them. */
    private void byHeads() {
        for (int i = 0; i < roles.length; i++) {
            if (roles[i] != Role.NEW || lines.get(i).isBlank()) {
                continue;
            }
            String text = lines.get(i).text();
            boolean separator = QuoteWords.isSeparator(text);
            boolean rule = !separator && QuoteWords.isRule(text);
            int from = separator || rule ? next(i + 1) : i;
            int end = endOfHead(from, separator || rule);
            if (end < 0 && !separator) {
                continue;
            }
            if (QuoteWords.isForward(text) && !holdsOurMarker(i)) {
                forwarded = i;
                return; // somebody else's letter handed on to us is what they wanted to say
            }
            int after = next(Math.max(end, from));
            if (after < roles.length && lines.get(after).depth() > 0) {
                quote(i, after);
                i = after;
            } else {
                quoteFrom(i);
                return;
            }
        }
    }

    /** The index behind a head that begins at {@code from}, or -1 when none does. */
    private int endOfHead(int from, boolean announced) {
        if (from >= roles.length || QuoteWords.headerKey(lines.get(from).text()) == null) {
            return -1;
        }
        Set<QuoteWords.Key> keys = EnumSet.noneOf(QuoteWords.Key.class);
        int end = from;
        int foreign = 0;
        for (int i = from; i < roles.length && i < from + LONGEST_HEAD; i++) {
            Line line = lines.get(i);
            QuoteWords.Key key = line.isBlank() ? null : QuoteWords.headerKey(line.text());
            if (key != null) {
                keys.add(key);
                end = i + 1;
                foreign = 0;
            } else if (!line.isBlank() && QuoteWords.introducesQuotation(line.text())) {
                end = i + 1;
                break;
            } else if (++foreign > LONGEST_CONTINUATION || (line.isBlank() && keys.contains(QuoteWords.Key.SUBJECT))) {
                break;
            }
        }
        keys.remove(QuoteWords.Key.OTHER);
        boolean sender = keys.contains(QuoteWords.Key.FROM);
        boolean addressed = sender || keys.contains(QuoteWords.Key.TO);
        boolean enough = announced ? addressed && keys.size() >= 2 : sender && keys.size() >= 3;
        return enough ? end : -1;
    }

    /** «вт, 17 нояб. 2026 г. в 10:42, Имя <a@b>:», perhaps broken over lines, before a quotation or strong enough alone. */
    private void byIntroductions() {
        int lastQuoted = lastByForm();
        for (int i = 0; i < roles.length; i++) {
            if (roles[i] != Role.NEW || !lines.get(i).text().endsWith(":")) {
                continue;
            }
            int after = next(i + 1);
            boolean quotationFollows = after < roles.length && roles[after] == Role.QUOTED;
            StringBuilder words = new StringBuilder();
            for (int from = i; from >= 0 && from > i - LONGEST_INTRODUCTION; from--) {
                Line line = lines.get(from);
                if (line.isBlank() || roles[from] != Role.NEW) {
                    break;
                }
                words.insert(0, line.text() + " ");
                if (QuoteWords.isIntroduction(words.toString())) {
                    if (quotationFollows || i > lastQuoted) {
                        quote(from, quotationFollows ? after : roles.length);
                    }
                    break;
                }
                if (quotationFollows && from == i && QuoteWords.introducesQuotation(words.toString())) {
                    quote(startOfIntroduction(i), after);
                    break;
                }
            }
        }
    }

    /** An introduction may be broken over lines; the lines above belong to it when together they say more of date and address. */
    private int startOfIntroduction(int last) {
        StringBuilder words = new StringBuilder();
        for (int from = last; from >= 0 && from > last - LONGEST_INTRODUCTION; from--) {
            if (lines.get(from).isBlank() || roles[from] != Role.NEW) {
                break;
            }
            words.insert(0, lines.get(from).text() + " ");
            if (QuoteWords.isIntroduction(words.toString())) {
                return from;
            }
        }
        return last;
    }

    /** What was taken for a signature is perhaps the answer, when there is nothing else but a greeting. */
    private String withSignature() {
        for (int i = 0; i < roles.length; i++) {
            if (roles[i] == Role.SIGNATURE && !lines.get(i).signature()) {
                roles[i] = Role.NEW;
            }
        }
        return join(Role.NEW);
    }

    /** Where our letter stands in theirs word for word, what stands between its lines and below them is their answer. */
    private void byOurWords(OurLetter letter) {
        boolean[] said = new boolean[roles.length];
        int first = -1;
        int found = 0;
        for (int i = 0; i < roles.length; i++) {
            Line line = lines.get(i);
            said[i] = !line.isBlank() && i < MOST_COMPARED && letter.says(line.text());
            if (said[i] && roles[i] == Role.QUOTED && line.text().length() >= TELLING_LINE) {
                first = first < 0 ? i : first;
                found++;
            }
        }
        if (found < ENOUGH_OF_OURS) {
            return;
        }
        for (int i = first; i < Math.min(roles.length, MOST_COMPARED); i++) {
            String text = lines.get(i).text();
            if (said[i] && text.length() >= TELLING_LINE) {
                roles[i] = Role.QUOTED;
            } else if (roles[i] == Role.QUOTED && !said[i] && !lines.get(i).isBlank() && !announces(text)) {
                roles[i] = Role.NEW;
            }
        }
        blankBetweenNew(first);
    }

    private static boolean announces(String text) {
        return QuoteWords.headerKey(text) != null
                || QuoteWords.introducesQuotation(text)
                || QuoteWords.isSeparator(text)
                || QuoteWords.isRule(text)
                || ReplyMarker.isOn(text);
    }

    /** Blank lines between two answers belong to them. */
    private void blankBetweenNew(int from) {
        for (int i = from; i < roles.length; i++) {
            if (lines.get(i).isBlank() && i > 0 && roles[i - 1] == Role.NEW) {
                int after = next(i);
                if (after < roles.length && roles[after] == Role.NEW) {
                    Arrays.fill(roles, i, after, Role.NEW);
                }
                i = after - 1;
            }
        }
    }

    private void signatures() {
        int end = forwarded;
        while (end > 0) {
            int last = end - 1;
            while (last >= 0 && roles[last] != Role.NEW) {
                last--;
            }
            int first = last;
            while (first > 0 && roles[first - 1] == Role.NEW) {
                first--;
            }
            if (last >= 0) {
                SignatureWords.Span span = SignatureWords.in(lines.subList(first, last + 1));
                for (int i = first + span.from(); i < first + span.to(); i++) {
                    roles[i] = Role.SIGNATURE;
                }
            }
            end = first;
        }
    }

    private void quote(int from, int to) {
        for (int i = from; i < to && i < roles.length; i++) {
            roles[i] = Role.QUOTED;
        }
    }

    private void quoteFrom(int from) {
        quote(from, roles.length);
    }

    private int next(int from) {
        int i = from;
        while (i < roles.length && lines.get(i).isBlank()) {
            i++;
        }
        return i;
    }

    private int lastByForm() {
        int last = roles.length - 1;
        while (last >= 0 && lines.get(last).depth() == 0) {
            last--;
        }
        return last;
    }

    private boolean holdsOurMarker(int from) {
        for (int i = from; i < roles.length; i++) {
            if (ReplyMarker.isOn(lines.get(i).text())) {
                return true;
            }
        }
        return false;
    }

    /** The lines of one role; a blank line where others stood between them. */
    private String join(Role role) {
        List<String> parts = new ArrayList<>();
        StringBuilder part = new StringBuilder();
        for (int i = 0; i <= roles.length; i++) {
            if (i < roles.length && roles[i] == role) {
                Line line = lines.get(i);
                if (role == Role.SIGNATURE && SignatureWords.isDelimiter(line.text())) {
                    continue;
                }
                int deeper = role == Role.QUOTED ? Math.max(0, line.depth() - 1) : 0;
                part.append(line.quoted(deeper)).append('\n');
            } else if (!part.isEmpty()) {
                String trimmed = trimmed(part.toString());
                if (!trimmed.isEmpty()) {
                    parts.add(trimmed);
                }
                part.setLength(0);
            }
        }
        return String.join("\n\n", parts);
    }

    private String whole() {
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
