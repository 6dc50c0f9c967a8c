package org.perezvon.inquiry;

import java.io.IOException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.perezvon.directory.Agency;
import org.perezvon.directory.Directory;
import org.perezvon.kernel.Centre;
import org.perezvon.kernel.SheetCell;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The register of violations (I-5): whose promise was not kept, when, and how that is known. */
@Component
@Transactional(readOnly = true)
class ViolationRegister {

    private static final int PAGE = 500;
    private static final String MARK = "\uFEFF";

    private final ViolationStore store;
    private final InquiryFiles files;
    private final Directory directory;
    private final Centre centre;

    ViolationRegister(ViolationStore store, InquiryFiles files, Directory directory, Centre centre) {
        this.store = store;
        this.files = files;
        this.directory = directory;
        this.centre = centre;
    }

    /** @param behind the id of the last one that is known already */
    List<RecordedViolation> page(ViolationQuery query, Optional<Long> behind, int limit) {
        return store.page(query, behind.flatMap(store::find), limit);
    }

    /** One violation with everything that proves it: letters with their evidence, replies, deadlines with derivation. */
    Optional<Case> find(long id) {
        return store.find(id).map(found -> new Case(found, found.inquiry().flatMap(files::find)));
    }

    /** @param inquiry absent for a violation about the information base: its evidence is all there is */
    record Case(RecordedViolation violation, Optional<InquiryView> inquiry) {}

    /** Short names by code. */
    Map<String, String> agencies() {
        return directory.agencies().stream().collect(Collectors.toMap(Agency::code, Agency::shortName));
    }

    /** Writes all of them as a table that a spreadsheet opens; no cell is a formula to it. */
    void export(ViolationQuery query, Appendable out) throws IOException {
        Map<String, String> agencies = agencies();
        out.append(MARK);
        try (CSVPrinter printer =
                new CSVPrinter(out, CSVFormat.EXCEL.builder().setDelimiter(';').get())) {
            printer.printRecord(
                    "Когда",
                    "Чьё",
                    "Орган",
                    "Запрос",
                    "Нарушение",
                    "Ответ пришёл",
                    "Снято",
                    "Почему снято",
                    "Расчёт срока");
            Optional<RecordedViolation> last = Optional.empty();
            do {
                List<RecordedViolation> page = store.page(query, last, PAGE);
                for (RecordedViolation each : page) {
                    printer.printRecord(cells(each, agencies).map(SheetCell::written));
                }
                last = page.size() < PAGE ? Optional.empty() : Optional.of(page.get(page.size() - 1));
            } while (last.isPresent());
        }
    }

    private Stream<String> cells(RecordedViolation each, Map<String, String> agencies) {
        return Stream.of(
                inWords(each.at()),
                each.kind().isOurs() ? "контакт-центра" : "органа",
                agencies.getOrDefault(each.agencyCode(), each.agencyCode()),
                each.number(),
                each.kind().inRussian(),
                each.answeredAt().map(this::inWords).orElse(""),
                each.withdrawnAt().map(this::inWords).orElse(""),
                each.withdrawnWhy().orElse(""),
                String.join("\n", each.evidence()));
    }

    private String inWords(Instant at) {
        ZoneId zone = centre.zone();
        return DateTimeFormatter.ofPattern("dd.MM.yyyy HH:mm").format(at.atZone(zone));
    }
}
