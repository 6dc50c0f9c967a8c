package org.perezvon.knowledge;

import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.perezvon.directory.Directory;
import org.perezvon.directory.Recipient;
import org.perezvon.kernel.EmailAddress;
import org.perezvon.kernel.SenderPolicy;
import org.perezvon.mail.Correspondents;
import org.springframework.stereotype.Component;

/** Who may answer letters about the information base: everybody who speaks for its agency today. */
@Component
class KnowledgeCorrespondents implements Correspondents {

    private final DraftStore drafts;
    private final ConfirmationStore rounds;
    private final Directory directory;

    KnowledgeCorrespondents(DraftStore drafts, ConfirmationStore rounds, Directory directory) {
        this.drafts = drafts;
        this.rounds = rounds;
        this.directory = directory;
    }

    @Override
    public boolean know(String reference) {
        return reference.startsWith("knowledge-");
    }

    @Override
    public SenderPolicy policy(String reference) {
        return agencyOf(reference).map(directory::senderPolicy).orElse(SenderPolicy.WARN);
    }

    @Override
    public Set<EmailAddress> alsoAnswering(String reference) {
        return agencyOf(reference)
                .map(code -> directory.recipients(code).stream()
                        .map(Recipient::email)
                        .collect(Collectors.toUnmodifiableSet()))
                .orElse(Set.of());
    }

    private Optional<String> agencyOf(String reference) {
        Optional<String> ofDraft = DraftProcess.ofReference(reference)
                .flatMap(drafts::find)
                .map(Draft::proposal)
                .flatMap(Proposal::agency);
        return ofDraft.or(() ->
                ConfirmationProcess.ofReference(reference).flatMap(rounds::find).map(ConfirmationRound::agency));
    }
}
