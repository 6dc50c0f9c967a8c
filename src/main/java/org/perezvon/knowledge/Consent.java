package org.perezvon.knowledge;

import java.util.Locale;
import java.util.regex.Pattern;

/** What somebody answers who was asked whether a text may stand: yes, no, or a better text. */
sealed interface Consent {

    /** «Согласовано», «подтверждаем»: it may stand as it is. */
    record Agreed() implements Consent {}

    /** It may not. */
    record Refused() implements Consent {}

    /** Neither: what they wrote instead. */
    record Corrected(String text) implements Consent {}

    /** Whoever agrees needs few words; a longer letter has something to say. */
    int MOST_WORDS = 14;

    Pattern COURTESY = Pattern.compile(
            "здравствуйте|добрый (?:день|вечер)|доброе утро|коллеги|уважаем\\p{L}+( \\p{L}+)?|спасибо|благодар\\p{L}+|с уважением.*|пожалуйста");

    Pattern NO = Pattern.compile(
            "\\bне (?:согласов\\p{L}*|соглас\\p{L}+|подтвержда\\p{L}+|подлежит|действ\\p{L}+|актуал\\p{L}+)|\\b(?:неактуал|недействит|отклон|отказ|утратил)\\p{L}*|\\bпросим не публиковать|\\bнельзя публиковать|\\bубрать\\b|\\bудалить\\b",
            Pattern.UNICODE_CHARACTER_CLASS);

    Pattern YES = Pattern.compile(
            "\\b(?:согласов\\p{L}+|соглас(?:ен|на|ны)|подтвержда\\p{L}+|подтвержден\\p{L}*|актуал\\p{L}+|верно|возражени\\p{L}* нет|нет возражени\\p{L}*|не возража\\p{L}+|без изменени\\p{L}*|публикуйте|да|ок|ok|замечани\\p{L}* нет|нет замечани\\p{L}*)\\b",
            Pattern.UNICODE_CHARACTER_CLASS);

    /** What takes back a part of a consent. */
    Pattern BUT = Pattern.compile("\\b(?:кроме|но|однако|исправ\\p{L}*)\\b", Pattern.UNICODE_CHARACTER_CLASS);

    static Consent of(String text) {
        String said = text.toLowerCase(Locale.ROOT)
                .replace('ё', 'е')
                .replaceAll("[^\\p{L}\\p{N}\\s]", " ")
                .replaceAll("\\s+", " ")
                .strip();
        String core =
                COURTESY.matcher(said).replaceAll(" ").replaceAll("\\s+", " ").strip();
        boolean few = core.split(" ").length <= MOST_WORDS;
        if (few && NO.matcher(core).find()) {
            return new Refused();
        }
        boolean except = BUT.matcher(core).find();
        return few && !except && YES.matcher(core).find() ? new Agreed() : new Corrected(text.strip());
    }
}
