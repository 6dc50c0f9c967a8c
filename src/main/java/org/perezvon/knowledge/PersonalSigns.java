package org.perezvon.knowledge;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Signs that a text speaks of one citizen: what everybody is told must not hold them (152-FZ). */
final class PersonalSigns {

    private static final Map<String, Pattern> SIGNS = new LinkedHashMap<>();

    static {
        SIGNS.put(
                "номер мобильного телефона",
                Pattern.compile("(?<!\\d)(?:\\+7|8)[\\s(-]*9\\d{2}[\\s)-]*\\d{3}[\\s-]?\\d{2}[\\s-]?\\d{2}(?!\\d)"));
        SIGNS.put("СНИЛС", Pattern.compile("(?<!\\d)\\d{3}-\\d{3}-\\d{3}[\\s-]\\d{2}(?!\\d)"));
        SIGNS.put(
                "номер паспорта",
                Pattern.compile(
                        "паспорт\\p{L}*[^.\\n]{0,20}\\d{2}\\s?\\d{2}|(?<![\\d№])\\d{2}\\s?\\d{2}\\s(?:№\\s?)?\\d{6}(?!\\d)",
                        Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE));
    }

    private PersonalSigns() {}

    /** What the text seems to hold, in Russian; empty when nothing shows. */
    static List<String> in(String text) {
        List<String> found = new ArrayList<>();
        SIGNS.forEach((words, sign) -> {
            if (sign.matcher(text).find()) {
                found.add(words);
            }
        });
        return found;
    }
}
