package org.perezvon.mail.inbound;

import java.util.List;
import java.util.Optional;
import org.perezvon.kernel.EmailAddress;
import org.perezvon.kernel.SenderPolicy;
import org.perezvon.mail.Correspondents;
import org.perezvon.mail.MailSettings;
import org.perezvon.mail.SenderVerdict;
import org.springframework.stereotype.Component;

/** Whether whoever wrote a mail may answer in a conversation of ours, and whether it was really them. */
@Component
class Credibility {

    private final List<Correspondents> correspondents;
    private final SenderProof proof;

    Credibility(List<Correspondents> correspondents, MailSettings settings) {
        this.correspondents = correspondents;
        this.proof = new SenderProof(settings.incoming().authservIds());
    }

    /** What a writer is taken for. */
    sealed interface Judgement {

        /** @param evidence why, in Russian, without any address */
        record Believed(SenderVerdict verdict, List<String> evidence) implements Judgement {}

        /**
         * May be the one, but is not proven as far as this correspondent must be.
         *
         * @param reason for people, in Russian
         */
        record Doubted(String reason, List<String> evidence) implements Judgement {}

        /** Nobody we wrote to or were told of. */
        record Stranger() implements Judgement {}
    }

    Judgement of(Traces traces, TraceStore.Known conversation) {
        Optional<EmailAddress> sender = EmailAddress.from(traces.from());
        Optional<String> standing = sender.flatMap(address -> standing(address, conversation));
        return standing.<Judgement>map(words ->
                        judged(proof.verdict(traces.senderChecks(), sender.orElseThrow()), words, conversation))
                .orElse(new Judgement.Stranger());
    }

    private Optional<String> standing(EmailAddress sender, TraceStore.Known conversation) {
        if (PlausibleSender.is(sender.value(), conversation.recipients())) {
            return Optional.of("отправитель — адресат письма или его организация");
        }
        return whoWrote(conversation)
                .filter(room -> PlausibleSender.is(sender.value(), room.alsoAnswering(conversation.reference())))
                .map(room -> "отправителя или его организацию назвал орган власти");
    }

    private Optional<Correspondents> whoWrote(TraceStore.Known conversation) {
        return correspondents.stream()
                .filter(room -> room.know(conversation.reference()))
                .findFirst();
    }

    /** What our server says of a writer who belongs to no conversation. */
    SenderVerdict verdict(Traces traces, EmailAddress sender) {
        return proof.verdict(traces.senderChecks(), sender);
    }

    private Judgement judged(SenderVerdict verdict, String standing, TraceStore.Known conversation) {
        List<String> evidence = verdict.words().isEmpty() ? List.of(standing) : List.of(standing, verdict.words());
        boolean believed = verdict.verdict() == SenderVerdict.Verdict.PROVEN
                || verdict.satisfies(whoWrote(conversation)
                        .map(room -> room.policy(conversation.reference()))
                        .orElse(SenderPolicy.WARN));
        return believed ? new Judgement.Believed(verdict, evidence) : new Judgement.Doubted(doubt(verdict), evidence);
    }

    private static String doubt(SenderVerdict verdict) {
        return verdict.verdict() == SenderVerdict.Verdict.FORGED
                ? "Метка запроса верна, но отправитель, похоже, подделан"
                : "Метка запроса верна, но подлинность отправителя не подтверждена, а для этого органа она обязательна";
    }
}
