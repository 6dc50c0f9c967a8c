package org.perezvon.mail.watch;

import jakarta.mail.Flags;
import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Store;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.search.MessageIDTerm;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.angus.mail.imap.IMAPFolder;
import org.perezvon.mail.MailSettings;
import org.perezvon.mail.ServerAccess;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Throws letters from us to us away once they are back: out of the folder in which they lie, then out of the database. They
 * are the only mails Perezvon ever deletes, each known by the Message-ID under which it came.
 */
@Component
class ReturnedLetters {

    private static final Logger log = LoggerFactory.getLogger(ReturnedLetters.class);

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    /** A mailbox that cannot be opened for so long keeps the letter. */
    private static final Duration LAST_TRY = Duration.ofDays(1);

    private static final Duration REMEMBERED = Duration.ofDays(30);

    private final RoundTripStore store;
    private final ServerAccess access;
    private final MailSettings settings;
    private final MailRoom room;

    ReturnedLetters(RoundTripStore store, ServerAccess access, MailSettings settings, MailRoom room) {
        this.store = store;
        this.access = access;
        this.settings = settings;
        this.room = room;
    }

    void throwAway() {
        for (RoundTripStore.Kept kept : store.toThrowAway()) {
            if (removed(kept) || kept.trip().duration(room.now()).compareTo(LAST_TRY) > 0) {
                store.throwAway(kept);
            }
        }
        store.forget(REMEMBERED);
    }

    private boolean removed(RoundTripStore.Kept kept) {
        String messageId = kept.trip().cameAs().orElse("");
        if (messageId.isBlank()) {
            return true;
        }
        try {
            for (MailSettings.Imap imap : settings.mailboxes()) {
                List<String> folders = imap.folders().stream()
                        .filter(folder -> kept.mailboxes().contains(imap.mailbox(folder)))
                        .toList();
                if (!folders.isEmpty()) {
                    remove(imap, folders, messageId);
                }
            }
            return true;
        } catch (MessagingException | RuntimeException e) {
            log.info("A letter to ourselves stays in its mailbox for the moment: {}", e.toString());
            return false;
        }
    }

    private void remove(MailSettings.Imap imap, List<String> folders, String messageId) throws MessagingException {
        try (Store mailbox = access.session(imap, "imap", PATIENCE).getStore(access.protocol(imap, "imap"))) {
            access.logIn(mailbox, imap);
            for (String name : placesOf(imap, folders)) {
                Folder folder = mailbox.getFolder(name);
                if (folder.exists()) {
                    remove((IMAPFolder) folder, messageId);
                }
            }
        }
    }

    /** A server finds every mail whose Message-ID merely contains the one that is looked for. */
    private Message[] ours(Message[] found, String messageId) throws MessagingException {
        List<Message> ours = new ArrayList<>();
        for (Message mail : found) {
            String[] ids = mail.getHeader("Message-ID");
            boolean same = ids != null && ids.length == 1 && ids[0].strip().equals(messageId);
            if (same && InternetAddress.toString(mail.getFrom()).contains(settings.address())) {
                ours.add(mail);
            }
        }
        return ours.toArray(Message[]::new);
    }

    /** Where it was seen, and where such a mail is moved afterwards. */
    private static List<String> placesOf(MailSettings.Imap imap, List<String> folders) {
        Stream<String> moved =
                imap.afterwards() == MailSettings.Afterwards.MOVE ? Stream.of(imap.moveTo()) : Stream.empty();
        return Stream.concat(folders.stream(), moved).distinct().toList();
    }

    private void remove(IMAPFolder folder, String messageId) throws MessagingException {
        folder.open(Folder.READ_WRITE);
        try {
            Message[] found = ours(folder.search(new MessageIDTerm(messageId)), messageId);
            if (found.length > 0) {
                folder.setFlags(found, new Flags(Flags.Flag.DELETED), true);
                // By UID (RFC 4315): what others have marked as deleted is not ours to expunge.
                folder.expunge(found);
            }
        } finally {
            folder.close(false);
        }
    }
}
