package org.perezvon.mail.inbound;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Numbers from one to ninety-nine as people write them out: «три», «трёх», «двадцать пятого», «жиырма», "five". */
final class NumberWords {

    /**
     * A number and behind which word it ends.
     *
     * @param end the index behind its last word
     */
    record Number(int value, int end) {}

    private static final Map<String, Integer> WORDS = new HashMap<>();
    private static final Map<String, Integer> TENS = new HashMap<>();

    static {
        teach(WORDS, 1, "один одного одну одному первое первого первому бір бірінші one first ein einen eine un une");
        teach(WORDS, 2, "два две двух второе второго второму екі екінші two second zwei deux dos");
        teach(WORDS, 3, "три трех третье третьего третьему үш үшінші three third drei trois tres");
        teach(WORDS, 4, "четыре четырех четвертое четвертого төрт төртінші four fourth vier quatre");
        teach(WORDS, 5, "пять пяти пятое пятого бес бесінші five fifth fünf cinq");
        teach(WORDS, 6, "шесть шести шестое шестого алты алтыншы six sixth sechs");
        teach(WORDS, 7, "семь семи седьмое седьмого жеті жетінші seven seventh sieben sept");
        teach(WORDS, 8, "восемь восьми восьмое восьмого сегіз сегізінші eight eighth acht huit");
        teach(WORDS, 9, "девять девяти девятое девятого тоғыз тоғызыншы nine ninth neun neuf");
        teach(WORDS, 10, "десять десяти десятое десятого он оныншы ten tenth zehn dix");
        teach(WORDS, 11, "одиннадцать одиннадцати одиннадцатое одиннадцатого eleven eleventh");
        teach(WORDS, 12, "двенадцать двенадцати двенадцатое двенадцатого twelve twelfth");
        teach(WORDS, 13, "тринадцать тринадцати тринадцатое тринадцатого thirteen");
        teach(WORDS, 14, "четырнадцать четырнадцати четырнадцатое четырнадцатого fourteen");
        teach(WORDS, 15, "пятнадцать пятнадцати пятнадцатое пятнадцатого fifteen fifteenth");
        teach(WORDS, 16, "шестнадцать шестнадцати шестнадцатое шестнадцатого sixteen");
        teach(WORDS, 17, "семнадцать семнадцати семнадцатое семнадцатого seventeen");
        teach(WORDS, 18, "восемнадцать восемнадцати восемнадцатое восемнадцатого eighteen");
        teach(WORDS, 19, "девятнадцать девятнадцати девятнадцатое девятнадцатого nineteen");
        teach(TENS, 20, "двадцать двадцати двадцатое двадцатого жиырма жиырмасыншы twenty twentieth zwanzig");
        teach(TENS, 30, "тридцать тридцати тридцатое тридцатого отыз отызыншы thirty thirtieth dreißig");
        teach(TENS, 40, "сорок сорока қырық forty");
        teach(TENS, 50, "пятьдесят пятидесяти елу fifty");
        teach(TENS, 60, "шестьдесят шестидесяти алпыс sixty");
        teach(TENS, 90, "девяносто тоқсан ninety");
        TENS.put("он", 10);
    }

    private NumberWords() {}

    private static void teach(Map<String, Integer> map, int value, String words) {
        for (String word : words.split(" ")) {
            map.put(word, value);
        }
    }

    /** The number, in figures or in words, that begins there; its value is 0 when none does. */
    static Number at(List<String> words, int at) {
        if (at >= words.size()) {
            return new Number(0, at);
        }
        String word = words.get(at);
        int figures = figures(word);
        if (figures > 0) {
            return new Number(figures, at + 1);
        }
        Integer tens = TENS.get(word);
        Integer next = at + 1 < words.size() ? WORDS.get(words.get(at + 1)) : null;
        if (tens != null && next != null && next < 10) {
            return new Number(tens + next, at + 2);
        }
        Integer value = tens != null ? tens : WORDS.get(word);
        return value == null ? new Number(0, at) : new Number(value, at + 1);
    }

    /** «20», «20-го», «20th», of «10-30» the last; 0 when it is no number of at most three figures. */
    static int figures(String word) {
        int dash = word.lastIndexOf('-');
        String last = dash > 0 && dash + 1 < word.length() && Character.isDigit(word.charAt(dash + 1))
                ? word.substring(dash + 1)
                : word;
        int end = 0;
        while (end < last.length() && last.charAt(end) >= '0' && last.charAt(end) <= '9') {
            end++;
        }
        return end == 0 || end > 3 || last.length() - end > 6 ? 0 : Integer.parseInt(last.substring(0, end));
    }
}
