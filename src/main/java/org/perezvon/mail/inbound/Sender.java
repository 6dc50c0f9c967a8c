package org.perezvon.mail.inbound;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/** Who a letter says it is from, as far as it helps to recognise the name under it. */
record Sender(Set<String> names) {

    static final Sender NOBODY = new Sender(Set.of());

    private static final int SHORTEST_NAME = 3;
    private static final int SHORTEST_IN_LATIN = 4;

    Sender {
        names = Set.copyOf(names);
    }

    static Sender of(ParsedMail mail) {
        Set<String> names = new HashSet<>();
        mail.from().stream().findFirst().ifPresent(from -> {
            words(from.name(), names);
            String address = from.address().value();
            words(address.substring(0, Math.max(0, address.indexOf('@'))), names);
        });
        return names.isEmpty() ? NOBODY : new Sender(names);
    }

    private static void words(String text, Set<String> names) {
        for (String word : text.toLowerCase(Locale.ROOT).replace('ё', 'е').split("[^\\p{L}]+")) {
            if (word.length() >= SHORTEST_NAME) {
                names.add(word);
            }
        }
    }

    /** @param words in plain form */
    boolean isNamedIn(String words) {
        if (names.isEmpty()) {
            return false;
        }
        for (String word : words.split("[^\\p{L}]+")) {
            if (isName(word)) {
                return true;
            }
        }
        return false;
    }

    /** Whether nothing but the sender's name stands there, in either script. */
    boolean isAllOf(String words) {
        int known = 0;
        for (String word : words.split("[^\\p{L}]+")) {
            if (isName(word)) {
                known++;
            } else if (word.length() > 1) {
                return false;
            }
        }
        return known > 0;
    }

    private boolean isName(String word) {
        return names.contains(word) || (word.length() >= SHORTEST_IN_LATIN && names.contains(Latin.of(word)));
    }
}
