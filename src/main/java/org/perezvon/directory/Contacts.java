package org.perezvon.directory;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.perezvon.directory.Recipient.Role;
import org.perezvon.kernel.EmailAddress;

/**
 * Who stands for one agency at one moment.
 *
 * @param further second address of the responsible person
 * @param deputies standing ones, in their order
 * @param away by the address of whoever is away: who answers meanwhile, if anybody was named
 */
record Contacts(
        Optional<ResponsiblePerson> responsible,
        Optional<EmailAddress> further,
        List<ResponsiblePerson> deputies,
        Map<EmailAddress, Optional<ResponsiblePerson>> away) {

    static final Contacts NOBODY = new Contacts(Optional.empty(), Optional.empty(), List.of(), Map.of());

    /** Addresses in the order in which a letter is tried, each once; empty when nobody is there to answer. */
    List<Recipient> recipients() {
        List<Recipient> recipients = new ArrayList<>();
        responsible.ifPresent(person -> {
            if (isAway(person.email())) {
                deputyOf(person.email()).ifPresent(deputy -> recipients.add(Recipient.of(deputy, Role.ABSENCE_DEPUTY)));
            } else {
                recipients.add(Recipient.of(person, Role.RESPONSIBLE));
                further.ifPresent(email ->
                        recipients.add(new Recipient(person.name(), email, person.phone(), Role.SECOND_ADDRESS)));
            }
        });
        deputies.stream()
                .filter(deputy -> !isAway(deputy.email()))
                .forEach(deputy -> recipients.add(Recipient.of(deputy, Role.DEPUTY)));
        Map<EmailAddress, Recipient> once = new LinkedHashMap<>();
        recipients.forEach(recipient -> once.putIfAbsent(recipient.email(), recipient));
        return List.copyOf(once.values());
    }

    /** Whether whoever has this address may speak for the agency; one who is away still may. */
    boolean speak(EmailAddress sender) {
        return responsible.map(ResponsiblePerson::email).filter(sender::equals).isPresent()
                || recipients().stream().map(Recipient::email).anyMatch(sender::equals);
    }

    Optional<ResponsiblePerson> first() {
        return recipients().stream().findFirst().map(Recipient::person);
    }

    private boolean isAway(EmailAddress email) {
        return away.containsKey(email);
    }

    /** Whoever stands in at the end: a deputy may be away, too, and name another one. */
    private Optional<ResponsiblePerson> deputyOf(EmailAddress absent) {
        EmailAddress asked = absent;
        for (int step = 0; step < away.size(); step++) {
            Optional<ResponsiblePerson> deputy = away.getOrDefault(asked, Optional.empty());
            if (deputy.isEmpty() || !isAway(deputy.get().email())) {
                return deputy;
            }
            asked = deputy.get().email();
        }
        return Optional.empty();
    }
}
