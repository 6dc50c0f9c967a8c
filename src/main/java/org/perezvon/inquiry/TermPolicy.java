package org.perezvon.inquiry;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import org.perezvon.directory.Agency;
import org.perezvon.directory.Jurisdictions;
import org.perezvon.engine.Decisions;
import org.perezvon.mail.Meaning;
import org.perezvon.worktime.Body;
import org.perezvon.worktime.Deadline;
import org.perezvon.worktime.Deadlines;
import org.perezvon.worktime.Term;
import org.perezvon.worktime.TermRow;
import org.perezvon.worktime.Terms;
import org.perezvon.worktime.WorkingCalendars;
import org.perezvon.worktime.WorkingDays;
import org.springframework.stereotype.Component;

/** Which term the table gives, and when it ends on the agency's own calendar, hours and clock. */
@Component
class TermPolicy implements Jurisdictions {

    private static final String TABLE = "inquiry-terms";
    private static final int MOST_DAYS = 30;

    private final WorkingCalendars calendars;
    private final Decisions decisions;

    TermPolicy(WorkingCalendars calendars, Decisions decisions) {
        this.calendars = calendars;
        this.decisions = decisions;
    }

    /** No calendar and no agency's hours change before the end of the caller's transaction. */
    void holdStill() {
        calendars.inForce();
    }

    Inquiry.Term term(Agency agency, RequestKind kind, Instant receivedAt) {
        return term(calendars.inForce(), agency, law(agency, kind), receivedAt, Optional.empty());
    }

    /** The same term, lasting until the end of a day that was granted, at most to its longest extension (I-10.3). */
    Inquiry.Term extended(Agency agency, Inquiry.Term term, LocalDate until) {
        return term(calendars.inForce(), agency, term.law(), term.receivedAt(), Optional.of(until));
    }

    /**
     * The day until which more time is asked for, by its date or by a number of working days.
     *
     * @return nothing when the letter names neither
     */
    Optional<LocalDate> requested(Agency agency, Inquiry.Term term, Meaning asked) {
        Integer days = asked.requestedDays();
        return Optional.ofNullable(asked.requestedUntil())
                .or(() -> Optional.ofNullable(days).filter(count -> count > 0).map(count -> calendars
                        .inForce()
                        .later(agency.body(), term.due(), WorkingDays.of(Math.min(count, MOST_DAYS)))));
    }

    /** The same term by other calendars or hours. */
    static Inquiry.Term again(Deadlines deadlines, Agency agency, Inquiry.Term before) {
        return term(deadlines, agency, before.law(), before.receivedAt(), before.extendedTo());
    }

    /** Of what a deadline of this agency was last computed from, the newest edition. */
    static long edition(Deadlines deadlines, Agency agency) {
        return Math.max(deadlines.edition(agency.body()), agency.hoursEdition());
    }

    /** When a letter that presses may reach the agency: this moment if it is at work, otherwise its next beginning of work. */
    Instant nextAtWork(Agency agency, Instant moment) {
        return calendars.inForce().nextAtWork(agency.body(), moment);
    }

    Instant dispatchDue(Agency agency, Instant calledAt) {
        return dispatch(agency, calledAt).due();
    }

    /** How that moment follows from the call. */
    String dispatchExplanation(Agency agency, Instant calledAt) {
        return dispatch(agency, calledAt).explanation();
    }

    private Deadline dispatch(Agency agency, Instant calledAt) {
        return calendars.inForce().of(law(agency, RequestKind.DISPATCH), agency.body(), calledAt);
    }

    /**
     * The row of the table that applies.
     *
     * @throws IllegalArgumentException in Russian, when there is none
     */
    Term law(Agency agency, RequestKind kind) {
        return row(agency.jurisdiction(), kind.word())
                .orElseThrow(() -> new IllegalArgumentException(
                        "В таблице сроков нет строки для юрисдикции «%s» и вида обращения «%s»"
                                .formatted(agency.jurisdiction(), kind.word())));
    }

    /**
     * A term of the table in force by its own name, or the one that applies to a kind of request.
     *
     * @throws IllegalArgumentException in Russian, when the table knows neither
     */
    Term named(Agency agency, String nameOrKind) {
        Terms table = table();
        return table.find(nameOrKind)
                .or(() -> row(agency.jurisdiction(), nameOrKind))
                .orElseThrow(() -> new IllegalArgumentException(
                        "Ни строки, ни вида обращения «%s» в таблице сроков нет; строки: %s"
                                .formatted(nameOrKind, String.join(", ", table.names()))));
    }

    /** Every row of the table in force, in its order. */
    Collection<Term> laws() {
        return table().all();
    }

    @Override
    public boolean haveTermsFor(String jurisdiction) {
        return row(jurisdiction, RequestKind.CITIZEN_QUESTION.word()).isPresent();
    }

    private Terms table() {
        try (InputStream source = decisions.source(TABLE)) {
            return Terms.read(source);
        } catch (IOException e) {
            throw new UncheckedIOException("Не удалось прочитать таблицу сроков", e);
        }
    }

    private Optional<Term> row(String jurisdiction, String kind) {
        return decisions
                .row(TABLE, Map.of("jurisdiction", jurisdiction, "kind", kind))
                .map(row -> new TermRow(row).toTerm());
    }

    private static Inquiry.Term term(
            Deadlines deadlines, Agency agency, Term law, Instant receivedAt, Optional<LocalDate> extendedTo) {
        Body body = agency.body();
        Deadline plain = deadlines.of(law, body, receivedAt);
        Deadline deadline =
                extendedTo.map(until -> deadlines.extended(plain, body, until)).orElse(plain);
        return new Inquiry.Term(
                receivedAt,
                deadline.due(),
                deadline.target(),
                deadline.maximum(),
                deadlines.reminder(deadline, body),
                deadline.provisional(),
                deadline.explanation(),
                deadline.derivation(),
                law,
                edition(deadlines, agency),
                extendedTo);
    }
}
