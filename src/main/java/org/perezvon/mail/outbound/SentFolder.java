package org.perezvon.mail.outbound;

import jakarta.mail.Flags;
import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Store;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.search.MessageIDTerm;
import java.time.Duration;
import org.perezvon.mail.MailSettings;
import org.perezvon.mail.ServerAccess;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The folder of our mailbox where people look for what we have sent. */
final class SentFolder implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(SentFolder.class);

    private final Store store;
    private final Folder folder;

    private SentFolder(Store store, Folder folder) {
        this.store = store;
        this.folder = folder;
    }

    /** Opens it; makes it when it is not there. */
    static SentFolder open(MailSettings.Imap imap, ServerAccess access, Duration patience) throws MessagingException {
        Store store = access.session(imap, "imap", patience).getStore(access.protocol(imap, "imap"));
        access.logIn(store, imap);
        try {
            Folder folder = store.getFolder(imap.sentFolder());
            if (!folder.exists() && !folder.create(Folder.HOLDS_MESSAGES)) {
                throw new MessagingException("Папку «" + imap.sentFolder() + "» не удалось создать");
            }
            return new SentFolder(store, folder);
        } catch (MessagingException | RuntimeException e) {
            store.close();
            throw e;
        }
    }

    boolean holds(String messageId) throws MessagingException {
        if (folder.isOpen()) {
            folder.close(false);
        }
        // Opened anew each time: an open folder does not tell what was put into it since.
        folder.open(Folder.READ_ONLY);
        return folder.search(new MessageIDTerm(messageId)).length > 0;
    }

    void put(MimeMessage copy) throws MessagingException {
        copy.setFlag(Flags.Flag.SEEN, true);
        folder.appendMessages(new Message[] {copy});
    }

    @Override
    public void close() {
        try {
            if (folder.isOpen()) {
                folder.close(false);
            }
            store.close();
        } catch (MessagingException e) {
            log.debug("The connection was gone before it could be closed: {}", e.getMessage());
        }
    }
}
