package org.perezvon.mail.inbound;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Letters that people write, and programs in their name. Each sentence is read by itself: it greets, it says that the
 * letter was registered, it asks for time, or it tells something.
 */
final class SpokenKinds {

    private static final int SHORT_LETTER = 900;
    private static final int TELLING_SENTENCE = 30;
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
        String text = reply.whole() && repeatsUs() ? "" : reply.text();
        this.sentences = sentences(text.length() > LONGEST_READ ? text.substring(0, LONGEST_READ) : text);
    }

    static KindGuess read(ParsedMail mail, ReplyText reply) {
        return new SpokenKinds(mail, reply).guess();
    }

    private KindGuess guess() {
        String registered = first(SpokenKinds::isRegistration);
        if (registered != null && !tellsMore(SpokenKinds::isRegistration)) {
            return KindGuess.because(MailKind.ACKNOWLEDGEMENT, registered);
        }
        KindGuess program = byProgram();
        if (program != null) {
            return program;
        }
        String extension = first(SpokenKinds::asksForTime);
        if (extension != null) {
            return extension(extension);
        }
        String refusal = first(SpokenKinds::refuses);
        if (refusal != null && telling(SpokenKinds::refuses) < LONG_ANSWER) {
            return KindGuess.because(MailKind.REFUSAL, refusal);
        }
        String question = first(SpokenKinds::asksUs);
        if (question != null && telling(SpokenKinds::asksUs) < LONG_ANSWER / 3) {
            return KindGuess.because(MailKind.CLARIFICATION, question);
        }
        if (isForTheBase()) {
            return KindGuess.because(MailKind.KNOWLEDGE_UPDATE, "тема «" + mail.subject() + "»");
        }
        if (mail.headers().has("List-Unsubscribe")) {
            return KindGuess.because(MailKind.OTHER, "рассылка: есть List-Unsubscribe");
        }
        boolean empty = sentences.stream().noneMatch(sentence -> letters(sentence) > 0);
        if (empty && mail.attachments().stream().allMatch(Attachment::inline)) {
            return KindGuess.because(MailKind.OTHER, "нового текста нет, вложений нет");
        }
        return KindGuess.because(
                MailKind.ANSWER, empty ? "ответ во вложении" : "написано человеком, других признаков нет");
    }

    /** Whether the only text is our own letter coming back. */
    private boolean repeatsUs() {
        return reply.text()
                        .lines()
                        .anyMatch(line -> ReplyMarker.isOn(line.replace(">", "").strip()))
                || reply.text().startsWith(">");
    }

    private @Nullable KindGuess byProgram() {
        String away = first(SpokenKinds::isAway);
        String submitted = mail.autoSubmitted();
        if (submitted.startsWith("auto-")) {
            boolean sentByOffice =
                    submitted.equals("auto-generated") && !mail.attachments().isEmpty() && away == null;
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
        if (AUTO_SUBJECTS.stream().anyMatch(subject::startsWith)) {
            return KindGuess.because(MailKind.AUTO_REPLY, "тема «" + mail.subject() + "»");
        }
        boolean suppresses = mail.headers().has("X-Auto-Response-Suppress") || mail.hasEmptyReturnPath();
        if (away != null && (suppresses || reply.text().length() < SHORT_LETTER)) {
            return KindGuess.because(MailKind.AUTO_REPLY, away);
        }
        return mail.hasEmptyReturnPath() ? KindGuess.because(MailKind.AUTO_REPLY, "пустой обратный адрес") : null;
    }

    private KindGuess extension(String sentence) {
        String reason = first(SpokenKinds::givesReason);
        String evidence = reason == null ? "причина не названа" : "причина: " + reason;
        return new KindGuess(MailKind.EXTENSION, List.of(sentence, evidence), reason, List.of(), List.of());
    }

    private boolean isForTheBase() {
        boolean reply = subject.startsWith("re:")
                || subject.startsWith("отв:")
                || !mail.inReplyTo().isEmpty();
        return !reply && FOR_THE_BASE.stream().anyMatch(subject::contains);
    }

    private @Nullable String first(Predicate<String> means) {
        for (String sentence : sentences) {
            if (means.test(sentence.toLowerCase(Locale.ROOT))) {
                return sentence;
            }
        }
        return null;
    }

    /** Whether, besides greetings and sentences of that meaning, something is told. */
    private boolean tellsMore(Predicate<String> meaning) {
        return telling(meaning) >= TELLING_SENTENCE;
    }

    private int telling(Predicate<String> meaning) {
        int letters = 0;
        for (String sentence : sentences) {
            String words = sentence.toLowerCase(Locale.ROOT);
            if (!meaning.test(words) && !isPoliteness(words)) {
                letters += letters(sentence);
            }
        }
        return letters;
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

    private static final List<String> AUTO_SUBJECTS = List.of(
            "автоответ",
            "автоматический ответ",
            "автоматты жауап",
            "automatic reply",
            "auto reply",
            "auto-reply",
            "autoreply",
            "auto:",
            "out of office",
            "out-of-office",
            "вне офиса",
            "нет на месте",
            "нет на рабочем месте",
            "отсутствие на рабочем месте",
            "abwesenheitsnotiz",
            "réponse automatique");

    private static final List<String> FOR_THE_BASE = List.of(
            "информационную базу",
            "информационной базы",
            "информационная база",
            "базу знаний",
            "базы знаний",
            "шаблон ответа",
            "шаблоны ответов",
            "актуализация информации",
            "обновление информации",
            "ақпараттық баз");

    private static boolean isRegistration(String words) {
        boolean registered = has(words, "зарегистрирован", "тіркелді", "тіркелген", "has been registered");
        boolean letter = has(
                words,
                "обращени",
                "запрос",
                "письмо",
                "письма",
                "сообщени",
                "документ",
                "заявк",
                "вх",
                "өтініш",
                "хат",
                "сұрау",
                "request");
        if (registered && letter && !has(words, "сообщаем, что граж", "может быть зарегистрирован")) {
            return true;
        }
        return has(
                        words,
                        "присвоен входящий",
                        "присвоен регистрационный",
                        "присвоен номер",
                        "регистрационный номер вашего")
                || has(
                        words,
                        "принято к рассмотрению",
                        "принят к рассмотрению",
                        "принято в работу",
                        "принят в работу",
                        "взято в работу",
                        "взят в работу",
                        "принято к исполнению")
                || has(
                        words,
                        "ваше письмо получено",
                        "ваше обращение получено",
                        "ваш запрос получен",
                        "ваше сообщение получено",
                        "получение подтверждаем",
                        "подтверждаем получение",
                        "подтверждаю получение",
                        "письмо получили",
                        "ваше обращение принято",
                        "ваш запрос принят",
                        "хатыңыз қабылданды",
                        "сұрауыңыз қабылданды")
                || words.startsWith("вх. №")
                || words.startsWith("вх.№")
                || words.startsWith("вх №")
                || words.startsWith("входящий №")
                || words.equals("получено.")
                || words.equals("получено")
                || words.equals("принято.")
                || words.equals("принято")
                || words.equals("получили.")
                || words.equals("принято в работу.");
    }

    private static boolean isAway(String words) {
        return has(
                        words,
                        "нахожусь в отпуске",
                        "нахожусь в ежегодном",
                        "нахожусь в очередном",
                        "нахожусь в командировке",
                        "нахожусь на больничном",
                        "я в отпуске",
                        "я на больничном",
                        "буду отсутствовать",
                        "отсутствую на рабочем месте",
                        "временно отсутствую",
                        "меня нет на рабочем месте",
                        "не имею доступа к почте",
                        "нет доступа к почте",
                        "отвечу по возвращении",
                        "отвечу вам по возвращении",
                        "отвечу после возвращения")
                || has(
                        words,
                        "это автоматический ответ",
                        "автоматическое уведомление",
                        "письмо сформировано автоматически",
                        "сообщение сформировано автоматически",
                        "письмо создано автоматически",
                        "сгенерировано автоматически",
                        "отправлено автоматически",
                        "не отвечайте на это письмо",
                        "не отвечайте на данное письмо",
                        "не нужно отвечать на это")
                || has(
                        words,
                        "out of the office",
                        "out of office",
                        "on vacation until",
                        "this is an automatic",
                        "on annual leave")
                || has(
                        words,
                        "демалыстамын",
                        "еңбек демалысында",
                        "іссапардамын",
                        "жұмыс орнында болмаймын",
                        "автоматты түрде жіберілді");
    }

    private static boolean asksForTime(String words) {
        boolean longer = has(
                words,
                "продл",
                "перенести срок",
                "перенос срок",
                "увеличить срок",
                "дополнительный срок",
                "дополнительное время",
                "отсрочк",
                "мерзімін ұзарт",
                "мерзімді ұзарт");
        boolean asks = has(words, "просим", "прошу", "просит", "просьба", "сұраймыз", "сұраймын", "ходатайств");
        boolean about = has(words, "срок", "время", "отсрочк", "мерзім");
        if (longer && asks && about) {
            return true;
        }
        boolean ours = has(
                words,
                "срок подготовки ответа",
                "срок предоставления ответа",
                "срок рассмотрения запроса",
                "срок рассмотрения обращения",
                "срок ответа",
                "срок исполнения запроса");
        return ours && has(words, "продлен", "продлён", "продлевается", "продлеваем", "будет продл")
                || has(
                        words,
                        "ответ будет направлен позднее",
                        "ответ будет предоставлен позднее",
                        "ответ направим позднее",
                        "ответим позднее",
                        "ответ дадим позднее");
    }

    private static boolean givesReason(String words) {
        return has(
                words,
                "в связи с",
                "в связи ",
                "поскольку",
                "так как",
                "т.к.",
                "ввиду",
                "по причине",
                "из-за",
                "вследствие",
                "необходимо запросить",
                "требуется запросить",
                "необходимостью",
                "требует дополнительн",
                "требуется дополнительн",
                "байланысты",
                "себебі");
    }

    private static boolean refuses(String words) {
        boolean competence = has(words, "компетенци", "полномочи", "ведению", "ведении", "құзырет");
        boolean not = has(
                words,
                "не относится",
                "не относятся",
                "не входит",
                "не входят",
                "не является",
                "вне компетенции",
                "не наделен",
                "не в компетенции",
                "не обладает",
                "кірмейді",
                "жатпайды");
        return competence && not
                || has(
                        words,
                        "перенаправлен в",
                        "перенаправлено в",
                        "перенаправляем в",
                        "перенаправили в",
                        "направлен по компетенции",
                        "направлено по компетенции",
                        "направляем по компетенции",
                        "направлен по принадлежности",
                        "направлено по принадлежности",
                        "переадресован в",
                        "переадресовано в")
                || has(words, "в предоставлении информации отказано", "отказываем в предоставлении информации");
    }

    private static boolean asksUs(String words) {
        if (has(words, "по телефону", "на сайте", "в личном кабинете")) {
            return false;
        }
        return has(
                        words,
                        "просим уточнить",
                        "прошу уточнить",
                        "просьба уточнить",
                        "уточните, пожалуйста",
                        "уточните пожалуйста",
                        "пожалуйста, уточните",
                        "необходимо уточнить",
                        "просим конкретизировать",
                        "просим предоставить дополнительн",
                        "прошу предоставить дополнительн",
                        "просим сообщить дополнительн",
                        "недостаточно информации для",
                        "недостаточно сведений для",
                        "недостаточно данных для",
                        "нақтылауыңызды",
                        "нақтылап беріңіз",
                        "нақтылауды сұраймыз")
                || words.startsWith("уточните");
    }

    private static boolean isPoliteness(String words) {
        return letters(words) < 12
                || has(
                                words,
                                "здравствуйте",
                                "добрый день",
                                "доброе утро",
                                "добрый вечер",
                                "уважаем",
                                "спасибо за обращение",
                                "благодарим за обращение",
                                "благодарим вас",
                                "қайырлы күн",
                                "сәлеметсіз",
                                "құрметті")
                        && letters(words) < 80
                || has(
                        words,
                        "ответ будет направлен",
                        "ответ будет дан",
                        "ответ будет предоставлен",
                        "ответ поступит",
                        "срок рассмотрения",
                        "будет рассмотрен",
                        "в установленный срок",
                        "в установленном порядке",
                        "о результатах",
                        "жауап беріледі",
                        "не требует ответа",
                        "не отвечайте",
                        "сформировано автоматически",
                        "телефон для справок",
                        "тел. для справок",
                        "по всем вопросам",
                        "дата регистрации",
                        "с уважением");
    }

    private static boolean has(String words, String... phrases) {
        for (String phrase : phrases) {
            if (words.contains(phrase)) {
                return true;
            }
        }
        return false;
    }
}
