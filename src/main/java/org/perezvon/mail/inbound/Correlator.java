package org.perezvon.mail.inbound;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.perezvon.kernel.EmailAddress;
import org.perezvon.mail.Conversations;
import org.perezvon.mail.IncomingMail;
import org.perezvon.mail.MailKind;
import org.springframework.stereotype.Component;

/**
 * Decides which conversation a mail belongs to. Signals by rank: signed reply address, our own Message-ID in any reference,
 * signed key in the subject, signed key in the text. A signed trace and a plausible sender route a mail; anything less is a
 * guess, proposed to a person and never acted on.
 */
@Component
class Correlator {

    private static final int MOST_GUESSES = 5;

    /** Where anybody can have an address, sharing a domain proves nothing. */
    private static final Set<String> PUBLIC_DOMAINS = Set.of(
            "yandex.ru",
            "ya.ru",
            "mail.ru",
            "bk.ru",
            "inbox.ru",
            "list.ru",
            "internet.ru",
            "rambler.ru",
            "gmail.com",
            "outlook.com",
            "hotmail.com",
            "icloud.com",
            "yahoo.com",
            "mail.kz",
            "yandex.kz",
            "proton.me",
            "vk.com");

    private final Conversations conversations;

    Correlator(Conversations conversations) {
        this.conversations = conversations;
    }

    /**
     * One kind of trace and the conversations it names.
     *
     * @param evidence what was found, in Russian; without any address or text of the mail
     */
    private record Signal(String evidence, List<Long> conversations) {}

    Routing route(RawMail raw) {
        ParsedMail mail = ParsedMail.parse(raw.bytes());
        ReplyText text = ReplyText.of(mail);
        KindGuess guess = KindGuess.of(mail, text);
        List<Signal> signals = signals(mail, guess);
        List<String> evidence =
                new ArrayList<>(signals.stream().map(Signal::evidence).toList());
        evidence.addAll(guess.evidence());
        // The highest-ranked signal decides: a forwarded mail may quote the traces of other letters.
        List<Long> named =
                signals.stream().findFirst().map(Signal::conversations).orElse(List.of());
        if (named.size() != 1) {
            return unclear(raw, mail, named, evidence);
        }
        long conversation = named.get(0);
        if (guess.kind() == MailKind.BOUNCE) {
            return concernsOurLetter(guess, conversation)
                    ? bounced(raw, guess, conversation, evidence)
                    : unclear(raw, mail, named, evidence);
        }
        if (!plausible(mail, conversation)) {
            return unclear(raw, mail, named, evidence);
        }
        evidence.add("отправитель — адресат письма или его организация");
        // Knowing what we wrote, answers typed between our lines are told from them.
        ReplyText answer = conversations
                .ourWords(conversation)
                .map(ours -> ReplyText.of(mail, ours))
                .orElse(text);
        return new Routing(
                new IncomingMail.Reply(
                        raw.id(),
                        raw.receivedAt(),
                        reference(conversation),
                        Reader.reading(mail, answer, KindGuess.of(mail, answer))),
                evidence);
    }

    /** The last resort for a mail that nobody could take: a person. */
    Routing giveUp(RawMail raw) {
        String reason = "Письмо не удалось обработать автоматически";
        return new Routing(new IncomingMail.Unclear(raw.id(), raw.receivedAt(), reason, List.of()), List.of(reason));
    }

    /** What was found, highest rank first; a signal that names nothing is left out. */
    private List<Signal> signals(ParsedMail mail, KindGuess guess) {
        String addresses = mail.recipients().stream().map(EmailAddress::value).collect(Collectors.joining(" "));
        List<String> messageIds = Stream.of(mail.inReplyTo(), mail.references(), guess.returnedIds())
                .flatMap(List::stream)
                .map(id -> "<" + id + ">")
                .distinct()
                .toList();
        return Stream.of(
                        new Signal("подписанный адрес для ответа", conversations.signedIn(addresses)),
                        new Signal("ссылка на Message-ID нашего письма", conversations.withMessageIds(messageIds)),
                        new Signal("подписанная метка в теме", conversations.signedIn(mail.subject())),
                        new Signal(
                                "подписанная метка в тексте", conversations.signedIn(mail.text() + "\n" + mail.html())))
                .filter(signal -> !signal.conversations().isEmpty())
                .toList();
    }

    /** An agency's forwarding to somewhere else may bounce too; our letter has arrived all the same. */
    private boolean concernsOurLetter(KindGuess guess, long conversation) {
        List<EmailAddress> failed = guess.deliveries().stream()
                .map(KindGuess.Delivery::recipient)
                .filter(Objects::nonNull)
                .toList();
        return failed.isEmpty()
                || conversations.recipients(conversation).stream().anyMatch(failed::contains);
    }

    private Routing bounced(RawMail raw, KindGuess guess, long conversation, List<String> evidence) {
        String reason = guess.deliveries().stream()
                .findFirst()
                .map(delivery -> (delivery.status() + " " + delivery.diagnostic()).strip())
                .filter(said -> !said.isEmpty())
                .orElse("Почтовый сервер вернул письмо");
        return new Routing(
                new IncomingMail.Bounce(raw.id(), raw.receivedAt(), reference(conversation), reason), evidence);
    }

    private Routing unclear(RawMail raw, ParsedMail mail, List<Long> named, List<String> evidence) {
        String reason;
        List<String> guesses;
        if (named.isEmpty()) {
            reason = "В письме нет ни одной подписанной метки наших запросов";
            guesses = EmailAddress.from(Reader.sender(mail))
                    .map(sender -> conversations.latestWith(sender, MOST_GUESSES))
                    .orElse(List.of());
        } else if (named.size() == 1) {
            reason = Reader.sender(mail).isEmpty()
                    ? "Метка запроса верна, но адрес отправителя не разобран"
                    : "Метка запроса верна, но отправитель — не адресат нашего письма и не из его организации";
            guesses = references(named);
        } else {
            reason = "В письме метки сразу нескольких запросов";
            guesses = references(named);
        }
        evidence.add(0, reason);
        return new Routing(new IncomingMail.Unclear(raw.id(), raw.receivedAt(), reason, guesses), evidence);
    }

    /** Whether the sender is somebody we wrote to in this conversation, or sits in the same organisation. */
    private boolean plausible(ParsedMail mail, long conversation) {
        Optional<EmailAddress> sender = EmailAddress.from(Reader.sender(mail));
        return sender.isPresent()
                && conversations.recipients(conversation).stream()
                        .anyMatch(recipient -> recipient.equals(sender.get())
                                || (recipient.domain().equals(sender.get().domain())
                                        && !PUBLIC_DOMAINS.contains(recipient.domain())));
    }

    private List<String> references(List<Long> named) {
        return named.stream().map(this::reference).limit(MOST_GUESSES).toList();
    }

    private String reference(long conversation) {
        return conversations
                .reference(conversation)
                .orElseThrow(() -> new IllegalStateException("No conversation " + conversation));
    }
}
