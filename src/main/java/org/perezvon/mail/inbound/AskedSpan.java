package org.perezvon.mail.inbound;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** How much more time is asked for where nobody says that working days are meant: «ещё 3 дня», «на неделю», «дня на три». */
final class AskedSpan {

    private static final int WORKING_DAYS_OF_A_WEEK = 5;

    /** Whoever asks for more days than these means those of the calendar. */
    private static final int FEW_DAYS = 10;

    private AskedSpan() {}

    /** In working days, as people count when they ask for a few; null when no such span is named. */
    static @Nullable Integer workingDays(List<String> words) {
        int days = days(words);
        return days > 0 && days <= FEW_DAYS ? Integer.valueOf(days) : null;
    }

    /** In days of the calendar; 0 when none or only a few are named. */
    static int longDays(List<String> words) {
        int days = days(words);
        return days > FEW_DAYS ? days : 0;
    }

    private static int days(List<String> words) {
        for (int at = 0; at < words.size(); at++) {
            int unit = unit(words.get(at));
            if (unit > 0) {
                int count = Math.max(before(words, at), behind(words, at));
                if (count > 0) {
                    return count * unit;
                }
                boolean one = at > 0 && isOne(words.get(at - 1));
                if (one) {
                    return unit;
                }
            }
        }
        return 0;
    }

    private static int unit(String word) {
        if (word.equals("дня")
                || word.equals("дней")
                || word.equals("день")
                || word.startsWith("күн")
                || word.startsWith("сутк")
                || word.equals("суток")
                || word.equals("days")
                || word.equals("day")
                || word.equals("tage")
                || word.equals("jours")
                || word.equals("días")
                || word.equals("giorni")
                || word.equals("dni")
                || word.equals("днів")
                || word.equals("дні")
                || word.equals("gün")) {
            return 1;
        }
        boolean week = word.startsWith("недел")
                || word.startsWith("апта")
                || word.startsWith("week")
                || word.startsWith("woche")
                || word.equals("тижні")
                || word.equals("тиждень")
                || word.startsWith("tydzień");
        return week ? WORKING_DAYS_OF_A_WEEK : 0;
    }

    /** «три дня», «3 (три) дня» */
    private static int before(List<String> words, int at) {
        for (int from = Math.max(0, at - 4); from < at; from++) {
            NumberWords.Number number = NumberWords.at(words, from);
            boolean near = number.end() == at
                    || (number.end() < at && words.get(number.end()).equals("("));
            if (number.value() > 0 && number.value() <= 250 && near) {
                return number.value();
            }
        }
        return at > 0 && (words.get(at - 1).equals("пару") || words.get(at - 1).equals("пара")) ? 2 : 0;
    }

    /** «дня на три», «дня три» */
    private static int behind(List<String> words, int at) {
        int number = at + 1 < words.size() && words.get(at + 1).equals("на") ? at + 2 : at + 1;
        NumberWords.Number said = number < words.size() ? NumberWords.at(words, number) : new NumberWords.Number(0, at);
        boolean ends = said.end() >= words.size()
                || !Character.isLetter(words.get(said.end()).charAt(0));
        return words.get(at).equals("дня") && said.value() > 1 && said.value() <= FEW_DAYS && ends ? said.value() : 0;
    }

    private static boolean isOne(String word) {
        return List.of(
                        "на", "еще", "один", "одну", "бір", "тағы", "another", "one", "a", "eine", "ein", "einen",
                        "une", "un", "una", "jeden", "ще")
                .contains(word);
    }
}
