package org.perezvon.mail.inbound;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.perezvon.mail.MailReading;
import org.perezvon.mail.MailSettings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The few JVMs that read suspicious mails: started when one is needed, used again while they stand it. */
final class SeparateReaders implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(SeparateReaders.class);

    private final MailSettings.Incoming limits;
    private final Semaphore places;
    private final Deque<SeparateReader> idle = new ArrayDeque<>();

    /** @param most how many at a time; whoever comes later waits */
    SeparateReaders(MailSettings.Incoming limits, int most) {
        this.limits = limits;
        this.places = new Semaphore(most, true);
    }

    /** @throws NotRead when the mail is too much even for a JVM of its own */
    OpenedMail open(byte[] raw, ReadingRules rules) {
        SeparateReading.Answer first = read(raw, "", rules);
        return new OpenedApart(first, raw, rules, this);
    }

    private SeparateReading.Answer read(byte[] raw, String ours, ReadingRules rules) {
        return ask(reader -> reader.read(raw, ours, rules));
    }

    /** @throws NotRead when what is asked is too much for a JVM of its own */
    <T> T ask(Function<SeparateReader, T> errand) {
        places.acquireUninterruptibly();
        try {
            SeparateReader reader = reader();
            T answer = errand.apply(reader);
            giveBack(reader);
            return answer;
        } finally {
            places.release();
        }
    }

    private SeparateReader reader() {
        @Nullable SeparateReader waiting = takeIdle();
        if (waiting != null) {
            return waiting;
        }
        try {
            log.info("A JVM that reads what may be dangerous is started");
            return SeparateReader.start(limits);
        } catch (IOException e) {
            throw new IllegalStateException("Не удалось запустить отдельный процесс для чтения писем", e);
        }
    }

    private synchronized @Nullable SeparateReader takeIdle() {
        for (SeparateReader reader = idle.poll(); reader != null; reader = idle.poll()) {
            if (reader.isFresh()) {
                return reader;
            }
            reader.close();
        }
        return null;
    }

    private synchronized void giveBack(SeparateReader reader) {
        idle.push(reader);
    }

    @Override
    public synchronized void close() {
        idle.forEach(SeparateReader::close);
        idle.clear();
    }

    @SuppressWarnings("ArrayRecordComponent") // bytes to be read once more, never compared
    private record OpenedApart(SeparateReading.Answer first, byte[] raw, ReadingRules rules, SeparateReaders readers)
            implements OpenedMail {

        @Override
        public Traces traces() {
            return first.traces();
        }

        @Override
        public List<MailReading.Attachment> files() {
            return first.understood().reading().attachments();
        }

        @Override
        public Understood read(String ours) {
            return ours.isEmpty()
                    ? first.understood()
                    : readers.read(raw, ours, rules).understood();
        }
    }
}
