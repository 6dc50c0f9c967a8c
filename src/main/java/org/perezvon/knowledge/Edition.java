package org.perezvon.knowledge;

import java.util.List;

/**
 * What one version of an item says (I-2).
 *
 * @param agencyCode the owner: the agency that supplied it and answers for it
 * @param title the question as people ask it
 * @param text what is read out, or what the document says; formatted as Markdown
 * @param steps of a call script (T-6), in their order, each with its title in the first line; empty for all other kinds
 * @param source the act, order or letter it rests on
 * @param topics words and subjects that lead to it beside its own
 */
public record Edition(
        ItemKind kind,
        String agencyCode,
        String title,
        String text,
        List<String> steps,
        String source,
        List<String> topics,
        Validity validity) {

    /** @throws IllegalArgumentException when the title is blank, or both text and steps are */
    public Edition {
        if (title.isBlank() || (text.isBlank() && steps.isEmpty())) {
            throw new IllegalArgumentException(
                    "I could not make an edition because it says nothing: title «" + title + "»");
        }
        steps = List.copyOf(steps);
        topics = List.copyOf(topics);
    }

    /** An answer template, the most frequent kind. */
    public static Edition template(String agencyCode, String title, String text, String source, Validity validity) {
        return new Edition(ItemKind.TEMPLATE, agencyCode, title, text, List.of(), source, List.of(), validity);
    }

    /** The same, valid otherwise. */
    Edition valid(Validity other) {
        return new Edition(kind, agencyCode, title, text, steps, source, topics, other);
    }

    /** All that is read, in one piece. */
    public String wholeText() {
        return steps.isEmpty() ? text : (text + "\n\n" + String.join("\n\n", steps)).strip();
    }
}
