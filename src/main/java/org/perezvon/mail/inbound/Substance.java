package org.perezvon.mail.inbound;

import java.util.List;
import java.util.Set;

/**
 * What shows that a citizen's matter is spoken of and not the correspondence about it: sums, hours, rooms, and the things
 * that agencies grant, repair and charge for.
 */
final class Substance {

    /** What one sure sign weighs; a word about a matter weighs half of it. */
    static final int SURE = 2;

    private static final WordList SURE_WORDS = RoutineWords.list("sure");
    private static final WordList TOPICS = RoutineWords.list("topics");
    private static final Set<String> UNITS = Set.of(
            "руб",
            "рублей",
            "рубля",
            "рубль",
            "тыс",
            "млн",
            "млрд",
            "%",
            "тенге",
            "теңге",
            "тг",
            "лет",
            "жыл",
            "кв",
            "куб",
            "км",
            "кг",
            "квт",
            "гкал",
            "€",
            "$",
            "£",
            "euro",
            "евро",
            "eur",
            "zł",
            "грн",
            "tl",
            "percent",
            "процентов",
            "процента",
            "классов",
            "классе",
            "чел",
            "человек");

    private Substance() {}

    /** How much of it is said. */
    static int weight(Sentence said) {
        List<String> words = said.words();
        int weight = 0;
        for (int at = 0; at < words.size(); at++) {
            String word = words.get(at);
            if (Character.isDigit(word.charAt(0))) {
                weight += isAmount(words, at) ? SURE : 0;
            } else if (SURE_WORDS.begins(word)) {
                weight += SURE;
            } else if (TOPICS.begins(word)) {
                weight++;
            }
        }
        return weight;
    }

    /** «45 рублей», «50 %», «с 9 до 18» */
    private static boolean isAmount(List<String> words, int at) {
        if (at + 1 < words.size() && UNITS.contains(words.get(at + 1))) {
            return true;
        }
        boolean hours = at > 0
                && at + 2 < words.size()
                && words.get(at - 1).equals("с")
                && words.get(at + 1).equals("до")
                && Character.isDigit(words.get(at + 2).charAt(0));
        return hours
                && words.get(at).length() <= 2
                && (at + 3 == words.size() || !words.get(at + 3).equals("."))
                && (at + 3 >= words.size() || Months.of(words.get(at + 3)) == 0);
    }
}
