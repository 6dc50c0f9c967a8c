package org.perezvon.inquiry;

import java.time.Instant;
import java.util.Optional;
import org.perezvon.directory.ResponsiblePerson;

/**
 * What was decided about an inquiry, by whom and why (резолюция); stays on file.
 *
 * @param by the person's account, or {@link #BY_TABLE}
 * @param mailId the mail it is about
 * @param note the words of the decision: what the agency is told, what was agreed on, why
 * @param until how long to wait, or until when the term was extended
 * @param clause the clause it stands on
 * @param agencyCode the agency to be asked instead
 * @param addressee the person a letter goes to by this decision
 */
record Resolution(
        long id,
        Instant at,
        Kind kind,
        String by,
        Optional<Long> mailId,
        Optional<String> note,
        Optional<Instant> until,
        Optional<String> clause,
        Optional<String> agencyCode,
        Optional<ResponsiblePerson> addressee) {

    static final String BY_TABLE = "таблица решений";

    /** What there is to decide. */
    enum Kind {
        SEND_AGAIN("запрос отправляется снова"),
        WAIT("ждём дальше"),
        CLOSE("закрыть без ответа"),
        EXTEND("срок продлён"),
        REFUSE_EXTENSION("срок не продлён"),
        ASK_REASON("срок не продлён: причина не названа"),
        CLARIFY("уточнение отправлено"),
        ASK_OTHER("запрос направлен другому органу"),
        ALREADY_ASKED("ответа ждём от другого органа, он уже спрошен"),
        INSIST("ответа ждём от этого органа"),
        ASK_DEPUTY("запрос направлен и заместителю"),
        NO_DEPUTY("заместитель не подтверждён"),
        RETURN("ответ возвращён: не по существу"),
        WITHDRAW("запрос отозван");

        private final String inRussian;

        Kind(String inRussian) {
            this.inRussian = inRussian;
        }

        String inRussian() {
            return inRussian;
        }
    }

    /** A resolution that is just being taken. */
    static Resolution of(Kind kind, String by, Instant at) {
        return new Resolution(
                0,
                at,
                kind,
                by,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    Resolution about(Optional<Long> mail) {
        return new Resolution(id, at, kind, by, mail, note, until, clause, agencyCode, addressee);
    }

    Resolution saying(Optional<String> words) {
        return new Resolution(id, at, kind, by, mailId, words, until, clause, agencyCode, addressee);
    }

    Resolution until(Instant moment) {
        return new Resolution(id, at, kind, by, mailId, note, Optional.of(moment), clause, agencyCode, addressee);
    }

    Resolution standingOn(Optional<String> law) {
        return new Resolution(id, at, kind, by, mailId, note, until, law, agencyCode, addressee);
    }

    Resolution asking(String agency) {
        return new Resolution(id, at, kind, by, mailId, note, until, clause, Optional.of(agency), addressee);
    }

    Resolution to(ResponsiblePerson person) {
        return new Resolution(id, at, kind, by, mailId, note, until, clause, agencyCode, Optional.of(person));
    }
}
