package org.perezvon.question;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.perezvon.directory.Directory;
import org.perezvon.directory.Mention;
import org.perezvon.knowledge.Edition;
import org.perezvon.knowledge.FoundItem;
import org.perezvon.knowledge.KnowledgeBase;
import org.springframework.stereotype.Component;

/** What speaks for any agency in a text: its words and topics, whose knowledge is similar, what was chosen for similar questions. */
@Component
class Grounds {

    private static final int MOST_TEMPLATES = 5;
    private static final int MOST_WORDS = 5;

    private final Directory directory;
    private final KnowledgeBase knowledge;
    private final SimilarQuestionStore similar;

    Grounds(Directory directory, KnowledgeBase knowledge, SimilarQuestionStore similar) {
        this.directory = directory;
        this.knowledge = knowledge;
        this.similar = similar;
    }

    List<Evidence> of(String text) {
        return Stream.of(mentioned(text), owners(text), chosenBefore(text))
                .flatMap(List::stream)
                .toList();
    }

    private record Found(String agencyCode, Mention.Kind kind, String topic, String title) {}

    private List<Evidence> mentioned(String text) {
        return directory.mentions(text).stream()
                .collect(groupingBy(
                        mention -> new Found(mention.agencyCode(), mention.kind(), mention.topic(), mention.title())))
                .entrySet()
                .stream()
                .map(found -> mentioned(
                        found.getKey(),
                        found.getValue().stream()
                                .map(Mention::word)
                                .distinct()
                                .sorted()
                                .toList()))
                .toList();
    }

    private static Evidence mentioned(Found found, List<String> words) {
        String listed = words.stream().limit(MOST_WORDS).collect(joining(", "));
        double strength = Evidence.strengthOf(words.size());
        return switch (found.kind()) {
            case NAME -> new Evidence(found.agencyCode(), Evidence.Reason.NAME, "", 1, "назван в вопросе: " + listed);
            case WORD ->
                new Evidence(found.agencyCode(), Evidence.Reason.WORDS, "", strength, "слова органа: " + listed);
            case TOPIC ->
                new Evidence(
                        found.agencyCode(),
                        Evidence.Reason.TOPIC,
                        found.topic(),
                        strength,
                        "тема «%s»: %s".formatted(found.title(), listed));
        };
    }

    /** The owner of the best template counts most. */
    private List<Evidence> owners(String text) {
        List<FoundItem> found = knowledge.search(text, MOST_TEMPLATES);
        List<Evidence> evidence = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < found.size(); i++) {
            Edition owned = found.get(i).current().edition();
            if (seen.add(owned.agencyCode())) {
                evidence.add(new Evidence(
                        owned.agencyCode(),
                        Evidence.Reason.TEMPLATE,
                        "",
                        1.0 / (i + 1),
                        "его шаблон «" + owned.title() + "»"));
            }
        }
        return evidence;
    }

    private List<Evidence> chosenBefore(String text) {
        return similar.chosen(text).stream()
                .map(choice -> new Evidence(
                        choice.agencyCode(),
                        Evidence.Reason.SIMILAR,
                        "",
                        (double) choice.chosen() / choice.of(),
                        "для похожих вопросов выбирали: %d из %d".formatted(choice.chosen(), choice.of())))
                .toList();
    }
}
