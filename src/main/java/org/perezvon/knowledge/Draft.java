package org.perezvon.knowledge;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.perezvon.kernel.EmailAddress;

/**
 * What may become an item of the information base, until an editor has decided (I-4.1).
 *
 * @param begunBy account of the person who kept an answer; «system» when a letter began it
 * @param due by when an editor decides
 * @param answer whose answer it is; absent unless somebody kept one
 * @param replaces the item it is the next version of; proposed by likeness until an editor has decided
 * @param decided absent until then; of several decisions the last
 */
record Draft(
        long id,
        Origin origin,
        State state,
        Instant begunAt,
        String begunBy,
        Instant due,
        Optional<Long> mail,
        String subject,
        Optional<Correspondent> correspondent,
        Optional<KeptAnswer> answer,
        Proposal proposal,
        Optional<Long> replaces,
        Optional<Decision> decided,
        Optional<Long> version) {

    /** The same, as somebody's answer that is worth keeping. */
    Draft answering(KeptAnswer kept) {
        return new Draft(
                id,
                origin,
                state,
                begunAt,
                begunBy,
                due,
                mail,
                subject,
                correspondent,
                Optional.of(kept),
                proposal,
                replaces,
                decided,
                version);
    }

    /** Where it comes from. */
    enum Origin {
        /** A letter with news (I-4.1). */
        MAIL("Письмо органа власти"),
        /** An answer to a citizen's question that is worth keeping. */
        ANSWER("Ответ на вопрос гражданина"),
        /** A corrected text that came when we asked whether an item still holds. */
        CONFIRMATION("Исправление при подтверждении");

        private final String title;

        Origin(String title) {
            this.title = title;
        }

        String title() {
            return title;
        }
    }

    /** Whose turn it is. */
    enum State {
        /** The agency's: to agree to what we want to keep. */
        APPROVAL,
        /** An editor's. */
        REVIEW,
        /** The agency's: to explain. */
        EXPLANATION,
        PUBLISHED,
        REJECTED;

        boolean isOver() {
            return this == PUBLISHED || this == REJECTED;
        }
    }

    /** Who wrote, or is asked. */
    record Correspondent(String name, EmailAddress email) {}

    /** @param inquiry id of the inquiry whose answer it is */
    record KeptAnswer(String question, String inquiry) {}

    /** @param what {@code publish}, {@code ask} or {@code reject}; @param why for the agency or the history */
    record Decision(String what, String by, Instant at, String why) {}

    /** A letter about it. */
    record DraftMail(long mailId, Instant receivedAt, Meaning meaning, String text) {}

    /** What a letter said to it. */
    enum Meaning {
        NEWS("сведения"),
        AGREED("согласовано"),
        CORRECTED("прислан исправленный текст"),
        REFUSED("не согласовано"),
        EXPLAINED("пояснение"),
        /** A program answered, or somebody thanked. */
        NOTHING("уведомление");

        private final String words;

        Meaning(String words) {
            this.words = words;
        }

        String words() {
            return words;
        }
    }

    /** The letters about a draft, oldest first. */
    record Correspondence(Draft draft, List<DraftMail> mails) {}
}
