package org.perezvon.knowledge;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.perezvon.mail.MailFile;

/**
 * A draft as an editor sees it: what it says now beside what is in force.
 *
 * @param approval what the agency said of it; absent while it was not asked or has not answered
 * @param candidates items it may be the next version of, best first
 * @param current the item it is proposed to replace; absent: it becomes a new one
 * @param difference word by word, from what is in force to what it says now
 * @param personal what in it seems to speak of one citizen; empty when nothing does
 * @param term by when the news was due, and whether it came later; absent while nobody knows since when it is so
 */
record DraftView(
        long id,
        Draft.Origin origin,
        String originTitle,
        Draft.State state,
        Instant begunAt,
        Instant due,
        @Nullable String from,
        @Nullable String question,
        @Nullable String inquiry,
        @Nullable String approval,
        ItemKind kind,
        ItemView.@Nullable OwnerView agency,
        String title,
        String answer,
        String source,
        List<String> topics,
        @Nullable LocalDate validFrom,
        @Nullable LocalDate validUntil,
        @Nullable LocalDate changedOn,
        @Nullable CandidateView current,
        List<CandidateView> candidates,
        List<Comparison.Piece> difference,
        List<String> personal,
        @Nullable TermView term,
        List<MailView> mails) {

    /** An item of the base, as much of it as is needed to choose one. */
    record CandidateView(
            long item,
            int version,
            String title,
            String answer,
            @Nullable LocalDate validUntil) {

        static CandidateView of(KnowledgeItem item) {
            Edition edition = item.current().edition();
            return new CandidateView(
                    item.id(),
                    item.current().number(),
                    edition.title(),
                    edition.text(),
                    edition.validity().until().orElse(null));
        }
    }

    record TermView(Instant due, boolean late, String clause, List<String> derivation) {

        static TermView of(Lateness.Judgement judgement) {
            return new TermView(
                    judgement.deadline().due(),
                    judgement.late(),
                    judgement.deadline().term().clause(),
                    judgement.deadline().derivation());
        }
    }

    /** A letter about it. */
    record MailView(long id, Instant receivedAt, String meaning, String text, List<AttachedView> files) {}

    /** @param href absent while it must not be opened */
    record AttachedView(
            String name,
            String type,
            long size,
            String words,
            @Nullable String href) {

        static AttachedView of(long draft, long mail, MailFile file) {
            return new AttachedView(
                    file.name(),
                    file.type(),
                    file.size(),
                    file.state().words(),
                    file.state().mayBeOpened()
                            ? "/api/knowledge/drafts/" + draft + "/files/" + mail + "/" + file.number()
                            : null);
        }
    }
}
