package org.perezvon.mail.inbound;

import java.util.Locale;

/**
 * A rule that an administrator has added to the shipped ones.
 *
 * @param saying what a sentence says that fits it
 * @param words in the notation of {@code mail/phrases.txt}
 * @param sender the address or the domain whose mails it is for, lower case; empty for everybody's
 */
public record OwnRule(Saying saying, String words, String sender) {

    private static final int LONGEST = 500;

    /** @throws IllegalArgumentException in Russian, for the administrator, when it cannot be used */
    public OwnRule {
        words = words.strip();
        sender = sender.strip().toLowerCase(Locale.ROOT);
        if (sender.startsWith("@")) {
            sender = sender.substring(1);
        }
        if (words.isEmpty()) {
            throw new IllegalArgumentException("В правиле нет слов. Напишите, по каким словам узнавать такое письмо");
        }
        if (words.length() > LONGEST) {
            throw new IllegalArgumentException("В правиле " + words.length() + " знаков. Больше " + LONGEST
                    + " не бывает: разделите его на несколько");
        }
        if (sender.contains(" ") || sender.length() > 254 || (!sender.isEmpty() && sender.indexOf('.') < 0)) {
            throw new IllegalArgumentException(
                    "«" + sender + "» — не адрес и не домен. Напишите, например, minsoc.example, или оставьте пустым");
        }
        try {
            Phrases.Rule.parse(words);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("Правило «" + words + "» не понято: " + e.getMessage(), e);
        }
    }

    /** Whether it holds for this address: it is the one named, or of the domain named, or of one below. */
    boolean isFor(String address) {
        String lower = address.toLowerCase(Locale.ROOT);
        return sender.isEmpty()
                || lower.equals(sender)
                || lower.endsWith("@" + sender)
                || (sender.indexOf('@') < 0 && lower.endsWith("." + sender));
    }
}
