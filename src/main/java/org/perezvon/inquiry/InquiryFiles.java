package org.perezvon.inquiry;

import java.util.List;
import java.util.Optional;
import org.perezvon.directory.Directory;
import org.perezvon.directory.ResponsiblePerson;
import org.perezvon.kernel.RegistrationNumber;
import org.perezvon.mail.AnswerInFile;
import org.perezvon.mail.LetterAttempt;
import org.perezvon.mail.MailFile;
import org.perezvon.mail.MailFiles;
import org.perezvon.mail.Outbox;
import org.perezvon.mail.SentLetter;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Puts together what is known of an inquiry: its letters, its term, its replies. */
@Component
@Transactional(readOnly = true)
public class InquiryFiles {

    private static final int MOST_ATTEMPTS = 50;

    private final Inquiries inquiries;
    private final TermChangeStore changes;
    private final ReplyStore replies;
    private final ResolutionStore resolutions;
    private final Directory directory;
    private final Outbox outbox;
    private final MailFiles files;

    InquiryFiles(
            Inquiries inquiries,
            TermChangeStore changes,
            ReplyStore replies,
            ResolutionStore resolutions,
            Directory directory,
            Outbox outbox,
            MailFiles files) {
        this.inquiries = inquiries;
        this.changes = changes;
        this.replies = replies;
        this.resolutions = resolutions;
        this.directory = directory;
        this.outbox = outbox;
        this.files = files;
    }

    public List<InquiryView> ofQuestion(RegistrationNumber number) {
        return inquiries.ofQuestion(number).stream().map(this::view).toList();
    }

    Optional<InquiryView> find(InquiryId id) {
        return inquiries.find(id).map(this::view);
    }

    /** The latest attempts to send a letter of this inquiry, with what was said; none when it is not one of its letters. */
    List<LetterAttempt> attempts(InquiryId id, long letter) {
        return outbox.about(id.toString()).stream()
                .filter(known -> known.id() == letter)
                .flatMap(known -> outbox.attempts(letter, MOST_ATTEMPTS).stream())
                .toList();
    }

    List<InquiryView> numbered(String start, int limit) {
        return inquiries.numbered(start, limit).stream().map(this::view).toList();
    }

    private InquiryView view(Inquiry inquiry) {
        Optional<Inquiry.Term> term = inquiry.term();
        return new InquiryView(
                inquiry.id().toString(),
                inquiry.number(),
                inquiry.questionNumber().value(),
                inquiry.text(),
                agency(inquiry.agencyCode()),
                inquiry.state(),
                inquiry.responsible().map(InquiryFiles::person).orElse(null),
                outbox.about(inquiry.id().toString()).stream()
                        .map(InquiryFiles::letter)
                        .toList(),
                term.map(Inquiry.Term::receivedAt).orElse(null),
                term.map(Inquiry.Term::due).orElse(null),
                term.map(Inquiry.Term::target).orElse(null),
                term.map(Inquiry.Term::maximum).orElse(null),
                term.map(Inquiry.Term::provisional).orElse(false),
                term.map(Inquiry.Term::explanation).orElse(null),
                term.map(Inquiry.Term::derivation).orElse(List.of()),
                changes.of(inquiry.id()).stream()
                        .map(InquiryView.TermChangeView::of)
                        .toList(),
                replies(inquiry),
                inquiry.origin().kind(),
                inquiry.incomingNumber().orElse(null),
                inquiry.origin()
                        .insteadOf()
                        .flatMap(inquiries::find)
                        .map(Inquiry::number)
                        .orElse(null),
                resolutions.of(inquiry.id()).stream()
                        .map(InquiryView.DecisionView::of)
                        .toList());
    }

    private InquiryView.AgencyView agency(String code) {
        return directory
                .agency(code)
                .map(known -> new InquiryView.AgencyView(known.code(), known.name(), known.shortName()))
                .orElse(new InquiryView.AgencyView(code, code, code));
    }

    private static InquiryView.PersonView person(ResponsiblePerson person) {
        return new InquiryView.PersonView(person.name(), person.email().value());
    }

    private static InquiryView.LetterView letter(SentLetter letter) {
        return new InquiryView.LetterView(
                letter.id(),
                letter.messageId(),
                letter.purpose(),
                letter.subject(),
                letter.to(),
                letter.state(),
                letter.attempts(),
                letter.notBefore(),
                letter.waitingBecause().orElse(null),
                letter.acceptedAt().orElse(null),
                letter.server().orElse(null),
                letter.serverReply().orElse(null),
                letter.lastError().orElse(null),
                letter.reports());
    }

    /** Each reply once: what was sent twice is counted, not shown twice. */
    private List<InquiryView.ReplyView> replies(Inquiry inquiry) {
        List<Reply> all = replies.of(inquiry.id());
        return all.stream()
                .filter(reply -> reply.repeats().isEmpty())
                .map(reply -> reply(reply, (int) all.stream()
                        .filter(other ->
                                other.repeats().filter(id -> id == reply.id()).isPresent())
                        .count()))
                .toList();
    }

    private InquiryView.ReplyView reply(Reply reply, int repeats) {
        List<MailFile> attached = files.of(reply.mailId());
        return new InquiryView.ReplyView(
                reply.id(),
                reply.receivedAt(),
                reply.from(),
                reply.subject(),
                reply.kind(),
                reply.text(),
                reply.quoted(),
                reply.signature(),
                reply.disclaimer(),
                reply.answered(),
                reply.sender(),
                "/api/mails/" + reply.mailId() + "/original",
                "/api/mails/" + reply.mailId() + "/html",
                attached.stream().map(file -> FileView.of(reply.mailId(), file)).toList(),
                AnswerInFile.is(reply.text(), attached),
                repeats);
    }
}
