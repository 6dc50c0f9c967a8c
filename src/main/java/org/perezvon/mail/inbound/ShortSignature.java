package org.perezvon.mail.inbound;

import java.util.ArrayList;
import java.util.List;

/**
 * Recognises one to four short lines at the end that name an office, a post or a person and say nothing: «Секретарь школы 5».
 * What was said above must have come to its end; a list, an address, an office that is the answer stays what was said.
 */
final class ShortSignature {

    private static final int MOST_LINES = 4;
    private static final int FEWEST_WORDS = 4;

    private final Sheet sheet;
    private final List<Integer> lines = new ArrayList<>();
    private final List<NameLine> read = new ArrayList<>();

    private ShortSignature(Sheet sheet) {
        this.sheet = sheet;
    }

    /**
     * Where it begins, among new lines from {@code first} to {@code end}; {@code end} when there is none.
     *
     * @param highest the line above which it cannot begin
     * @param signed whether a signature is already known to follow
     */
    static int in(Sheet sheet, int first, int highest, int end, boolean signed) {
        return new ShortSignature(sheet).start(first, highest, end, signed);
    }

    /** Whether what looks like a signature names several people, each with their post: «Председатель …, секретарь …, члены …». */
    static boolean isStaff(Sheet sheet, int start, int end) {
        int staff = 0;
        for (int i = start; i < end; i++) {
            if (!sheet.isBlank(i)) {
                NameLine line = NameLine.of(sheet.text(i));
                if (!line.isPostAndName() || SignatureWords.isExecutor(sheet.words(i))) {
                    return false;
                }
                staff++;
            }
        }
        int above = sheet.before(start);
        return staff > 2
                || (staff > 1 && above >= 0 && Lead.of(sheet.text(above)).pointsToBody());
    }

    private int start(int first, int highest, int end, boolean signed) {
        collect(highest, end);
        while (!lines.isEmpty() && !mayBegin(lines.size() - 1)) {
            drop();
        }
        if (lines.isEmpty() || lines.size() > MOST_LINES || !holdTogether() || isList()) {
            return end;
        }
        int top = lines.get(lines.size() - 1);
        int above = sheet.before(top);
        if (above < first) {
            return end;
        }
        return isParted(top, above, signed) ? top : end;
    }

    private void collect(int highest, int end) {
        for (int i = sheet.before(end); i >= highest && lines.size() <= MOST_LINES; i = sheet.before(i)) {
            NameLine line = NameLine.of(sheet.text(i));
            if (!line.saysNothing()) {
                return;
            }
            lines.add(i);
            read.add(line);
        }
    }

    private void drop() {
        lines.remove(lines.size() - 1);
        read.remove(read.size() - 1);
    }

    /** The first line names by itself; a single name needs its post below or a place of work. */
    private boolean mayBegin(int i) {
        NameLine line = read.get(i);
        return line.identifies()
                || (line.isAcronym() && isBelowBlank(i))
                || (line.isNamed()
                        && !line.isOneName()
                        && (i > 0 || sheet.text(lines.get(i)).indexOf(',') > 0));
    }

    private boolean isBelowBlank(int i) {
        return sheet.before(lines.get(i)) < lines.get(i) - 1;
    }

    /** Each line names somebody or something, or goes on with the line above. */
    private boolean holdTogether() {
        boolean identified = false;
        for (int i = 0; i < lines.size(); i++) {
            NameLine line = read.get(i);
            boolean under = i + 1 < lines.size();
            if (under && isBelowBlank(i) && (line.isBody() || !line.identifies() && !line.isName())) {
                return false;
            }
            identified |= line.identifies() || line.isAcronym();
            if (!line.identifies() && !line.isNamed() && !line.isAcronym() && !(under && line.goesOn())) {
                return false;
            }
        }
        return identified;
    }

    /** Several of a kind below each other are told, not signed. */
    private boolean isList() {
        long bodies =
                read.stream().filter(line -> line.isBody() && !line.isNamed()).count();
        long numbered =
                read.stream().filter(line -> line.isBody() && line.isNumbered()).count();
        long signed = read.stream().filter(NameLine::isPostAndName).count();
        long posts =
                read.stream().filter(line -> line.isPost() && !line.goesOn()).count();
        boolean nobody = read.stream().noneMatch(line -> line.isNamed() || line.isPost());
        return numbered > 1
                || signed > 1
                || (bodies > 2 && nobody)
                || (posts > 1 && posts == read.size() && signed == 0)
                || read.stream().anyMatch(line -> line.isEnumeration() && !line.isNamed());
    }

    private boolean isParted(int top, int above, boolean signed) {
        Lead lead = Lead.of(sheet.text(above));
        boolean person = signed || read.stream().anyMatch(NameLine::isNamed);
        boolean blank = above < top - 1;
        if (lead.announces() || (!person && lead.pointsToBody())) {
            return false;
        }
        if (lead.stops()) {
            return true;
        }
        return blank && (person || sheet.words(above).split(" ", FEWEST_WORDS + 1).length >= FEWEST_WORDS);
    }
}
