package org.perezvon.benchmark;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.function.Consumer;
import org.apache.james.mime4j.message.DefaultMessageBuilder;
import org.apache.james.mime4j.stream.MimeConfig;
import org.perezvon.mail.MailOpinion;
import org.perezvon.testing.CorpusMail;

/** Processor time of reading mails one after the other in one thread of a warm JVM; other programs hardly change it. */
final class ReadingSpeed {

    private static final double WARM_UP_SECONDS = 8;
    private static final double MEASURED_SECONDS = 8;
    private static final int RUNS = 30;

    private final List<String> names;
    private final List<byte[]> mails;
    private long kept;

    ReadingSpeed(List<CorpusMail> letters) {
        this.names = letters.stream().map(CorpusMail::name).toList();
        this.mails = letters.stream().map(CorpusMail::bytes).toList();
    }

    record Slowest(String name, double millis) {}

    /** Each understood as a whole. */
    double ours() {
        return perSecond(mail -> kept += MailOpinion.of(mail).text().length());
    }

    /** Each only divided into its parts by the library we use. */
    double parsedOnly() {
        return perSecond(mail -> {
            DefaultMessageBuilder builder = new DefaultMessageBuilder();
            builder.setMimeEntityConfig(MimeConfig.PERMISSIVE);
            try {
                kept += builder.parseMessage(new ByteArrayInputStream(mail))
                        .getHeader()
                        .getFields()
                        .size();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    private double perSecond(Consumer<byte[]> reading) {
        rounds(reading, WARM_UP_SECONDS);
        return rounds(reading, MEASURED_SECONDS);
    }

    private double rounds(Consumer<byte[]> reading, double seconds) {
        double start = processorSeconds();
        long count = 0;
        while (processorSeconds() - start < seconds) {
            mails.forEach(reading);
            count += mails.size();
        }
        return count / (processorSeconds() - start);
    }

    /** At its best of many runs: what it costs by itself, not what disturbed it. */
    Slowest slowest() {
        Slowest slowest = new Slowest("", 0);
        for (int i = 0; i < mails.size(); i++) {
            double best = Double.MAX_VALUE;
            for (int run = 0; run < RUNS; run++) {
                best = Math.min(best, seconds(mails.get(i)));
            }
            if (best * 1000 > slowest.millis()) {
                slowest = new Slowest(names.get(i), best * 1000);
            }
        }
        return slowest;
    }

    static double seconds(byte[] mail) {
        double start = processorSeconds();
        MailOpinion.of(mail);
        return processorSeconds() - start;
    }

    private static double processorSeconds() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() / 1e9;
    }
}
