package org.perezvon.mail.inbound;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * By which words it is recognised what a mail is: the shipped ones, and those that administrators have added for all senders
 * or for one. A value; whoever reads is given it.
 */
public final class ReadingRules {

    private static final String FILE = "/mail/phrases.txt";

    private final Map<Saying, Phrases> forAll;
    private final List<OwnRule> own;
    private final Map<OwnRule, Phrases.Rule> parsed = new HashMap<>();

    private ReadingRules(Map<Saying, Phrases> forAll, List<OwnRule> own) {
        this.forAll = forAll;
        this.own = List.copyOf(own);
        own.forEach(rule -> parsed.put(rule, Phrases.Rule.parse(rule.words())));
    }

    /** Those that come with the product. */
    public static ReadingRules shipped() {
        return Shipped.RULES;
    }

    /** The same, and these beside them. */
    public ReadingRules with(List<OwnRule> more) {
        List<OwnRule> all = new ArrayList<>(own);
        all.addAll(more);
        return new ReadingRules(forAll, all);
    }

    /** What administrators have added. */
    public List<OwnRule> own() {
        return own;
    }

    /** Those that hold for the mails of one sender. */
    ReadingRules heldFor(String sender) {
        if (own.isEmpty()) {
            return this;
        }
        Map<Saying, Phrases> all = new EnumMap<>(forAll);
        for (OwnRule rule : own) {
            Phrases.Rule added = parsed.get(rule);
            if (added != null && rule.isFor(sender)) {
                all.put(rule.saying(), of(all, rule.saying()).and(added));
            }
        }
        return new ReadingRules(all, List.of());
    }

    Phrases of(Saying saying) {
        return of(forAll, saying);
    }

    private static Phrases of(Map<Saying, Phrases> all, Saying saying) {
        return all.getOrDefault(saying, Phrases.NONE);
    }

    /** @throws IllegalArgumentException naming the line that is not understood */
    static ReadingRules parse(String text) {
        Map<Saying, List<Phrases.Rule>> sections = new EnumMap<>(Saying.class);
        List<Phrases.Rule> current = new ArrayList<>();
        int number = 0;
        for (String line : text.split("\r?\n", -1)) {
            number++;
            String bare = line.strip();
            try {
                if (bare.startsWith("[") && bare.endsWith("]")) {
                    Saying saying =
                            Saying.valueOf(bare.substring(1, bare.length() - 1).toUpperCase(Locale.ROOT));
                    current = sections.computeIfAbsent(saying, name -> new ArrayList<>());
                } else if (!bare.isEmpty() && !bare.startsWith("#")) {
                    current.add(Phrases.Rule.parse(bare));
                }
            } catch (IllegalArgumentException e) {
                throw new IllegalArgumentException("Строка " + number + " правил чтения не понята: " + line, e);
            }
        }
        Map<Saying, Phrases> parsed = new EnumMap<>(Saying.class);
        sections.forEach((saying, rules) -> parsed.put(saying, Phrases.of(rules)));
        return new ReadingRules(parsed, List.of());
    }

    /** Read when first asked for, and once. */
    private static final class Shipped {

        static final ReadingRules RULES = parse(ShippedText.of(FILE));
    }
}
