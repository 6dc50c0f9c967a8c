package org.perezvon.knowledge;

import java.util.List;
import java.util.Optional;
import org.perezvon.directory.Directory;
import org.perezvon.kernel.EmailAddress;
import org.perezvon.mail.MailKind;
import org.perezvon.mail.MailSettings;
import org.perezvon.mail.NewLetters;
import org.springframework.stereotype.Component;

/**
 * Which letters nobody asked for are news for the information base (I-4.1): those of a responsible person that went to the
 * knowledge address or read like news. An editor looks at each of them before a citizen hears it.
 */
@Component
class KnowledgeNews implements NewLetters {

    private final Directory directory;
    private final EmailAddress address;

    KnowledgeNews(Directory directory, KnowledgeSettings settings, MailSettings mail) {
        this.directory = directory;
        this.address = address(settings, EmailAddress.of(mail.address()));
    }

    private static EmailAddress address(KnowledgeSettings settings, EmailAddress own) {
        String configured = settings.address();
        return configured == null || configured.isBlank()
                ? EmailAddress.of(own.localPart() + "+baza@" + own.domain())
                : EmailAddress.of(configured);
    }

    /** Where agencies send news. */
    EmailAddress address() {
        return address;
    }

    @Override
    public boolean mayComeFrom(EmailAddress sender) {
        return !directory.spokenForBy(sender).isEmpty();
    }

    @Override
    public Optional<String> take(Unasked letter) {
        if (!isBelieved(letter)) {
            return Optional.empty();
        }
        boolean addressed = letter.recipients().contains(address);
        return switch (letter.kind()) {
            case AUTO_REPLY, BOUNCE, DELAY, RECEIPT, ACKNOWLEDGEMENT -> Optional.empty();
            case KNOWLEDGE_UPDATE -> Optional.of("ответственное лицо прислало сведения для информационной базы");
            case ANSWER, EXTENSION, REFUSAL, CLARIFICATION, OTHER ->
                addressed ? Optional.of("письмо ответственного лица на адрес информационной базы") : Optional.empty();
        };
    }

    private boolean isBelieved(Unasked letter) {
        return directory.spokenForBy(letter.sender()).stream()
                .map(directory::senderPolicy)
                .anyMatch(letter.verdict()::satisfies);
    }

    /** Whose news it is; nothing when nobody or several may be meant. */
    Optional<String> agencyOf(EmailAddress sender) {
        List<String> agencies = directory.spokenForBy(sender);
        return agencies.size() == 1 ? Optional.of(agencies.get(0)) : Optional.empty();
    }

    /** Whether a program wrote it. */
    static boolean isFromProgram(MailKind kind) {
        return switch (kind) {
            case AUTO_REPLY, BOUNCE, DELAY, RECEIPT, ACKNOWLEDGEMENT -> true;
            case ANSWER, EXTENSION, REFUSAL, CLARIFICATION, KNOWLEDGE_UPDATE, OTHER -> false;
        };
    }
}
