package org.perezvon.mail.inbound;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The sentences of a letter, and what each of them says. */
final class SpokenWords {

    private static final int FEWEST_LETTERS = 12;
    static final int LONGEST_GREETING = 40;
    private static final int SHORT_REMARK = 25;
    private static final int LONGEST_COURTESIES = 80;
    private static final int LONGEST_READ = 20_000;

    /** What is looked for in every sentence. */
    private static final Set<Saying> LOOKED_FOR = EnumSet.of(
            Saying.ANSWER,
            Saying.ATTACHED,
            Saying.ACKNOWLEDGEMENT,
            Saying.AUTO_REPLY,
            Saying.EXTENSION,
            Saying.PROMISE,
            Saying.REASON,
            Saying.REFUSAL,
            Saying.COMPETENCE,
            Saying.CLARIFICATION,
            Saying.KNOWLEDGE_UPDATE,
            Saying.NEWS,
            Saying.OTHER,
            Saying.DEPUTY,
            Saying.GREETING,
            Saying.POLITENESS);

    /** What is not said of this letter where it is told how such things are done. */
    private static final Set<Saying> ABOUT_THIS_LETTER = EnumSet.of(
            Saying.ACKNOWLEDGEMENT,
            Saying.AUTO_REPLY,
            Saying.EXTENSION,
            Saying.PROMISE,
            Saying.REFUSAL,
            Saying.CLARIFICATION);

    private final ReadingRules rules;
    private final List<Sentence> sentences;
    private final List<Set<Saying>> said = new ArrayList<>();

    private SpokenWords(ReadingRules rules, String text) {
        this.rules = rules;
        this.sentences = divided(text.length() > LONGEST_READ ? text.substring(0, LONGEST_READ) : text, rules);
        for (Sentence sentence : sentences) {
            Set<Saying> sayings = EnumSet.noneOf(Saying.class);
            for (Saying saying : LOOKED_FOR) {
                if (rules.of(saying).in(sentence)) {
                    sayings.add(saying);
                }
            }
            if (rules.of(Saying.GENERALITY).in(sentence)) {
                sayings.removeAll(ABOUT_THIS_LETTER);
            }
            said.add(sayings);
        }
    }

    /** «Спасибо за письмо, я в отпуске»: behind the courtesy something is said. */
    private static List<Sentence> divided(String text, ReadingRules rules) {
        List<Sentence> divided = new ArrayList<>();
        for (Sentence sentence : Sentences.of(text)) {
            int comma = rules.of(Saying.GREETING).in(sentence) ? sentence.text().indexOf(',') : -1;
            Sentence behind = Sentence.of(comma < 0 ? "" : sentence.text().substring(comma + 1));
            boolean number = Signs.mayTellDate(behind.text());
            if (behind.letters() < FEWEST_LETTERS && !number) {
                divided.add(sentence);
            } else {
                divided.add(Sentence.of(sentence.text().substring(0, comma + 1)));
                divided.add(behind);
            }
        }
        return divided;
    }

    static SpokenWords of(String text, ReadingRules rules) {
        return new SpokenWords(rules, text);
    }

    ReadingRules rules() {
        return rules;
    }

    List<Sentence> sentences() {
        return sentences;
    }

    /** The first sentence that says it; null when none does. */
    @Nullable
    Sentence first(Saying saying) {
        for (int i = 0; i < said.size(); i++) {
            if (said.get(i).contains(saying)) {
                return sentences.get(i);
            }
        }
        return null;
    }

    /** Those that say any of it, in their order. */
    List<Sentence> all(Saying... any) {
        List<Sentence> found = new ArrayList<>();
        for (int i = 0; i < said.size(); i++) {
            if (says(i, any)) {
                found.add(sentences.get(i));
            }
        }
        return found;
    }

    /** How many letters are told in sentences that say none of that and are no mere courtesy. */
    int telling(Saying... besides) {
        return telling(besides, false);
    }

    /** The same, of sentences that ask nothing. */
    int tellingWithoutQuestions(Saying... besides) {
        return telling(besides, true);
    }

    private int telling(Saying[] besides, boolean withoutQuestions) {
        int letters = 0;
        for (int i = 0; i < said.size(); i++) {
            Sentence sentence = sentences.get(i);
            boolean counts = tells(i) && !says(i, besides) && !(withoutQuestions && sentence.isQuestion());
            letters += counts ? sentence.letters() : 0;
        }
        return letters;
    }

    /** How much of a citizen's matter the parts of sentences speak of that say none of that. */
    int substance(Saying... besides) {
        int substance = 0;
        for (int i = 0; i < said.size(); i++) {
            for (Sentence clause : sentences.get(i).clauses()) {
                boolean other = isPolite(i);
                for (Saying saying : besides) {
                    other |= rules.of(saying).in(clause);
                }
                substance += other ? 0 : Substance.weight(clause);
            }
        }
        return substance;
    }

    /** Whether a sentence that says it goes on with a citizen's matter: «на контроле; по существу: …». */
    boolean goesOn(Saying saying) {
        for (int i = 0; i < said.size(); i++) {
            if (!says(i, saying)) {
                continue;
            }
            for (Sentence clause : sentences.get(i).clauses()) {
                if (!rules.of(saying).in(clause) && clause.letters() >= SHORT_REMARK && Substance.weight(clause) > 0) {
                    return true;
                }
            }
        }
        return false;
    }

    /** The first sentence that tells something, asks nothing and says none of that; null when there is none. */
    @Nullable
    Sentence tells(Saying... besides) {
        for (int i = 0; i < said.size(); i++) {
            if (tells(i) && !says(i, besides) && !sentences.get(i).isQuestion()) {
                return sentences.get(i);
            }
        }
        return null;
    }

    /** Whether it ends in a question, and hardly anything but questions is written: «Вопрос? Ответ.» is an answer. */
    boolean asksOnly() {
        boolean asksLast = false;
        for (int i = 0; i < said.size(); i++) {
            if (sentences.get(i).saysAnything() && !isPolite(i)) {
                asksLast = sentences.get(i).isQuestion();
            }
        }
        return asksLast && tellingWithoutQuestions() < SHORT_REMARK;
    }

    /** Whether nothing but greetings and courtesies is written; a long letter of turns of phrase says something all the same. */
    boolean isEmpty() {
        int courtesies = 0;
        for (int i = 0; i < said.size(); i++) {
            boolean greets = says(i, Saying.ATTACHED)
                    || (says(i, Saying.GREETING) && sentences.get(i).letters() < LONGEST_GREETING);
            if (!greets && says(i, Saying.POLITENESS)) {
                courtesies += sentences.get(i).letters();
            } else if (!greets && sentences.get(i).saysAnything()) {
                return false;
            }
        }
        return courtesies < LONGEST_COURTESIES;
    }

    private boolean says(int index, Saying... any) {
        for (Saying saying : any) {
            if (said.get(index).contains(saying)) {
                return true;
            }
        }
        return false;
    }

    private boolean tells(int index) {
        return sentences.get(index).letters() >= FEWEST_LETTERS && !isPolite(index);
    }

    /** A greeting, or a turn of phrase that answers nothing. */
    private boolean isPolite(int index) {
        return says(index, Saying.POLITENESS, Saying.ATTACHED)
                || (says(index, Saying.GREETING) && sentences.get(index).letters() < LONGEST_GREETING);
    }
}
