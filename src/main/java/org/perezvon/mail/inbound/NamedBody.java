package org.perezvon.mail.inbound;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The body to which our inquiry was sent on, or which is said to be competent, as written. */
final class NamedBody {

    private static final int LONGEST = 160;
    private static final String PLEASE = "пожалуйста";

    /** Where the name of a body ends at the latest. */
    private static final Set<String> BEHIND =
            Set.of((", ; ( ) : ! ? для как где откуда письмом исходящим исх который которое которая поэтому "
                            + "поскольку куда от за с со о об в во вам вы просим прошу they who which as since because for on "
                            + "at жолданды жіберілді where qui pour que para per które який")
                    .split(" "));

    private static final List<String> STEMS =
            List.of(("министерств департамент администраци управлени комитет фонд инспекци прокуратур полици служб "
                            + "агентств акимат мфц соцзащит налогов ведомств орган центр учреждени муниципал минздрав минсоц "
                            + "минстрой минтранс минобр дирекци палат суд росреестр мвд загс соцфонд отдел пенсионн бюро "
                            + "коллег поликлиник больниц управа балансодержател оператор муниципалитет приставам учредител "
                            + "комуслуг міністерств рад управлінн préfecture mairie ministère commune tribunal ayuntamiento "
                            + "consejería ministerio comune questura urzęd urząd gmin amt behörde ministry department agency "
                            + "council сбыт водоканал теплосет горгаз электросет")
                    .split(" "));

    /** Of «министрлігі», «басқармасы», «қоры» … as they stand where something is sent to them or belongs to them. */
    private static final List<String> KAZAKH_ENDINGS = List.of(
            "лігіне",
            "лігінің",
            "масына",
            "масының",
            "қорына",
            "қорының",
            "комитетіне",
            "комитетінің",
            "әкімдігіне",
            "әкімдігінің",
            "департаментіне",
            "департаментінің",
            "прокуратурасына",
            "прокуратурасының",
            "прокуратураға",
            "инспекциясына",
            "орталығына",
            "полициясына",
            "мекемесіне",
            "орталығының",
            "қызметіне");

    private static final List<String> KAZAKH_DATIVE =
            List.of("на", "не", "ға", "ге", "қа", "ке", "нан", "нен", "дан", "ден");

    private static final Set<String> KAZAKH_VERBS = Set.of(
            "хабарласыңыз",
            "хабарласыңыздар",
            "хабарлассын",
            "жүгініңіз",
            "жүгініңіздер",
            "жүгінсін",
            "жолдаңыз",
            "жіберіңіз",
            "сұраңыз",
            "жүгіну",
            "хабарласу",
            "қайта");

    private NamedBody() {}

    /** Null when none is named. */
    static @Nullable String in(SpokenWords letter) {
        Phrases before = letter.rules().of(Saying.OTHER_BODY);
        for (Sentence sentence : letter.all(Saying.REFUSAL, Saying.COMPETENCE)) {
            String body = in(sentence, before);
            if (body != null) {
                return body;
            }
        }
        for (Sentence sentence : letter.sentences()) {
            String body = in(sentence, before);
            if (body != null) {
                return body;
            }
        }
        return null;
    }

    private static @Nullable String in(Sentence written, Phrases before) {
        Sentence sentence = withoutPlease(written);
        Phrases.Span span = before.find(sentence);
        if (span == null) {
            return kazakh(sentence);
        }
        if (span.from() > 0 && sentence.words().get(span.from() - 1).equals("не")) {
            // «не входит в компетенцию министерства»: in whose then is said behind it, or not at all
            return in(Sentence.of(sentence.behind(span.to())), before);
        }
        List<String> words = sentence.words();
        int to = span.to();
        while (to < words.size() && !ends(words, to, span.to())) {
            to++;
        }
        return body(sentence.before(to).substring(sentence.before(span.to()).length()));
    }

    /** «Перенаправьте, пожалуйста, в …» */
    private static Sentence withoutPlease(Sentence sentence) {
        int at = sentence.words().indexOf(PLEASE);
        if (at < 0) {
            return sentence;
        }
        boolean parted =
                at + 1 < sentence.words().size() && sentence.words().get(at + 1).equals(",");
        String above = sentence.before(at).stripTrailing();
        String rest = sentence.behind(at + (parted ? 2 : 1));
        return Sentence.of((above.endsWith(",") ? above.substring(0, above.length() - 1) : above) + rest);
    }

    private static boolean ends(List<String> words, int at, int from) {
        String word = words.get(at);
        if (BEHIND.contains(word)) {
            // «в», «с» right behind the verb belong to the name no more than elsewhere, but «о» may: «Комитет о …».
            return at > from;
        }
        if (word.equals("по")) {
            return at + 1 < words.size()
                    && Set.of(
                                    "компетенции",
                                    "принадлежности",
                                    "подведомственности",
                                    "адресу",
                                    "телефону",
                                    "данному",
                                    "этому",
                                    "существу",
                                    "месту",
                                    "вопросу")
                            .contains(words.get(at + 1));
        }
        if (word.equals("на")) {
            return at > from;
        }
        if (word.equals("и")) {
            return at + 1 < words.size()
                    && (words.get(at + 1).startsWith("буд")
                            || words.get(at + 1).startsWith("рассм")
                            || words.get(at + 1).equals("не"));
        }
        return word.equals("—") || word.equals("–") || (word.equals("-") && at > from);
    }

    /** «Хатыңыз Денсаулық сақтау министрлігіне жолданды»: what stands before the verb. */
    private static @Nullable String kazakh(Sentence sentence) {
        List<String> words = sentence.words();
        for (int at = 1; at < words.size(); at++) {
            String word = words.get(at);
            boolean body = KAZAKH_ENDINGS.stream().anyMatch(word::endsWith) || isAddressed(words, at);
            if (body) {
                int from = at;
                String text = sentence.text();
                while (from > 0 && !isBreak(words.get(from - 1)) && at - from < 6) {
                    from--;
                }
                return body(text.substring(
                        sentence.before(from).length(), sentence.before(at + 1).length()));
            }
        }
        return null;
    }

    /** «ЖШС-не хабарласыңыз»: who is to be asked stands right before the verb. */
    private static boolean isAddressed(List<String> words, int at) {
        return at + 1 < words.size()
                && KAZAKH_VERBS.contains(words.get(at + 1))
                && KAZAKH_DATIVE.stream().anyMatch(words.get(at)::endsWith);
    }

    private static boolean isBreak(String word) {
        return word.equals(",")
                || word.equals(":")
                || word.endsWith("ңіз")
                || word.endsWith("ыңыз")
                || word.equals("мәселе")
                || word.equals("сұрау")
                || word.equals("бойынша")
                || word.equals("бұл");
    }

    private static @Nullable String body(String text) {
        String named = Clause.trimmed(text);
        String bare = named.toLowerCase(Locale.ROOT).startsWith("the ") ? named.substring(4) : named;
        boolean capital = bare.codePoints().anyMatch(Character::isUpperCase);
        String lower = bare.toLowerCase(Locale.ROOT);
        boolean known = STEMS.stream().anyMatch(lower::contains);
        return bare.length() < 3 || bare.length() > LONGEST || !(capital || known) ? null : bare;
    }
}
