package org.perezvon.benchmark;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.perezvon.mail.MailKind;
import org.perezvon.testing.CorpusMail;

/**
 * How well and how fast mails are read: every letter of a folder beside its expected reading. The folder is this project's
 * corpus unless {@code -Dbenchmark.corpus} names another one of the same make.
 */
final class ReadingBenchmark {

    private static final Set<String> HOME = Set.of("ru", "kk");
    private static final Set<MailKind> WRITTEN_BY_PROGRAMS =
            Set.of(MailKind.BOUNCE, MailKind.AUTO_REPLY, MailKind.ACKNOWLEDGEMENT, MailKind.DELAY, MailKind.RECEIPT);
    private static final double SLOWEST_ALLOWED_SECONDS = 10;

    private final List<CorpusMail> letters;

    ReadingBenchmark() {
        String folder = System.getProperty("benchmark.corpus", "");
        this.letters = CorpusMail.in(folder.isEmpty() ? CorpusMail.OURS : Path.of(folder));
    }

    Findings run() {
        List<JudgedReading> read = letters.stream().map(JudgedReading::of).toList();
        List<JudgedReading> cut =
                read.stream().filter(JudgedReading::isAskedForText).toList();
        List<JudgedReading> home = cut.stream().filter(isOf(HOME)).toList();
        System.out.println(ReadingTable.extraction(
                "Language", cut, reading -> reading.letter().language()));
        System.out.println(ReadingTable.extraction(
                "Client", cut, reading -> reading.letter().client()));
        System.out.println(ReadingTable.confusion(read));
        System.out.println(ReadingTable.misread(read));

        Findings findings = new Findings();
        findings.atLeast("exact, Russian and Kazakh (" + home.size() + ")", ReadingTable.exact(home), 95, Unit.PERCENT);
        findings.atLeast("token F1, Russian and Kazakh", ReadingTable.f1(home), 0.98, Unit.SHARE);
        findings.atLeast("exact, all languages (" + cut.size() + ")", ReadingTable.exact(cut), 90, Unit.PERCENT);
        findings.atLeast("right kind (" + read.size() + ")", ReadingTable.kinds(read), 97, Unit.PERCENT);
        findings.atMost("what programs write, taken for an answer", takenForAnswers(read), 0, Unit.MAILS);
        speed(findings);
        return findings;
    }

    private static Predicate<JudgedReading> isOf(Set<String> languages) {
        return reading -> languages.contains(reading.letter().language());
    }

    private static long takenForAnswers(List<JudgedReading> read) {
        return read.stream()
                .filter(reading -> WRITTEN_BY_PROGRAMS.contains(reading.letter().kind()))
                .filter(reading -> reading.opinion().kind() == MailKind.ANSWER)
                .count();
    }

    private void speed(Findings findings) {
        ReadingSpeed speed = new ReadingSpeed(letters);
        findings.perSecond("mails a second on one core; beside, mime4j alone", speed.ours(), 500, speed.parsedOnly());
        ReadingSpeed.Slowest slowest = speed.slowest();
        findings.told("the slowest of them, " + slowest.name(), slowest.millis(), Double.NaN, Unit.MILLISECONDS);
        Monsters.all()
                .forEach((name, bytes) ->
                        findings.atMost(name, ReadingSpeed.seconds(bytes), SLOWEST_ALLOWED_SECONDS, Unit.SECONDS));
    }
}
