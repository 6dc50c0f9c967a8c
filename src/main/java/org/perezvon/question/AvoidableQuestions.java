package org.perezvon.question;

import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.perezvon.kernel.Centre;
import org.perezvon.kernel.RegistrationNumber;
import org.perezvon.kernel.SheetCell;
import org.perezvon.knowledge.AnswersAtHand;
import org.perezvon.knowledge.KnowledgeGaps;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** «Вопросы, которых могло не быть»: inquiries sent although an item existed, items never used, searches without a hit (I-9). */
@Component
@Transactional
class AvoidableQuestions {

    private static final String MARK = "\uFEFF";
    private static final int MOST = 500;

    private final AvoidableStore store;
    private final AnswersAtHand answers;
    private final KnowledgeGaps gaps;
    private final Centre centre;
    private final Clock clock;

    AvoidableQuestions(AvoidableStore store, AnswersAtHand answers, KnowledgeGaps gaps, Centre centre, Clock clock) {
        this.store = store;
        this.answers = answers;
        this.gaps = gaps;
        this.centre = centre;
        this.clock = clock;
    }

    /** Questions that agencies were asked although this item may have answered them. @param questions the newest ones */
    record Avoidable(long item, String title, String agency, int times, List<String> questions) {}

    /** @param unused published before the period began */
    record Report(
            LocalDate from,
            LocalDate to,
            List<Avoidable> avoidable,
            List<KnowledgeGaps.Unused> unused,
            List<KnowledgeGaps.Missed> missed) {}

    /** A question goes to agencies: did the base have the answer? */
    void sent(RegistrationNumber number, String text) {
        answers.to(text).ifPresent(answer -> store.add(number, answer, clock.instant()));
    }

    /** @param to the last day */
    @Transactional(readOnly = true)
    public Report report(LocalDate from, LocalDate to) {
        return new Report(
                from,
                to,
                store.avoidable(
                        from.atStartOfDay(centre.zone()).toInstant(),
                        to.plusDays(1).atStartOfDay(centre.zone()).toInstant(),
                        MOST),
                gaps.unused(from, MOST),
                gaps.missed(from, to, MOST));
    }

    /** The same as a table that a spreadsheet opens; no cell is a formula to it. */
    @Transactional(readOnly = true)
    public void export(LocalDate from, LocalDate to, Appendable out) throws IOException {
        Report report = report(from, to);
        out.append(MARK);
        try (CSVPrinter printer =
                new CSVPrinter(out, CSVFormat.EXCEL.builder().setDelimiter(';').get())) {
            printer.printRecord("Что", "Запись", "Заголовок или слова", "Орган", "Раз", "Обращения");
            for (Avoidable each : report.avoidable()) {
                print(
                        printer,
                        "Запрос отправлен, хотя запись была",
                        String.valueOf(each.item()),
                        each.title(),
                        each.agency(),
                        String.valueOf(each.times()),
                        String.join(", ", each.questions()));
            }
            for (KnowledgeGaps.Missed each : report.missed()) {
                print(printer, "Искали и не нашли", "", each.words(), "", String.valueOf(each.times()), "");
            }
            for (KnowledgeGaps.Unused each : report.unused()) {
                print(
                        printer,
                        "Запись ни разу не понадобилась",
                        String.valueOf(each.item()),
                        each.title(),
                        each.agency(),
                        "0",
                        "");
            }
        }
    }

    private static void print(CSVPrinter printer, String... cells) throws IOException {
        printer.printRecord(Stream.of(cells).map(SheetCell::written));
    }

    /** The date on the wall of the contact centre. */
    LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), centre.zone());
    }
}
