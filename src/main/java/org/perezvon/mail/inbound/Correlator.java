package org.perezvon.mail.inbound;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.perezvon.kernel.EmailAddress;
import org.perezvon.mail.Conversations;
import org.perezvon.mail.IncomingMail;
import org.perezvon.mail.MailKind;
import org.perezvon.mail.MailSettings;
import org.perezvon.mail.NewLetters;
import org.perezvon.mail.RoundTrips;
import org.perezvon.mail.SenderVerdict;
import org.springframework.stereotype.Component;

/**
 * Decides which conversation a mail belongs to. Signals by rank: signed reply address, our own Message-ID in any reference,
 * signed key in the subject, signed key in the text. A signed trace and a plausible sender route a mail; anything less is a
 * guess, proposed to a person and never acted on.
 */
@Component
class Correlator {

    private static final int MOST_GUESSES = 5;

    private final Conversations conversations;
    private final TraceStore traceStore;
    private final Credibility credibility;
    private final List<NewLetters> waiting;
    private final String ownAddress;

    Correlator(
            Conversations conversations,
            TraceStore traceStore,
            Credibility credibility,
            List<NewLetters> waiting,
            MailSettings settings) {
        this.conversations = conversations;
        this.traceStore = traceStore;
        this.credibility = credibility;
        this.waiting = waiting;
        this.ownAddress = EmailAddress.of(settings.address()).value();
    }

    /**
     * One kind of trace and the conversations it names.
     *
     * @param evidence what was found, in Russian; without any address or text of the mail
     */
    private record Signal(String evidence, List<TraceStore.Known> conversations) {}

    /** A mail on its way, and what has been found out about it so far. */
    private record Open(ClaimedMail mail, OpenedMail opened, List<String> evidence) {

        Traces traces() {
            return opened.traces();
        }

        Routing toCase(Object... facts) {
            return new Routing(Routing.State.ROUTED, List.of(facts), evidence, mail.place());
        }

        Routing toPerson(String reason, List<String> guesses, Object... furtherFacts) {
            List<String> reasons =
                    Stream.concat(Stream.of(reason), evidence.stream()).toList();
            List<Object> facts = new ArrayList<>(List.of(furtherFacts));
            facts.add(new IncomingMail.Unclear(
                    mail.id(), mail.receivedAt(), opened.traces().subject(), reason, guesses));
            return new Routing(Routing.State.TRIAGE, facts, reasons, mail.place());
        }
    }

    Routing route(ClaimedMail mail, OpenedMail opened) {
        Traces traces = opened.traces();
        List<Long> addressed = conversations.verified(traces.addressKeys());
        List<Long> inSubject = conversations.verified(traces.subjectKeys());
        List<Long> inText = conversations.verified(traces.textKeys());
        List<TraceStore.Known> known = traceStore.named(
                Stream.of(addressed, inSubject, inText).flatMap(List::stream).toList(),
                Stream.concat(Stream.of(traces.messageId()), traces.messageIds().stream())
                        .toList());
        List<Signal> signals = Stream.of(
                        new Signal("подписанный адрес для ответа", among(known, addressed)),
                        new Signal("ссылка на Message-ID нашего письма", writtenUnder(known, traces.messageIds())),
                        new Signal("подписанная метка в теме", among(known, inSubject)),
                        new Signal("подписанная метка в тексте", among(known, inText)))
                .filter(signal -> !signal.conversations().isEmpty())
                .toList();
        Open open = new Open(
                mail,
                opened,
                new ArrayList<>(signals.stream().map(Signal::evidence).toList()));
        // The highest-ranked signal decides: a forwarded mail may quote the traces of other letters.
        List<TraceStore.Known> named =
                signals.stream().findFirst().map(Signal::conversations).orElse(List.of());
        boolean ownLetter = traces.from().equals(ownAddress)
                && !writtenUnder(known, List.of(traces.messageId())).isEmpty();
        return named.size() == 1 ? inConversation(open, named.get(0), ownLetter) : unclear(open, named, ownLetter);
    }

    /** A mail that cannot be read, or that nobody could take, goes to a person. */
    Routing giveUp(ClaimedMail mail, String reason, Place place) {
        MailHead head = MailHead.of(mail.bytes());
        List<String> guesses = Stream.ofNullable(mail.hint())
                .map(conversations::reference)
                .flatMap(Optional::stream)
                .toList();
        return new Routing(
                Routing.State.TRIAGE,
                List.of(new IncomingMail.Unclear(mail.id(), mail.receivedAt(), head.subject(), reason, guesses)),
                List.of(reason),
                place);
    }

    private Routing inConversation(Open open, TraceStore.Known conversation, boolean ownLetter) {
        KindGuess report = open.traces().report();
        if (conversation.reference().startsWith(RoundTrips.PREFIX)) {
            return selfTest(open, conversation, report);
        }
        if (report != null) {
            return reported(open, conversation, report);
        }
        if (ownLetter) {
            return unclear(open, List.of(conversation), true);
        }
        Credibility.Judgement judgement = credibility.of(open.traces(), conversation);
        if (judgement instanceof Credibility.Judgement.Believed believed) {
            open.evidence().addAll(believed.evidence());
            return reply(open, conversation, believed.verdict());
        }
        if (judgement instanceof Credibility.Judgement.Doubted doubted) {
            open.evidence().addAll(doubted.evidence());
            return open.toPerson(doubted.reason(), List.of(conversation.reference()));
        }
        return unclear(open, List.of(conversation), false);
    }

    private Routing reply(Open open, TraceStore.Known conversation, SenderVerdict sender, Object... furtherFacts) {
        String incomplete = open.mail().incomplete();
        if (incomplete != null) {
            return open.toPerson(incomplete, List.of(conversation.reference()), furtherFacts);
        }
        OpenedMail.Understood understood = open.opened().read(words(conversation));
        open.evidence().addAll(understood.evidence());
        List<Object> facts = new ArrayList<>(List.of(furtherFacts));
        facts.add(new IncomingMail.Reply(
                open.mail().id(), open.mail().receivedAt(), conversation.reference(), understood.reading(), sender));
        return open.toCase(facts.toArray());
    }

    /** Knowing what we wrote, answers typed between our lines are told from them. */
    private String words(TraceStore.Known conversation) {
        return conversation.words().isEmpty()
                ? ""
                : conversation.words() + "\n" + ReplyMarker.trace(conversations.key(conversation.id()));
    }

    /** A server tells what became of a letter of ours: evidence, and where it will never arrive, a bounce. */
    private Routing reported(Open open, TraceStore.Known conversation, KindGuess report) {
        open.evidence().addAll(report.evidence());
        if (!concernsOurLetter(report, conversation)) {
            return unclear(open, List.of(conversation), false);
        }
        ServerReport evidence = new ServerReport(open.mail().id(), open.mail().receivedAt(), conversation.id(), report);
        if (report.kind() != MailKind.BOUNCE) {
            // Evidence beside the letter it is about; where nobody can say which letter that is, beside the replies.
            return tellsWhichLetter(evidence, conversation)
                    ? open.toCase(evidence)
                    : reply(open, conversation, SenderVerdict.NOBODY_CHECKS, evidence);
        }
        String reason = report.deliveries().stream()
                .findFirst()
                .map(delivery -> (delivery.status() + " " + delivery.diagnostic()).strip())
                .filter(said -> !said.isEmpty())
                .orElse("Почтовый сервер вернул письмо");
        return open.toCase(
                evidence,
                new IncomingMail.Bounce(
                        open.mail().id(),
                        open.mail().receivedAt(),
                        conversation.reference(),
                        undelivered(report),
                        reason));
    }

    private static List<EmailAddress> undelivered(KindGuess report) {
        return report.deliveries().stream()
                .map(KindGuess.Delivery::recipient)
                .filter(Objects::nonNull)
                .toList();
    }

    /** An agency's forwarding to somewhere else may bounce too; our letter has arrived all the same. */
    private static boolean concernsOurLetter(KindGuess report, TraceStore.Known conversation) {
        List<EmailAddress> told = undelivered(report);
        return told.isEmpty() || conversation.recipients().stream().anyMatch(told::contains);
    }

    private static boolean tellsWhichLetter(ServerReport report, TraceStore.Known conversation) {
        return conversation.messageIds().size() == 1
                || report.messageIds().stream().anyMatch(conversation.messageIds()::contains);
    }

    /** Its Message-ID may have been changed on the way; who else writes to this address is a person's to judge. */
    private Routing selfTest(Open open, TraceStore.Known conversation, @Nullable KindGuess report) {
        if (report == null && !open.traces().from().equals(ownAddress)) {
            return unclear(open, List.of(conversation), false);
        }
        open.evidence().add("проверочное письмо самим себе");
        return report == null
                ? open.toCase(new Returned(
                        conversation.reference(),
                        open.mail().id(),
                        open.traces().messageId(),
                        open.mail().receivedAt()))
                : open.toCase(new ServerReport(open.mail().id(), open.mail().receivedAt(), conversation.id(), report));
    }

    private Routing unclear(Open open, List<TraceStore.Known> named, boolean ownLetter) {
        List<String> references = named.stream()
                .map(TraceStore.Known::reference)
                .filter(reference -> !reference.startsWith(RoundTrips.PREFIX))
                .limit(MOST_GUESSES)
                .toList();
        String incomplete = open.mail().incomplete();
        String from = open.traces().from();
        if (ownLetter) {
            return open.toPerson(
                    "Вернулось наше собственное письмо: кто-то переслал его нам без изменений", references);
        }
        if (incomplete != null) {
            return open.toPerson(incomplete, references);
        }
        if (named.size() > 1) {
            return open.toPerson("В письме метки сразу нескольких запросов", references);
        }
        if (named.size() == 1) {
            return open.toPerson(
                    from.isEmpty()
                            ? "Метка запроса верна, но адрес отправителя не разобран или их несколько"
                            : "Метка запроса верна, но отправитель — не адресат нашего письма и не из его организации",
                    references);
        }
        return expected(open).orElseGet(() -> nobodys(open, from));
    }

    /** A letter nobody asked for, and for which a room waits all the same. */
    private Optional<Routing> expected(Open open) {
        Optional<EmailAddress> sender = EmailAddress.from(open.traces().from());
        boolean worthReading = open.traces().report() == null
                && sender.filter(from -> waiting.stream().anyMatch(room -> room.mayComeFrom(from)))
                        .isPresent();
        return worthReading ? taken(open, sender.orElseThrow()) : Optional.empty();
    }

    private Optional<Routing> taken(Open open, EmailAddress sender) {
        OpenedMail.Understood understood = open.opened().read("");
        SenderVerdict verdict = credibility.verdict(open.traces(), sender);
        NewLetters.Unasked letter = new NewLetters.Unasked(
                sender,
                open.traces().recipients(),
                verdict,
                understood.reading().kind());
        return waiting.stream()
                .map(room -> room.take(letter))
                .flatMap(Optional::stream)
                .findFirst()
                .map(evidence -> {
                    open.evidence().add(evidence);
                    open.evidence().addAll(understood.evidence());
                    return open.toCase(new IncomingMail.NewLetter(
                            open.mail().id(), open.mail().receivedAt(), understood.reading(), verdict));
                });
    }

    private Routing nobodys(Open open, String from) {
        return open.toPerson(
                "В письме нет ни одной подписанной метки наших запросов",
                EmailAddress.from(from)
                        .map(sender -> conversations.latestWith(sender, MOST_GUESSES))
                        .orElse(List.of()));
    }

    private static List<TraceStore.Known> among(List<TraceStore.Known> known, List<Long> ids) {
        return known.stream()
                .filter(conversation -> ids.contains(conversation.id()))
                .toList();
    }

    private static List<TraceStore.Known> writtenUnder(List<TraceStore.Known> known, Collection<String> messageIds) {
        return known.stream()
                .filter(conversation -> conversation.messageIds().stream().anyMatch(messageIds::contains))
                .toList();
    }
}
