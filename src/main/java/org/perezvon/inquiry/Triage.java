package org.perezvon.inquiry;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.perezvon.engine.Facts;
import org.perezvon.engine.Processes;
import org.perezvon.kernel.Conflict;
import org.perezvon.mail.Inbox;
import org.perezvon.mail.MailKind;
import org.perezvon.mail.Meaning;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The desk where a person decides what a mail is about. */
@Component
@Transactional
class Triage {

    private static final Logger log = LoggerFactory.getLogger(Triage.class);

    private static final Pattern NUMBER = Pattern.compile("20\\d{2}-\\d{6,9}(?:/\\d{1,2})?");
    private static final int MOST_GUESSES = 5;

    private final TriageStore store;
    private final Inbox inbox;
    private final Inquiries inquiries;
    private final AgencyReplies replies;
    private final Processes processes;
    private final Clock clock;

    Triage(
            TriageStore store,
            Inbox inbox,
            Inquiries inquiries,
            AgencyReplies replies,
            Processes processes,
            Clock clock) {
        this.store = store;
        this.inbox = inbox;
        this.inquiries = inquiries;
        this.replies = replies;
        this.processes = processes;
        this.clock = clock;
    }

    /** @param guesses which inquiries it might be about, best first; a number in the subject is a better guess still */
    void put(long mailId, String subject, String reason, List<InquiryId> guesses) {
        if (store.add(mailId, reason, together(numberedIn(subject), guesses))) {
            processes.start(
                    TriageProcess.KEY, TriageProcess.businessKey(mailId), Facts.of(TriageProcess.MAIL_ID, mailId));
            log.info("Mail {} lies on the desk: {}", mailId, reason);
        }
    }

    /** Anybody may write a number into a subject: it proves nothing, but saves a person the search. */
    private List<InquiryId> numberedIn(String subject) {
        return NUMBER.matcher(subject)
                .results()
                .limit(MOST_GUESSES)
                .flatMap(number -> inquiries.numbered(number.group(), MOST_GUESSES).stream())
                .map(Inquiry::id)
                .toList();
    }

    private static List<InquiryId> together(List<InquiryId> first, List<InquiryId> then) {
        return Stream.concat(first.stream(), then.stream())
                .distinct()
                .limit(MOST_GUESSES)
                .toList();
    }

    /** A person says to which inquiry this mail belongs and what it is. */
    void attach(long mailId, InquiryId inquiry, MailKind kind) {
        Inbox.KeptMail mail =
                inbox.mail(mailId).orElseThrow(() -> new IllegalArgumentException("Нет такого письма: " + mailId));
        Meaning meaning = entry(mailId).completing(mail.reading().meaning());
        replies.saidToBe(kind, meaning, inquiry, mailId, mail.receivedAt(), mail.reading());
        inbox.attached(mailId);
        store.decided(mailId, clock.instant());
    }

    /** A person says that this mail is news for the information base (I-4.1). */
    void handOn(long mailId) {
        inbox.handedOn(mailId);
        store.decided(mailId, clock.instant());
    }

    /** A person says that this mail is about no inquiry of ours. */
    void putAside(long mailId) {
        inbox.putAside(mailId);
        store.decided(mailId, clock.instant());
    }

    /**
     * A mail is tried again, as nobody has decided about it: its task is over.
     *
     * @throws Conflict when the task cannot be ended; the mail then stays where it is
     */
    void takenBack(long mailId) {
        String businessKey = TriageProcess.businessKey(mailId);
        boolean ended = processes.wake(businessKey, TriageProcess.TAKEN_BACK, Facts.none());
        if (!ended && processes.isRunning(businessKey)) {
            throw new Conflict("Задача о письме " + mailId
                    + " создана по прежней схеме, отозвать её нельзя: решите о письме в самой задаче");
        }
        store.remove(mailId);
        log.info("Mail {} is taken off the desk", mailId);
    }

    /** @param until the day a person has read in the mail; null when they name none */
    void note(long mailId, String person, String note, @Nullable LocalDate until) {
        store.note(mailId, person, note, until);
    }

    @Transactional(readOnly = true)
    TriageStore.Entry entry(long mailId) {
        return store.find(mailId).orElse(TriageStore.Entry.NONE);
    }
}
