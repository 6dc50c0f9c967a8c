package org.perezvon.demo;

import com.icegreen.greenmail.Managers;
import com.icegreen.greenmail.mail.MailAddress;
import com.icegreen.greenmail.mail.MovingMessage;
import com.icegreen.greenmail.server.AbstractServer;
import com.icegreen.greenmail.server.ProtocolHandler;
import com.icegreen.greenmail.smtp.SmtpConnection;
import com.icegreen.greenmail.smtp.SmtpHandler;
import com.icegreen.greenmail.smtp.SmtpManager;
import com.icegreen.greenmail.smtp.SmtpServer;
import com.icegreen.greenmail.smtp.SmtpState;
import com.icegreen.greenmail.smtp.commands.MailCommand;
import com.icegreen.greenmail.smtp.commands.SmtpCommand;
import com.icegreen.greenmail.smtp.commands.SmtpCommandRegistry;
import com.icegreen.greenmail.util.ServerSetup;
import java.net.Socket;
import java.util.Map;

/**
 * GreenMail's SMTP that takes letters of the empty sender, too (RFC 5321 §4.5.5): answers of programs have it. GreenMail
 * says 250 to {@code MAIL FROM:<>} and then refuses every recipient.
 */
public final class AnySenderSmtp extends SmtpServer {

    private static final MailAddress NOBODY = new MailAddress("nobody@localhost");

    private AnySenderSmtp(ServerSetup setup, Managers managers) {
        super(setup, managers);
    }

    /** Puts itself in the place of GreenMail's own. */
    public static void insteadOfOthers(Map<String, AbstractServer> servers, Managers managers) {
        servers.replaceAll((name, server) ->
                server instanceof SmtpServer ? new AnySenderSmtp(server.getServerSetup(), managers) : server);
    }

    @Override
    protected ProtocolHandler createProtocolHandler(Socket socket) {
        return new SmtpHandler(new Commands(), managers.getSmtpManager(), socket);
    }

    private static final class Commands extends SmtpCommandRegistry {

        @Override
        public SmtpCommand getCommand(String name) {
            SmtpCommand command = super.getCommand(name);
            return command instanceof MailCommand ? new FromAnybody() : command;
        }
    }

    private static final class FromAnybody extends MailCommand {

        @Override
        public void execute(SmtpConnection connection, SmtpState state, SmtpManager manager, String line) {
            super.execute(connection, state, manager, line);
            MovingMessage letter = state.getMessage();
            if (letter != null && letter.getReturnPath() == null && line.contains("<>")) {
                letter.setReturnPath(NOBODY);
            }
        }
    }
}
