package org.perezvon.knowledge;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.perezvon.directory.Agency;
import org.perezvon.directory.Directory;
import org.perezvon.mail.MailFile;
import org.perezvon.mail.MailFiles;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Drafts as editors see them. */
@Component
@Transactional(readOnly = true)
class DraftViews {

    private final Drafts drafts;
    private final Likeness likeness;
    private final Lateness lateness;
    private final KnowledgeBase knowledge;
    private final Directory directory;
    private final MailFiles files;

    DraftViews(
            Drafts drafts,
            Likeness likeness,
            Lateness lateness,
            KnowledgeBase knowledge,
            Directory directory,
            MailFiles files) {
        this.drafts = drafts;
        this.likeness = likeness;
        this.lateness = lateness;
        this.knowledge = knowledge;
        this.directory = directory;
        this.files = files;
    }

    Optional<DraftView> find(long id) {
        return drafts.find(id).map(this::view);
    }

    private DraftView view(Draft.Correspondence found) {
        Draft draft = found.draft();
        Proposal proposal = draft.proposal();
        Optional<KnowledgeItem> current = draft.replaces().flatMap(knowledge::item);
        return new DraftView(
                draft.id(),
                draft.origin(),
                draft.origin().title(),
                draft.state(),
                draft.begunAt(),
                draft.due(),
                draft.correspondent()
                        .map(who -> who.name().equals(who.email().value())
                                ? who.name()
                                : who.name() + " <" + who.email() + ">")
                        .orElse(null),
                draft.answer().map(Draft.KeptAnswer::question).orElse(null),
                draft.answer().map(Draft.KeptAnswer::inquiry).orElse(null),
                approval(found),
                proposal.kind(),
                proposal.agency().map(this::owner).orElse(null),
                proposal.title(),
                proposal.text(),
                proposal.source(),
                proposal.topics(),
                proposal.validFrom().orElse(null),
                proposal.validUntil().orElse(null),
                proposal.changedOn().orElse(null),
                current.map(DraftView.CandidateView::of).orElse(null),
                likeness.candidates(proposal).stream()
                        .map(DraftView.CandidateView::of)
                        .toList(),
                current.map(item -> Comparison.of(item.current().edition().text(), proposal.text()))
                        .orElse(List.of()),
                PersonalSigns.in(proposal.title() + "\n" + proposal.text()),
                lateness.of(draft).map(DraftView.TermView::of).orElse(null),
                found.mails().stream().map(mail -> view(draft.id(), mail)).toList());
    }

    private static @Nullable String approval(Draft.Correspondence found) {
        return found.draft().origin() == Draft.Origin.ANSWER
                ? found.mails().stream()
                        .filter(mail -> mail.meaning() != Draft.Meaning.NOTHING)
                        .reduce((first, last) -> last)
                        .map(mail -> mail.meaning().words())
                        .orElse(null)
                : null;
    }

    private DraftView.MailView view(long draft, Draft.DraftMail mail) {
        return new DraftView.MailView(
                mail.mailId(),
                mail.receivedAt(),
                mail.meaning().words(),
                mail.text(),
                files.of(mail.mailId()).stream()
                        .filter(MailFile::tells)
                        .map(file -> DraftView.AttachedView.of(draft, mail.mailId(), file))
                        .toList());
    }

    private ItemView.OwnerView owner(String code) {
        return new ItemView.OwnerView(
                code, directory.agency(code).map(Agency::shortName).orElse(code));
    }
}
