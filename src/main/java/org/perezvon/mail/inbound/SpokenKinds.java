package org.perezvon.mail.inbound;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.perezvon.mail.MailKind;
import org.perezvon.mail.Meaning;

/**
 * Letters that people write, and programs in their name. Each sentence is read by itself: it greets, it says that the
 * letter was registered, it asks for time, or it tells something.
 */
final class SpokenKinds {

    private static final int SHORT_LETTER = 900;
    private static final int TELLING_SENTENCE = 30;
    private static final int FEWEST_LETTERS = 12;
    private static final int LONGEST_GREETING = 40;
    private static final int LONG_ANSWER = 900;
    private static final int LONGEST_READ = 20_000;

    private final ParsedMail mail;
    private final ReplyText reply;
    private final String subject;
    private final List<String> sentences;

    private SpokenKinds(ParsedMail mail, ReplyText reply) {
        this.mail = mail;
        this.reply = reply;
        this.subject = mail.subject().toLowerCase(Locale.ROOT);
        String text = reply.whole() ? "" : reply.text(); // a whole letter says nothing new
        this.sentences = sentences(text.length() > LONGEST_READ ? text.substring(0, LONGEST_READ) : text);
    }

    static KindGuess read(ParsedMail mail, ReplyText reply) {
        return new SpokenKinds(mail, reply).guess();
    }

    private KindGuess guess() {
        String away = first(Phrases.AUTO_REPLY);
        String registered = first(Phrases.ACKNOWLEDGEMENT);
        if (registered != null && !tellsMore(Phrases.ACKNOWLEDGEMENT)) {
            return acknowledgement(registered);
        }
        KindGuess program = byProgram(away);
        if (program != null) {
            return program;
        }
        String extension = first(Phrases.EXTENSION);
        if (extension != null) {
            return extension(extension);
        }
        String refusal = first(Phrases.REFUSAL);
        if (refusal != null && telling(Phrases.REFUSAL) < LONG_ANSWER) {
            return KindGuess.because(MailKind.REFUSAL, refusal);
        }
        String question = first(Phrases.CLARIFICATION);
        if (question != null && telling(Phrases.CLARIFICATION) < LONG_ANSWER / 3) {
            return KindGuess.because(MailKind.CLARIFICATION, question);
        }
        if (isForTheBase()) {
            return KindGuess.because(MailKind.KNOWLEDGE_UPDATE, "тема «" + mail.subject() + "»");
        }
        if (mail.headers().has("List-Unsubscribe")) {
            return KindGuess.because(MailKind.OTHER, "рассылка: есть List-Unsubscribe");
        }
        boolean empty = sentences.stream().allMatch(sentence -> isPolite(sentence) || !saysAnything(sentence));
        if (empty && mail.attachments().stream().noneMatch(Attachment::tells)) {
            return KindGuess.because(MailKind.OTHER, "нового текста нет, вложений нет");
        }
        return KindGuess.because(
                MailKind.ANSWER, empty ? "ответ во вложении" : "написано человеком, других признаков нет");
    }

    /** Perhaps the file that came with it is the answer: then a person looks. */
    private KindGuess acknowledgement(String sentence) {
        boolean alone = mail.attachments().stream().noneMatch(Attachment::tells);
        return KindGuess.because(
                alone ? MailKind.ACKNOWLEDGEMENT : MailKind.OTHER,
                alone ? sentence : "похоже на подтверждение, но с вложением: " + sentence);
    }

    private @Nullable KindGuess byProgram(@Nullable String away) {
        String submitted = mail.autoSubmitted();
        if (submitted.startsWith("auto-")) {
            boolean sentByOffice = submitted.equals("auto-generated")
                    && away == null
                    && mail.attachments().stream().anyMatch(Attachment::tells);
            return sentByOffice
                    ? KindGuess.because(MailKind.OTHER, "письмо программы с вложением: Auto-Submitted: " + submitted)
                    : KindGuess.because(MailKind.AUTO_REPLY, "Auto-Submitted: " + submitted);
        }
        for (String name :
                List.of("X-Autoreply", "X-Autorespond", "X-Autoresponder", "X-Auto-Reply", "X-Mail-Autoreply")) {
            if (mail.headers().has(name)) {
                return KindGuess.because(MailKind.AUTO_REPLY, "заголовок " + name);
            }
        }
        if (mail.precedence().equals("auto_reply") || mail.precedence().equals("auto-reply")) {
            return KindGuess.because(MailKind.AUTO_REPLY, "Precedence: " + mail.precedence());
        }
        if (Phrases.AUTO_REPLY_SUBJECT.in(subject)) {
            return KindGuess.because(MailKind.AUTO_REPLY, "тема «" + mail.subject() + "»");
        }
        boolean suppresses = mail.headers().has("X-Auto-Response-Suppress") || mail.hasEmptyReturnPath();
        if (away != null && (suppresses || reply.text().length() < SHORT_LETTER)) {
            return KindGuess.because(MailKind.AUTO_REPLY, away);
        }
        return mail.hasEmptyReturnPath() ? KindGuess.because(MailKind.AUTO_REPLY, "пустой обратный адрес") : null;
    }

    private KindGuess extension(String sentence) {
        String reason = first(Phrases.REASON);
        String evidence = reason == null ? "причина не названа" : "причина: " + reason;
        return new KindGuess(
                MailKind.EXTENSION,
                KindGuess.USUAL,
                List.of(sentence, evidence),
                Meaning.because(reason),
                List.of(),
                List.of());
    }

    private boolean isForTheBase() {
        boolean reply = subject.startsWith("re:")
                || subject.startsWith("отв:")
                || !mail.inReplyTo().isEmpty();
        return !reply && Phrases.KNOWLEDGE_UPDATE_SUBJECT.in(subject);
    }

    private @Nullable String first(Phrases phrases) {
        for (String sentence : sentences) {
            if (phrases.in(sentence)) {
                return sentence;
            }
        }
        return null;
    }

    /** Whether, besides greetings and sentences of that meaning, something is told. */
    private boolean tellsMore(Phrases besides) {
        return telling(besides) >= TELLING_SENTENCE;
    }

    private int telling(Phrases besides) {
        int letters = 0;
        for (String sentence : sentences) {
            if (letters(sentence) >= FEWEST_LETTERS && !besides.in(sentence) && !isPolite(sentence)) {
                letters += letters(sentence);
            }
        }
        return letters;
    }

    /** A greeting, or a turn of phrase that answers nothing. */
    static boolean isPolite(String sentence) {
        return Phrases.POLITENESS.in(sentence)
                || (Phrases.GREETING.in(sentence) && letters(sentence) < LONGEST_GREETING);
    }

    private static boolean saysAnything(String sentence) {
        return sentence.codePoints().anyMatch(Character::isLetterOrDigit);
    }

    private static int letters(String text) {
        return (int) text.codePoints().filter(Character::isLetter).count();
    }

    /** Sentences and lines; «вх. № 5» stays whole, because no capital letter follows its full stop. */
    private static List<String> sentences(String text) {
        List<String> sentences = new ArrayList<>();
        for (String paragraph : text.split("\n\\s*\n|\n(?=[\\p{Lu}•*-])")) {
            String words = paragraph.replace('\n', ' ').strip();
            int from = 0;
            for (int i = 0; i + 2 < words.length(); i++) {
                boolean stop = ".!?".indexOf(words.charAt(i)) >= 0 && words.charAt(i + 1) == ' ';
                if (stop && Character.isUpperCase(words.charAt(i + 2)) && !isAbbreviation(words, i)) {
                    add(sentences, words.substring(from, i + 1));
                    from = i + 2;
                }
            }
            add(sentences, words.substring(from));
        }
        return sentences;
    }

    /** One letter or «ул», «вх», «исх», «им» before the full stop. */
    private static boolean isAbbreviation(String words, int stop) {
        int from = stop;
        while (from > 0 && Character.isLetter(words.charAt(from - 1)) && stop - from < 5) {
            from--;
        }
        String word = words.substring(from, stop).toLowerCase(Locale.ROOT);
        return word.length() == 1
                || List.of("ул", "вх", "исх", "им", "пр", "тел", "рег", "обл").contains(word);
    }

    private static void add(List<String> sentences, String sentence) {
        String bare = sentence.strip();
        if (!bare.isEmpty()) {
            sentences.add(bare);
        }
    }
}
