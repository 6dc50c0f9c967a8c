package org.perezvon.mail.inbound;

import java.util.EnumSet;
import java.util.Set;
import org.perezvon.mail.inbound.HeadLine.Key;

/** Finds the heads of quoted letters: «От: … Отправлено: … Кому: … Тема: …», in any language, with or without a line above. */
final class QuotedHeads {

    private static final int LONGEST_HEAD = 16;
    private static final int LONGEST_CONTINUATION = 3;
    private static final int FARTHEST_ABOVE = 6;
    private static final int LONGEST_BARE_KEY = 20;
    private static final Set<String> OF_PEOPLE =
            Set.of("тел", "телефон", "адрес", "e-mail", "email", "сайт", "факс", "phone", "tel", "fax", "web", "почта");

    private final Sheet sheet;

    private QuotedHeads(Sheet sheet) {
        this.sheet = sheet;
    }

    /** Everything below a head is quoted; unless it is somebody else's letter handed on to us: that is what they wanted to say. */
    static void in(Sheet sheet) {
        new QuotedHeads(sheet).find();
    }

    private void find() {
        for (int i = 0; i < sheet.size(); i++) {
            if (isForwardedInSigns(i)) {
                sheet.unquote(i);
            }
            if (!sheet.isNew(i) || sheet.isBlank(i)) {
                continue;
            }
            boolean separator = QuoteWords.isSeparator(sheet.text(i)) || QuoteWords.isReplyAbove(sheet.text(i));
            boolean rule = !separator && QuoteWords.isRule(sheet.text(i));
            int from = separator || rule ? sheet.next(i + 1) : i;
            int end = endOfHead(from, separator || rule);
            if (end < 0 && !separator) {
                continue;
            }
            if (QuoteWords.isForward(sheet.text(i)) && !holdsOurMarker(i)) {
                handedOn(i, from, end);
                return;
            }
            int start = separator || rule || isSender(i) ? i : startAbove(i);
            int after = end < 0 ? quotedWithin(from) : sheet.next(end);
            if (after < sheet.size() && sheet.line(after).depth() > 0) {
                sheet.note(start, after, Role.QUOTED);
                i = after;
            } else {
                sheet.quoteFrom(start);
                return;
            }
        }
    }

    /** Somebody else's letter is what the sender wanted to say; its head, and the line that closes it, are not. */
    private void handedOn(int separator, int head, int endOfHead) {
        boolean introduced = head < sheet.size() && QuoteWords.introducesQuotation(sheet.text(head));
        int behind = endOfHead >= 0 ? endOfHead : introduced ? head + 1 : separator + 1;
        if (sheet.next(behind) >= sheet.size()) {
            sheet.forwardedFrom(separator);
            return;
        }
        if (RoutedLetter.isBelow(sheet, separator, behind)) {
            sheet.quoteFrom(separator);
            return;
        }
        sheet.note(separator, behind, Role.QUOTED);
        sheet.forwardedFrom(separator);
        for (int i = behind; i < sheet.size(); i++) {
            if (sheet.isNew(i) && QuoteWords.closesForward(sheet.text(i))) {
                sheet.note(i, i + 1, Role.QUOTED);
                sheet.forwardedUntil(i);
                return;
            }
        }
    }

    /** Apple Mail hands letters on within quotation signs. */
    private boolean isForwardedInSigns(int i) {
        return sheet.is(i, Role.QUOTED)
                && sheet.line(i).depth() == 1
                && QuoteWords.isForward(sheet.text(i))
                && sheet.before(i) >= 0
                && sheet.isNew(sheet.before(i))
                && !QuoteWords.introducesQuotation(sheet.text(sheet.before(i)));
    }

    private boolean isSender(int i) {
        HeadLine line = sheet.head(i);
        return line != null && line.key() == Key.FROM;
    }

    /** Where quotation signs begin soon below a separator; the number of lines when they do not. */
    private int quotedWithin(int from) {
        int lines = 0;
        for (int i = from; i < sheet.size() && lines < FARTHEST_ABOVE; i++) {
            if (sheet.line(i).depth() > 0) {
                return i;
            }
            lines += sheet.isBlank(i) ? 0 : 1;
        }
        return sheet.size();
    }

    /** The index behind a head that begins at {@code from}, or -1 when none does. */
    private int endOfHead(int from, boolean announced) {
        if (from >= sheet.size()) {
            return -1;
        }
        Found found = new Found();
        if (found.inOneLine(sheet.words(from))) {
            return from + 1;
        }
        boolean bare = sheet.head(from) == null;
        if (!found.add(from) || (bare && startAbove(from) == from)) {
            return -1;
        }
        boolean known = !found.keys.isEmpty();
        int end = from + 1;
        int foreign = known ? 0 : LONGEST_CONTINUATION;
        for (int i = from + 1; i < sheet.size() && i < from + LONGEST_HEAD; i++) {
            boolean blank = sheet.isBlank(i);
            if (!blank && found.add(i)) {
                end = i + 1;
                foreign = known ? 0 : LONGEST_CONTINUATION;
            } else if (!blank && !found.keys.isEmpty() && QuoteWords.introducesQuotation(sheet.text(i))) {
                end = i + 1;
                break;
            } else if (++foreign > LONGEST_CONTINUATION || (blank && found.keys.contains(Key.SUBJECT))) {
                break;
            }
        }
        if (!known && found.keys.contains(Key.FROM)) {
            return -1; // the head begins further down
        }
        boolean above = !announced && !found.keys.contains(Key.FROM) && startAbove(from) < from;
        return found.isEnough(announced || above) ? end : -1;
    }

    /** Lotus Notes puts name, address and hour in lines of their own above the rest of the head. */
    private int startAbove(int head) {
        int address = -1;
        boolean date = false;
        int above = sheet.before(head);
        for (int lines = 0; above >= 0 && lines < FARTHEST_ABOVE && sheet.isNew(above); lines++) {
            String text = sheet.text(above);
            if (text.length() > 160 || HeadLine.key(sheet.words(above)) == Key.SUBJECT) {
                break;
            }
            Signs signs = sheet.signs(above);
            date |= signs.date() && signs.time() && text.length() < 60;
            if (signs.bracketed() && !text.endsWith(".")) {
                address = above;
            }
            above = sheet.before(above);
        }
        return date && address >= 0 ? address : head;
    }

    private boolean holdsOurMarker(int from) {
        for (int i = from; i < sheet.size(); i++) {
            if (ReplyMarker.isOn(sheet.text(i))) {
                return true;
            }
        }
        return false;
    }

    /** What the lines of a head have told so far. */
    private final class Found {

        private final Set<Key> keys = EnumSet.noneOf(Key.class);
        private int shaped;
        private boolean address;
        private boolean moment;
        private boolean ofPeople;

        boolean add(int i) {
            HeadLine line = sheet.head(i);
            if (line == null) {
                Key bare = sheet.text(i).length() < LONGEST_BARE_KEY ? HeadLine.key(sheet.words(i)) : null;
                if (bare != null) {
                    keys.add(bare);
                }
                return bare != null;
            }
            Key key = line.key();
            if (key != null) {
                keys.add(key);
            } else if (keys.size() >= 3 || line.value().isEmpty()) {
                return false;
            }
            shaped++;
            ofPeople |= OF_PEOPLE.contains(line.name());
            Signs signs = sheet.signs(i);
            address |= signs.address();
            moment |= signs.date() && (signs.time() || key == Key.SENT);
            return true;
        }

        /** «От: … Отправлено: … Кому: … Тема: …» in one breath. */
        boolean inOneLine(String words) {
            if (words.length() > 1500) {
                return false;
            }
            Set<Key> told = EnumSet.noneOf(Key.class);
            for (int colon = words.indexOf(':'); colon > 0; colon = words.indexOf(':', colon + 1)) {
                int from = colon;
                while (from > 0 && colon - from < 20 && Character.isLetter(words.charAt(from - 1))) {
                    from--;
                }
                Key key = HeadLine.key(words.substring(from, colon));
                if (key != null && (from == 0 || " |*".indexOf(words.charAt(from - 1)) >= 0)) {
                    if (told.isEmpty() && from > 1) {
                        return false;
                    }
                    told.add(key);
                }
            }
            told.remove(Key.OTHER);
            return told.contains(Key.FROM) && told.size() >= 3;
        }

        boolean isEnough(boolean announced) {
            keys.remove(Key.OTHER);
            boolean sender = keys.contains(Key.FROM);
            boolean addressed = sender || keys.contains(Key.TO);
            boolean inAnyLanguage = address && moment && !ofPeople && shaped >= 3;
            if (announced) {
                return (addressed && keys.size() >= 2) || inAnyLanguage;
            }
            return (sender && keys.size() >= 3)
                    || (addressed && keys.size() >= 2 && address && moment)
                    || (sender && keys.contains(Key.TO) && address)
                    || inAnyLanguage;
        }
    }
}
