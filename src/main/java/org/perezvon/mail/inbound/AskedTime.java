package org.perezvon.mail.inbound;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.perezvon.mail.Meaning;

/** For how long more time is asked for (I-10.3). */
final class AskedTime {

    private static final Set<String> UNTIL = Set.of(
            "до",
            "на",
            "к",
            "ко",
            "по",
            "позднее",
            "не",
            "until",
            "till",
            "by",
            "to",
            "bis",
            "zum",
            "jusqu'au",
            "al",
            "hasta",
            "fino",
            "do",
            "kadar");

    private static final Set<String> TODAY = Set.of("сегодня", "бүгін", "today");

    private final SpokenWords letter;
    private final @Nullable LocalDate today;

    AskedTime(SpokenWords letter, @Nullable LocalDate today) {
        this.letter = letter;
        this.today = today;
    }

    Meaning meaning() {
        LocalDate until = until();
        return Meaning.ofExtension(
                new AskedReason(letter, today).words(), until == null ? untilLater() : until, days());
    }

    /** «на 30 дней»: so many days from now, of which not all are working ones. */
    private @Nullable LocalDate untilLater() {
        for (Sentence sentence : letter.all(Saying.EXTENSION)) {
            int days = AskedSpan.longDays(sentence.words());
            if (days > 0 && today != null && workingDays(sentence.words()) == null) {
                return today.plusDays(days);
            }
        }
        return null;
    }

    /** The last day that is named as an end; «17.11.2026» of «на ваш запрос от 17.11.2026» is none. */
    private @Nullable LocalDate until() {
        LocalDate until = null;
        boolean span = asksForSpan();
        for (Sentence sentence : spoken()) {
            if (span && explains(sentence)) {
                continue; // «Бухгалтер в отпуске до пятницы. Продлите срок на неделю»
            }
            for (SpokenDay day : SpokenDay.in(sentence.words(), today)) {
                if (isEnd(sentence.words(), day) && (until == null || day.day().isAfter(until))) {
                    until = day.day();
                }
            }
            if (until != null) {
                return until;
            }
        }
        return null;
    }

    /** Somebody asks for so many days and names no day. */
    private boolean asksForSpan() {
        return letter.all(Saying.EXTENSION).stream()
                .anyMatch(sentence -> !explains(sentence)
                        && AskedSpan.workingDays(sentence.words()) != null
                        && SpokenDay.in(sentence.words(), today).isEmpty());
    }

    private boolean explains(Sentence sentence) {
        return letter.rules().of(Saying.REASON).in(sentence) && !AskedReason.asks(sentence);
    }

    private static boolean isEnd(List<String> words, SpokenDay day) {
        boolean today = TODAY.contains(words.get(day.from()));
        if (today && (day.from() == 0 || !UNTIL.contains(words.get(day.from() - 1)))) {
            return false;
        }
        for (int at = day.from() - 1; at >= 0 && at >= day.from() - 4; at--) {
            String word = words.get(at);
            if (word.equals("от")
                    || word.equals("с")
                    || word.equals("со")
                    || word.equals("вместо")
                    || word.equals("from")) {
                return false;
            }
            if (UNTIL.contains(word)) {
                return true;
            }
        }
        for (int at = day.to(); at < words.size() && at <= day.to() + 2; at++) {
            if (words.get(at).startsWith("дейін") || words.get(at).equals("kadar")) {
                return true;
            }
        }
        return day.from() <= 1 || !words.get(day.from() - 1).equals(",");
    }

    private @Nullable Integer days() {
        for (Sentence sentence : spoken()) {
            Integer days = workingDays(sentence.words());
            if (days != null) {
                return days;
            }
        }
        for (Sentence sentence : letter.all(Saying.EXTENSION)) {
            Integer days = AskedSpan.workingDays(sentence.words());
            if (days != null) {
                return days;
            }
        }
        return null;
    }

    /** «3 рабочих дня», «10 (десяти) рабочих дней», «үш жұмыс күніне», "five working days" */
    private static @Nullable Integer workingDays(List<String> words) {
        for (int at = 1; at < words.size(); at++) {
            String word = words.get(at);
            boolean working = word.startsWith("рабоч")
                    || word.equals("жұмыс")
                    || word.equals("working")
                    || word.equals("business")
                    || (word.equals("раб") && at + 1 < words.size());
            if (!working || !namesDays(words, at + 1)) {
                continue;
            }
            for (int from = Math.max(0, at - 5); from < at; from++) {
                NumberWords.Number number = NumberWords.at(words, from);
                if (number.value() > 0 && number.value() <= 250 && reaches(words, number.end(), at)) {
                    return number.value();
                }
            }
            if (words.get(at - 1).equals("на") && words.get(at + 1).equals("день")) {
                return 1;
            }
        }
        return null;
    }

    private static boolean namesDays(List<String> words, int at) {
        for (int i = at; i < words.size() && i <= at + 1; i++) {
            String word = words.get(i);
            if (word.startsWith("дн") || word.equals("день") || word.startsWith("күн") || word.startsWith("day")) {
                return true;
            }
        }
        return false;
    }

    /** Nothing but brackets, what stands in them, and «дополнительных» lies between. */
    private static boolean reaches(List<String> words, int from, int to) {
        for (int at = from; at < to; at++) {
            String word = words.get(at);
            boolean filler = word.equals("(")
                    || word.equals(")")
                    || word.startsWith("дополнительн")
                    || word.startsWith("additional")
                    || word.equals("more")
                    || NumberWords.at(words, at).value() > 0;
            if (!filler) {
                return false;
            }
        }
        return true;
    }

    private List<Sentence> spoken() {
        List<Sentence> sentences = new ArrayList<>();
        for (Sentence sentence : letter.all(Saying.EXTENSION)) {
            // who asks says until when; who explains says until when somebody is away
            int at = AskedReason.asks(sentence)
                    ? (int) sentences.stream().filter(AskedReason::asks).count()
                    : sentences.size();
            sentences.add(at, sentence);
        }
        for (Sentence sentence : letter.all(Saying.PROMISE)) {
            if (!sentences.contains(sentence)) {
                sentences.add(sentence);
            }
        }
        for (Sentence sentence : letter.sentences()) {
            boolean promises = sentence.words().contains("ответ")
                    || sentence.words().contains("ответим")
                    || sentence.words().contains("срок")
                    || sentence.words().contains("до");
            if (promises && !sentences.contains(sentence)) {
                sentences.add(sentence);
            }
        }
        return sentences;
    }
}
