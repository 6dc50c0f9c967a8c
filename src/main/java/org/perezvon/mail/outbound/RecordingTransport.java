package org.perezvon.mail.outbound;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import org.eclipse.angus.mail.smtp.SMTPTransport;

/** Speaks SMTP and writes down what is said. */
final class RecordingTransport extends SMTPTransport {

    private final ReplyLimit limit;
    private Dialogue dialogue;
    private String greeting = "";

    RecordingTransport(Session session, String protocol, ReplyLimit limit, Dialogue dialogue) {
        super(session, null, protocol, protocol.equals("smtps"));
        this.limit = limit;
        this.dialogue = dialogue;
    }

    /** What follows belongs to another letter. */
    void continueIn(Dialogue next) {
        dialogue = next;
    }

    /** How the server calls itself: the first word of its greeting (RFC 5321 §4.2). */
    String serverName() {
        String[] words = greeting.split("[ -]", 3);
        return words.length > 1 ? words[1].strip() : "";
    }

    /** What the server said last, fit to be kept. */
    String lastWords() {
        return ServerWords.fit(getLastServerResponse());
    }

    @Override
    protected void sendCommand(String command) throws MessagingException {
        limit.startAnew();
        dialogue.said(command);
        super.sendCommand(command);
    }

    @Override
    protected int readServerResponse() throws MessagingException {
        int code;
        try {
            code = super.readServerResponse();
        } catch (MessagingException e) {
            dialogue.broken(DeliveryFailure.words(e));
            throw e;
        }
        if (code < 0) {
            dialogue.broken("сервер закрыл соединение");
            return code;
        }
        if (greeting.isEmpty()) {
            greeting = lastWords();
        }
        dialogue.heard(getLastServerResponse());
        return code;
    }
}
