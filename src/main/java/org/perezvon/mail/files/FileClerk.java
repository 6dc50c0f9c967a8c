package org.perezvon.mail.files;

import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.perezvon.mail.inbound.FilesCame;
import org.perezvon.mail.inbound.Reader;
import org.perezvon.mail.inbound.UnpackedFile;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Unpacks the files of one mail, or looks at one file: scanned first, then examined apart. What cannot be done now is tried
 * again, less and less often, and never given up: nobody may open it until then.
 */
@Component
class FileClerk {

    private static final Logger log = LoggerFactory.getLogger(FileClerk.class);

    private static final Duration LEASE = Duration.ofMinutes(5);
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(10);
    /** Scanners come back. */
    private static final Duration TEN_MINUTES = Duration.ofMinutes(10);

    /** What cannot be unpacked at the tenth try will hardly be at the eleventh. */
    private static final Duration A_DAY = Duration.ofDays(1);

    private final MailFileStore mails;
    private final FileStore files;
    private final Scanner scanner;
    private final Reader reader;
    private final TransactionTemplate transaction;
    private final MeterRegistry meters;

    FileClerk(
            MailFileStore mails,
            FileStore files,
            Scanner scanner,
            Reader reader,
            TransactionTemplate transaction,
            MeterRegistry meters) {
        this.mails = mails;
        this.files = files;
        this.scanner = scanner;
        this.reader = reader;
        this.transaction = transaction;
        this.meters = meters;
    }

    @EventListener
    void on(FilesCame came) {
        mails.announce(came);
    }

    /** @return whether there was something to do */
    boolean unpackNext() {
        Optional<MailFileStore.Claimed> mail = mails.claim(LEASE);
        mail.ifPresent(claimed -> {
            try {
                unpack(claimed);
                count("unpacked");
            } catch (RuntimeException | Error e) {
                log.warn("The files of mail {} could not be unpacked and are tried again", claimed.mailId(), e);
                mails.postpone(claimed.mailId(), pause(claimed.attempts(), A_DAY), e.toString());
                count("postponed");
            }
        });
        return mail.isPresent();
    }

    /** What is kept is kept: each file commits by itself, so that two nodes can never wait for each other. */
    private void unpack(MailFileStore.Claimed mail) {
        List<UnpackedFile> unpacked = reader.unpack(mail.raw(), mail.place());
        List<Sha256> kept = unpacked.stream().map(this::keep).toList();
        transaction.executeWithoutResult(status -> {
            for (int i = 0; i < kept.size(); i++) {
                mails.unpacked(mail.mailId(), i + 1, unpacked.get(i), kept.get(i));
            }
            mails.done(mail.mailId());
        });
        if (!kept.isEmpty()) {
            log.info("{} files of mail {} are kept", kept.size(), mail.mailId());
        }
    }

    private Sha256 keep(UnpackedFile file) {
        Sha256 sha256 = Sha256.of(file.content());
        transaction.executeWithoutResult(status -> files.add(sha256, file.content()));
        return sha256;
    }

    /** @return whether there was something to do */
    boolean lookAtNext() {
        Optional<FileStore.Claimed> file = files.claim(LEASE);
        file.ifPresent(claimed -> {
            try {
                lookAt(claimed);
            } catch (IOException | RuntimeException | Error e) {
                log.warn("File {} could not be looked at and is tried again", claimed.sha256(), e);
                files.postpone(claimed.sha256(), pause(claimed.attempts(), TEN_MINUTES), e.toString());
                count("postponed");
            }
        });
        return file.isPresent();
    }

    private void lookAt(FileStore.Claimed file) throws IOException {
        Sha256 sha256 = file.sha256();
        @Nullable Verdict verdict = scanner.isOn() && !file.scanned() ? scanned(sha256) : null;
        if (verdict instanceof Verdict.Infected) {
            files.done(sha256);
            return;
        }
        if (!file.examined()) {
            files.examined(sha256, reader.examine(content(sha256)));
            count("examined");
        }
        if (verdict instanceof Verdict.NotScanned not) {
            files.postpone(sha256, pause(file.attempts(), TEN_MINUTES), not.reason());
        } else {
            files.done(sha256);
        }
    }

    private Verdict scanned(Sha256 sha256) throws IOException {
        try (InputStream content = files.open(sha256)) {
            Verdict verdict = scanner.scan(content);
            if (verdict instanceof Verdict.Clean) {
                files.clean(sha256);
                count("clean");
            } else if (verdict instanceof Verdict.Infected infected) {
                files.infected(sha256, infected.signature());
                count("infected");
                log.error("File {} is infected: {}", sha256, infected.signature());
            } else if (verdict instanceof Verdict.NotScanned not) {
                count("not_scanned");
                log.warn("File {} is not scanned: {}", sha256, not.reason());
            }
            return verdict;
        }
    }

    private byte[] content(Sha256 sha256) throws IOException {
        try (InputStream content = files.open(sha256)) {
            return content.readAllBytes();
        }
    }

    private void count(String outcome) {
        meters.counter("perezvon.mail.files", "outcome", outcome).increment();
    }

    private static Duration pause(int attempts, Duration longest) {
        Duration pause = FIRST_PAUSE.multipliedBy(1L << Math.min(attempts - 1, 20));
        return pause.compareTo(longest) > 0 ? longest : pause;
    }
}
