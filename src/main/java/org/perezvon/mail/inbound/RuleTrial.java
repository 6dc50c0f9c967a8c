package org.perezvon.mail.inbound;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.perezvon.mail.MailKind;

/** Rules tried on letters of which it is known what they are: which of them are read otherwise than before. */
public final class RuleTrial {

    private static final String STRANGER = "m.petrova@office.example";
    private static final int LONGEST_SHOWN = 200;

    private final ReadingRules before;
    private final ReadingRules after;

    private RuleTrial(ReadingRules before, ReadingRules after) {
        this.before = before;
        this.after = after;
    }

    /**
     * A letter that is read otherwise.
     *
     * @param letter its words, or where to find it
     * @param right what it is
     */
    public record Difference(String letter, MailKind right, MailKind before, MailKind after) {

        /** It was read rightly and would not be any more. */
        public boolean isWorse() {
            return before == right && after != right;
        }

        public boolean isBetter() {
            return before != right && after == right;
        }
    }

    /**
     * What came of it.
     *
     * @param tried how many letters were read
     * @param differences those read otherwise
     */
    public record Report(int tried, List<Difference> differences) {

        public Report {
            differences = List.copyOf(differences);
        }

        public boolean isWorse() {
            return differences.stream().anyMatch(Difference::isWorse);
        }

        /** For people: «Прочитано примеров: 351. Иначе читаются: 1, из них хуже: 0, лучше: 1.» */
        public String inRussian() {
            return "Прочитано примеров: " + tried + ". Иначе читаются: " + differences.size() + ", из них хуже: "
                    + differences.stream().filter(Difference::isWorse).count() + ", лучше: "
                    + differences.stream().filter(Difference::isBetter).count() + ".";
        }
    }

    /** Reads the examples of the product, as everybody and as each sender with rules of his own, and then the cases. */
    public static Report of(ReadingRules before, ReadingRules after, List<ReadingCases.Case> cases) {
        return new RuleTrial(before, after).report(cases);
    }

    private Report report(List<ReadingCases.Case> cases) {
        List<Difference> differences = new ArrayList<>();
        int tried = 0;
        for (String sender : senders()) {
            for (ReadingExample example : ReadingExample.shipped()) {
                MailKind old = example.read(before, sender).kind();
                MailKind now = example.read(after, sender).kind();
                tried++;
                String letter = sender.equals(STRANGER) ? example.said() : example.said() + " (от " + sender + ")";
                add(differences, new Difference(brief(letter), example.kind(), old, now));
            }
        }
        for (ReadingCases.Case known : cases) {
            ParsedMail mail = ParsedMail.parse(known.raw());
            ReplyText reply = ReplyText.of(mail);
            tried++;
            add(
                    differences,
                    new Difference(
                            known.name(),
                            known.kind(),
                            KindGuess.of(mail, reply, before).kind(),
                            KindGuess.of(mail, reply, after).kind()));
        }
        return new Report(tried, differences);
    }

    private Set<String> senders() {
        Set<String> senders = new LinkedHashSet<>(List.of(STRANGER));
        for (OwnRule rule : after.own()) {
            boolean changed = !before.own().contains(rule) && !rule.sender().isEmpty();
            if (changed) {
                senders.add(rule.sender().indexOf('@') < 0 ? "m.petrova@" + rule.sender() : rule.sender());
            }
        }
        return senders;
    }

    private static void add(List<Difference> differences, Difference difference) {
        if (difference.before() != difference.after()) {
            differences.add(difference);
        }
    }

    private static String brief(String text) {
        return text.length() > LONGEST_SHOWN ? text.substring(0, LONGEST_SHOWN) + "…" : text;
    }
}
