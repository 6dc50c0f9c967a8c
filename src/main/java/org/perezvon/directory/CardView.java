package org.perezvon.directory;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.perezvon.kernel.EmailAddress;

/** Everything about who answers for an agency, as programs and the page read it. */
record CardView(
        AgencyView agency,
        List<RecipientView> recipients,
        List<AppointmentView> appointments,
        List<AgencyView.PersonView> deputies,
        List<AbsenceView> absences,
        List<AgreementView> agreements,
        List<ChangeView> changes) {

    record RecipientView(
            String name, String email, @Nullable String phone, Recipient.Role role) {}

    record AppointmentView(
            String name,
            String email,
            @Nullable String phone,
            @Nullable String furtherEmail,
            Instant since,
            @Nullable Instant until) {}

    record AbsenceView(String email, Instant since, Instant until, AgencyView.@Nullable PersonView deputy) {}

    record AgreementView(
            String number,
            LocalDate concludedOn,
            LocalDate validFrom,
            @Nullable LocalDate validUntil,
            String scope) {

        static AgreementView of(Agreement agreement) {
            return new AgreementView(
                    agreement.number(),
                    agreement.concludedOn(),
                    agreement.validFrom(),
                    agreement.validUntil().orElse(null),
                    agreement.scope());
        }
    }

    record ChangeView(Instant at, String person, String what) {}

    static CardView of(
            Agency agency,
            Contacts contacts,
            List<Appointment> appointments,
            List<Absence> absences,
            List<Agreement> agreements,
            List<ChangeStore.Change> changes) {
        return new CardView(
                AgencyView.of(agency),
                contacts.recipients().stream()
                        .map(person -> new RecipientView(
                                person.name(),
                                person.email().value(),
                                person.phone().orElse(null),
                                person.role()))
                        .toList(),
                appointments.stream().map(CardView::view).toList(),
                contacts.deputies().stream().map(AgencyView.PersonView::of).toList(),
                absences.stream()
                        .map(absence -> new AbsenceView(
                                absence.absent().value(),
                                absence.since(),
                                absence.until(),
                                absence.deputy().map(AgencyView.PersonView::of).orElse(null)))
                        .toList(),
                agreements.stream().map(AgreementView::of).toList(),
                changes.stream()
                        .map(change -> new ChangeView(change.at(), change.person(), change.what()))
                        .toList());
    }

    private static AppointmentView view(Appointment appointment) {
        return new AppointmentView(
                appointment.person().name(),
                appointment.person().email().value(),
                appointment.person().phone().orElse(null),
                appointment.further().map(EmailAddress::value).orElse(null),
                appointment.since(),
                appointment.until().orElse(null));
    }
}
