package org.perezvon.mail.inbound;

import java.util.List;

/** Tells a line that is a person's name by its shape: «Петрова М.П.», «И. И. Иванов», «Anna Schmidt». */
final class PersonName {

    private static final int LONGEST = 45;
    private static final List<String> PATRONYMICS =
            List.of("ович", "евич", "овна", "евна", "ична", "инична", "ұлы", "қызы", "кызы", "оглы");

    /** Of surnames in the nominative; few other words that begin with a capital letter end so. */
    private static final List<String> SURNAMES = List.of(
            "ов", "ова", "ев", "ева", "ёв", "ёва", "ин", "ина", "ын", "ына", "ский", "ская", "цкий", "цкая", "енко",
            "чук", "ян");

    private PersonName() {}

    /** Two or three words with capital letters, or a surname with initials; nothing else. */
    static boolean is(String text) {
        String bare = text.strip();
        if (bare.length() > LONGEST || bare.isEmpty()) {
            return false;
        }
        int words = 0;
        int initials = 0;
        for (String word : (bare.endsWith(",") ? bare.substring(0, bare.length() - 1) : bare)
                .split("[\\s]+|(?<=\\.)(?=\\p{Lu})")) {
            if (isInitial(word)) {
                initials++;
            } else if (isNameWord(word)) {
                words++;
            } else {
                return false;
            }
        }
        return (words == 1 && initials >= 1 && initials <= 2) || (initials <= 1 && words >= 2 && words <= 3);
    }

    /** A line that ends with «И.И. Иванов» or «Иванов И.И.» behind a gap: how officials sign. */
    static boolean endsWithInitials(String text) {
        String bare = text.strip();
        int gap = bare.lastIndexOf("   ");
        int tab = bare.lastIndexOf('\t');
        int at = Math.max(gap, tab);
        if (at <= 0 || bare.length() > 160) {
            return false;
        }
        String name = bare.substring(at).strip();
        return is(name) && name.indexOf('.') > 0;
    }

    /** «Директор школы И.И. Иванов». */
    static boolean isAtEndOf(String text) {
        int last = text.lastIndexOf(' ');
        int before = last < 0 ? -1 : text.lastIndexOf(' ', last - 1);
        String two = before < 0 ? "" : text.substring(before + 1);
        return before > 0 && two.indexOf('.') > 0 && text.length() <= 160 && is(two);
    }

    /** «Культорганизатор Тестова», «Шаблонов Олег»: few words, one of which, the first or the last, is a surname by its ending. */
    static boolean endsWithSurname(String text) {
        String[] words = text.strip().split("\\s+");
        return words.length >= 2
                && words.length <= 4
                && isNameWord(words[0])
                && isNameWord(words[words.length - 1])
                && (isSurname(words[words.length - 1]) || (words.length == 2 && isSurname(words[0])));
    }

    private static boolean isSurname(String word) {
        return word.length() > 4 && SURNAMES.stream().anyMatch(word::endsWith);
    }

    /** @param words in plain form */
    static boolean hasPatronymic(String words) {
        for (String word : words.split(" ")) {
            for (String ending : PATRONYMICS) {
                if (word.length() > ending.length() + 2 && word.endsWith(ending)) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean isInitial(String word) {
        return word.length() == 2 && Character.isUpperCase(word.charAt(0)) && word.charAt(1) == '.';
    }

    private static boolean isNameWord(String word) {
        if (word.length() < 2 || !Character.isUpperCase(word.codePointAt(0))) {
            return false;
        }
        boolean afterHyphen = false;
        for (int i = 1; i < word.length(); i++) {
            char c = word.charAt(i);
            if (!Character.isLetter(c) && "-'’".indexOf(c) < 0) {
                return false;
            }
            if (Character.isUpperCase(c) && !afterHyphen) {
                return false;
            }
            afterHyphen = c == '-' || c == '\'' || c == '’';
        }
        return true;
    }
}
