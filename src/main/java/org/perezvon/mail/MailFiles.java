package org.perezvon.mail;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import org.perezvon.kernel.Conflict;
import org.perezvon.mail.files.FileCupboard;
import org.perezvon.mail.files.MailFileStore;
import org.perezvon.mail.files.Scanner;
import org.perezvon.mail.files.Verdict;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The files that came with mails: what is known of them, and their contents once they may be opened. */
@Component
@Transactional(readOnly = true)
public class MailFiles {

    private final MailFileStore mails;
    private final FileCupboard cupboard;
    private final Scanner scanner;

    MailFiles(MailFileStore mails, FileCupboard cupboard, Scanner scanner) {
        this.mails = mails;
        this.cupboard = cupboard;
        this.scanner = scanner;
    }

    /** A file whose text holds certain words. */
    public record Hit(long mailId, int number, String name, String words) {}

    /** In the order of the mail; those that a sender put into the text as pictures among them. */
    public List<MailFile> of(long mailId) {
        return mails.of(mailId, scanner.isOn());
    }

    public Optional<MailFile> find(long mailId, int number) {
        return of(mailId).stream().filter(file -> file.number() == number).findFirst();
    }

    /**
     * The contents, fetched while they are read: hold no transaction meanwhile.
     *
     * @throws Conflict when it must not be opened, or not yet
     */
    @Transactional(propagation = Propagation.SUPPORTS)
    public InputStream open(MailFile file) {
        String sha256 = file.sha256();
        if (file.state() == MailFile.State.INFECTED) {
            throw new Conflict("Файл «" + file.name() + "» заражён (" + file.found() + "), открыть его нельзя");
        }
        if (!file.state().mayBeOpened() || sha256 == null) {
            throw notYet(file.name());
        }
        return cupboard.open(sha256);
    }

    private static Conflict notYet(String name) {
        return new Conflict("Файл «" + name + "» ещё не проверен, попробуйте через минуту");
    }

    /** Keeps a file that did not come by mail; it is examined and scanned as those are. @return its sum as 64 hexadecimal digits */
    @Transactional
    public String keep(byte[] content) {
        return cupboard.keep(content);
    }

    /** @param sha256 as 64 hexadecimal digits */
    public MailFile.State state(String sha256) {
        return mails.stateOf(sha256, scanner.isOn());
    }

    /**
     * The contents of a file that is kept, whatever brought it; hold no transaction meanwhile.
     *
     * @throws Conflict when it must not be opened, or not yet
     */
    @Transactional(propagation = Propagation.SUPPORTS)
    public InputStream open(String name, String sha256) {
        MailFile.State state = state(sha256);
        if (state == MailFile.State.INFECTED) {
            throw new Conflict("Файл «" + name + "» заражён, открыть его нельзя");
        }
        if (!state.mayBeOpened()) {
            throw notYet(name);
        }
        return cupboard.open(sha256);
    }

    /** The whole text of a file that may be opened. */
    public Optional<String> text(long mailId, int number) {
        return find(mailId, number)
                .filter(file -> file.state().mayBeOpened())
                .flatMap(file -> mails.text(mailId, number));
    }

    /** Files whose text has these words in any form, of the newest mails first. */
    public List<Hit> holding(String words, int limit) {
        return mails.found(words, limit).stream()
                .map(hit -> new Hit(hit.mailId(), hit.number(), hit.name(), hit.words()))
                .toList();
    }

    /** Whether nothing that came with the mail is suspected of anything: then its pictures may be shown. */
    public boolean mayShowPictures(long mailId) {
        return of(mailId).stream().allMatch(file -> file.state().mayBeOpened());
    }

    /**
     * Whether the mail may be handed out as it came, with all that is in it.
     *
     * @throws Conflict when it must not, or not yet
     */
    @Transactional(propagation = Propagation.SUPPORTS)
    public void checkOriginal(long mailId, byte[] raw) {
        of(mailId).stream()
                .filter(file -> file.state() == MailFile.State.INFECTED)
                .findFirst()
                .ifPresent(this::open);
        if (!scanner.isOn()) {
            return;
        }
        Verdict verdict = scanner.scan(new ByteArrayInputStream(raw));
        if (verdict instanceof Verdict.Infected infected) {
            throw new Conflict("Письмо заражено (" + infected.signature() + "), открыть его нельзя");
        }
        if (verdict instanceof Verdict.NotScanned not) {
            throw new Conflict("Письмо ещё не проверено: " + not.reason());
        }
    }
}
