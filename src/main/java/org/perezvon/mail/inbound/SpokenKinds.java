package org.perezvon.mail.inbound;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.perezvon.mail.MailKind;
import org.perezvon.mail.Meaning;

/**
 * Letters that people write, and programs in their name. Each sentence is read by itself: it greets, it says that the
 * letter was registered, it asks for time, or it tells something. In doubt a letter of people is an answer for people to
 * read; what a program may have written never is.
 */
final class SpokenKinds {

    private static final int TELLING = 30;
    private static final int SHORT_REMARK = 160;
    private static final int LONG_ANSWER = 900;

    private static final double SURE = 0.98;
    private static final double LIKELY = 0.85;
    private static final double PERHAPS = 0.65;

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd.MM.yyyy");

    private final ParsedMail mail;
    private final Sentence subject;
    private final ReadingRules rules;
    private final SpokenWords letter;
    private final @Nullable LocalDate today;
    private final String quoted;

    private SpokenKinds(ParsedMail mail, ReplyText reply, ReadingRules rules) {
        this.mail = mail;
        this.subject = Sentence.of(mail.subject());
        this.rules = rules;
        this.letter = SpokenWords.of(reply.whole() ? "" : reply.text(), rules); // a whole letter says nothing new
        this.today = MailDay.of(mail);
        this.quoted = reply.quoted();
    }

    static KindGuess read(ParsedMail mail, ReplyText reply, ReadingRules rules) {
        return new SpokenKinds(mail, reply, rules).guess();
    }

    private KindGuess guess() {
        String program = Programs.signOf(mail, rules);
        return program == null ? spoken() : byProgram(program);
    }

    private KindGuess spoken() {
        boolean answers = letter.first(Saying.ANSWER) != null
                && (letter.telling(Saying.ANSWER) >= TELLING || letter.substance() > Substance.SURE);
        Sentence asked = new LaterAnswer(letter, today).said();
        if (asked != null
                && !answers
                && !speaksOfMatter(Saying.EXTENSION, Saying.PROMISE, Saying.REASON, Saying.ACKNOWLEDGEMENT)
                && letter.telling(Saying.EXTENSION, Saying.REASON) < LONG_ANSWER) {
            return extension(asked);
        }
        Sentence away = letter.first(Saying.AUTO_REPLY);
        Sentence registered = registersOnly();
        if (away != null && isOnlyAway() && (registered == null || isAway() || isRobot(away, registered))) {
            return autoReply(away.text(), letter.all(Saying.AUTO_REPLY).size() > 1 ? SURE : LIKELY);
        }
        boolean files = mail.attachments().stream().anyMatch(Attachment::tells);
        Sentence routine = answers || files ? null : RoutineWords.only(letter.sentences(), false);
        boolean passedOn = routine != null && RoutineWords.only(letter.sentences(), true) != null;
        KindGuess theirs = answers || passedOn ? null : refusalOrQuestion();
        if (theirs != null) {
            return theirs;
        }
        if (registered == null || answers) {
            return routine == null ? lastly() : acknowledgement(routine);
        }
        return acknowledgement(registered);
    }

    private @Nullable KindGuess refusalOrQuestion() {
        Sentence said = letter.first(Saying.REFUSAL);
        Sentence refused = said == null ? onlyCompetence() : said;
        boolean refuses = refused != null
                && !speaksOfMatter(Saying.REFUSAL, Saying.COMPETENCE, Saying.OTHER_BODY, Saying.REASON)
                && letter.telling(Saying.REFUSAL, Saying.COMPETENCE) < LONG_ANSWER;
        KindGuess question = clarification();
        boolean asks = question != null && (!refuses || NamedBody.in(letter) == null);
        if (asks || refused == null || !refuses) {
            return question;
        }
        return refusal(refused);
    }

    private @Nullable Sentence onlyCompetence() {
        boolean only = letter.telling(Saying.COMPETENCE, Saying.REASON, Saying.ACKNOWLEDGEMENT) < TELLING;
        return only ? letter.first(Saying.COMPETENCE) : null;
    }

    /** The sentence that says so, where nothing else is told. */
    private @Nullable Sentence registersOnly() {
        boolean only = letter.telling(Saying.ACKNOWLEDGEMENT, Saying.AUTO_REPLY, Saying.DEPUTY) < TELLING
                && !letter.goesOn(Saying.ACKNOWLEDGEMENT);
        return only ? letter.first(Saying.ACKNOWLEDGEMENT) : null;
    }

    private KindGuess lastly() {
        Sentence news = isReply() ? null : letter.first(Saying.NEWS);
        Sentence update = news == null ? letter.first(Saying.KNOWLEDGE_UPDATE) : news;
        if (update != null) {
            return guess(MailKind.KNOWLEDGE_UPDATE, LIKELY, Meaning.NONE, update.text());
        }
        if (!isReply() && rules.of(Saying.KNOWLEDGE_UPDATE_SUBJECT).in(subject)) {
            return guess(MailKind.KNOWLEDGE_UPDATE, LIKELY, Meaning.NONE, "тема «" + mail.subject() + "»");
        }
        if (mail.headers().has("List-Unsubscribe")) {
            return guess(MailKind.OTHER, SURE, Meaning.NONE, "рассылка: есть List-Unsubscribe");
        }
        Sentence other = letter.first(Saying.OTHER);
        if (other != null && (!isReply() || letter.telling(Saying.OTHER) < TELLING)) {
            return guess(MailKind.OTHER, LIKELY, Meaning.NONE, other.text());
        }
        boolean files = mail.attachments().stream().anyMatch(Attachment::tells);
        if (letter.isEmpty()) {
            return files
                    ? guess(MailKind.ANSWER, LIKELY, number(), "ответ во вложении")
                    : guess(MailKind.OTHER, LIKELY, Meaning.NONE, "нового текста нет, вложений нет");
        }
        if (new ServerSigns(mail).isPostmaster() && mail.inReplyTo().isEmpty()) {
            return guess(MailKind.OTHER, PERHAPS, Meaning.NONE, "пишет почтовый сервер");
        }
        if (rules.of(Saying.ACKNOWLEDGEMENT).in(subject) && !isReply() && letter.substance() == 0) {
            return acknowledgement(subject);
        }
        double sure = letter.first(Saying.ANSWER) != null ? SURE : AnswerConfidence.of(letter.sentences(), quoted);
        return guess(MailKind.ANSWER, sure, number(), "написано человеком, других признаков нет");
    }

    private Meaning number() {
        String number = letter.first(Saying.ACKNOWLEDGEMENT) == null ? null : NamedNumber.in(letter);
        return number == null ? Meaning.NONE : Meaning.ofRegistration(number);
    }

    /** Perhaps the file that came with it is the answer: then a person looks. */
    private KindGuess acknowledgement(Sentence sentence) {
        boolean alone = mail.attachments().stream().noneMatch(Attachment::tells);
        Meaning meaning = Meaning.ofRegistration(NamedNumber.in(letter));
        double confidence =
                letter.all(Saying.ACKNOWLEDGEMENT).size() > 1 || meaning.incomingNumber() != null ? SURE : LIKELY;
        return alone
                ? guess(MailKind.ACKNOWLEDGEMENT, confidence, meaning, sentence.text())
                : guess(
                        MailKind.OTHER,
                        PERHAPS,
                        meaning,
                        "похоже на подтверждение, но с вложением: " + sentence.text());
    }

    private KindGuess byProgram(String sign) {
        Sentence registered = registersOnly();
        if (registered != null && !isAway()) {
            return acknowledgement(registered);
        }
        boolean sentByOffice = mail.autoSubmitted().equals("auto-generated")
                && letter.first(Saying.AUTO_REPLY) == null
                && mail.attachments().stream().anyMatch(Attachment::tells);
        return sentByOffice
                ? guess(MailKind.OTHER, PERHAPS, Meaning.NONE, "письмо программы с вложением: " + sign)
                : autoReply(sign, SURE);
    }

    private KindGuess autoReply(String evidence, double confidence) {
        return guess(MailKind.AUTO_REPLY, confidence, new Absence(letter, today).meaning(), evidence);
    }

    /** Whoever says that somebody is away registers nothing, even where he says «получено». */
    private boolean isAway() {
        return letter.all(Saying.AUTO_REPLY).stream()
                .anyMatch(sentence -> !rules.of(Saying.POLITENESS).in(sentence) && !registers(sentence));
    }

    /** A robot that says no more than that a letter was delivered has registered nothing. */
    private static boolean isRobot(Sentence away, Sentence registered) {
        return away.words().stream().anyMatch(word -> word.startsWith("робот"))
                && registered.words().stream().anyMatch(word -> word.startsWith("доставлен"));
    }

    private boolean registers(Sentence sentence) {
        return rules.of(Saying.ACKNOWLEDGEMENT).in(sentence);
    }

    /** Beside that, hardly anything is told. */
    private boolean isOnlyAway() {
        return letter.telling(Saying.AUTO_REPLY, Saying.DEPUTY, Saying.ACKNOWLEDGEMENT) < SHORT_REMARK
                && !letter.goesOn(Saying.AUTO_REPLY);
    }

    /** Whether beside that a citizen's matter is spoken of, and not in passing. */
    private boolean speaksOfMatter(Saying... besides) {
        return letter.substance(besides) > Substance.SURE || letter.substance() > 2 * Substance.SURE;
    }

    private KindGuess extension(Sentence sentence) {
        Meaning meaning = new AskedTime(letter, today).meaning();
        List<String> evidence = new ArrayList<>(List.of(sentence.text()));
        evidence.add(meaning.reason() == null ? "причина не названа" : "причина: " + meaning.reason());
        if (meaning.requestedUntil() != null) {
            evidence.add("просят до " + DAY.format(meaning.requestedUntil()));
        }
        if (meaning.requestedDays() != null) {
            evidence.add("просят рабочих дней: " + meaning.requestedDays());
        }
        boolean sure =
                meaning.reason() != null && (meaning.requestedUntil() != null || meaning.requestedDays() != null);
        return guess(MailKind.EXTENSION, sure ? SURE : LIKELY, meaning, evidence.toArray(String[]::new));
    }

    private KindGuess refusal(Sentence sentence) {
        String body = NamedBody.in(letter);
        Sentence because = letter.first(Saying.REASON);
        Meaning meaning = Meaning.ofRefusal(
                because == null ? null : Clause.trimmed(because.text()), NamedNumber.in(letter), body);
        return body == null
                ? guess(MailKind.REFUSAL, LIKELY, meaning, sentence.text())
                : guess(MailKind.REFUSAL, SURE, meaning, sentence.text(), "назван орган: " + body);
    }

    private @Nullable KindGuess clarification() {
        Sentence question = letter.first(Saying.CLARIFICATION);
        int told = letter.tellingWithoutQuestions(Saying.CLARIFICATION, Saying.ACKNOWLEDGEMENT, Saying.REFUSAL);
        if (question != null
                && told < LONG_ANSWER / 3
                && !speaksOfMatter(Saying.CLARIFICATION, Saying.ACKNOWLEDGEMENT, Saying.REFUSAL, Saying.REASON)) {
            return guess(MailKind.CLARIFICATION, question.isQuestion() ? SURE : LIKELY, Meaning.NONE, question.text());
        }
        return letter.asksOnly() ? guess(MailKind.CLARIFICATION, PERHAPS, Meaning.NONE, "только вопросы") : null;
    }

    private boolean isReply() {
        List<String> words = subject.words();
        String first = words.isEmpty() ? "" : words.get(0);
        return List.of("re", "отв", "ответ", "aw", "sv", "антв").contains(first)
                || !mail.inReplyTo().isEmpty();
    }

    private static KindGuess guess(MailKind kind, double confidence, Meaning meaning, String... evidence) {
        return new KindGuess(kind, confidence, List.of(evidence), meaning, List.of(), List.of());
    }
}
