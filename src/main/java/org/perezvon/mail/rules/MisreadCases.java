package org.perezvon.mail.rules;

import java.util.List;
import java.util.Optional;
import org.perezvon.mail.Inbox;
import org.perezvon.mail.Misreading;
import org.perezvon.mail.Misreadings;
import org.perezvon.mail.inbound.ReadingCases;
import org.springframework.stereotype.Component;

/** The mails of which people have said «неверно прочитано»: a change of the rules should mend them, and spoil none. */
@Component
class MisreadCases implements ReadingCases {

    private final Misreadings misreadings;
    private final Inbox inbox;

    MisreadCases(Misreadings misreadings, Inbox inbox) {
        this.misreadings = misreadings;
        this.inbox = inbox;
    }

    @Override
    public List<Case> latest(int most) {
        return misreadings.latest(most).stream()
                .flatMap(misreading -> known(misreading).stream())
                .toList();
    }

    private Optional<Case> known(Misreading misreading) {
        return inbox.original(misreading.mailId())
                .map(raw -> new Case("письмо " + misreading.mailId(), raw, misreading.kind()));
    }
}
