package org.perezvon.knowledge;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.perezvon.directory.Agency;
import org.perezvon.directory.Directory;
import org.perezvon.kernel.InvalidInput;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Many items at once, from a file (K-21): tried first, then taken wholly or not at all. */
@Component
@Transactional
class KnowledgeImports {

    private static final Logger log = LoggerFactory.getLogger(KnowledgeImports.class);

    private final KnowledgeBase knowledge;
    private final ItemStore items;
    private final PublicationPolicy policy;
    private final Directory directory;

    KnowledgeImports(KnowledgeBase knowledge, ItemStore items, PublicationPolicy policy, Directory directory) {
        this.knowledge = knowledge;
        this.items = items;
        this.policy = policy;
        this.directory = directory;
    }

    /** @param column as the heading says; @param message in Russian */
    record Fault(int line, String column, String message) {}

    /** @param item the item that gets another version; absent: a new one */
    record Effect(int line, String title, @Nullable Long item, String what) {}

    /** @param taken whether the effects have come into force; never while there is a fault */
    record Report(boolean taken, String form, List<Effect> effects, int unchanged, List<Fault> faults) {}

    private record Examined(int line, PublicationPolicy.Publication publication) {}

    /** What taking the file would do. @param agency of whom all of it is, where the file does not say */
    @Transactional(readOnly = true)
    public Report tried(byte[] file, @Nullable String agency) {
        return examine(file, agency, Optional.empty());
    }

    /** Takes it, unless there is any fault. */
    Report take(byte[] file, @Nullable String agency, String by) {
        Report report = examine(file, agency, Optional.of(by));
        log.info(
                "{} items taken from a file, {} faults",
                report.effects().size(),
                report.faults().size());
        return report;
    }

    private Report examine(byte[] file, @Nullable String agency, Optional<String> by) {
        ImportRows rows = ImportRows.of(ImportTable.read(file));
        List<Fault> faults = new ArrayList<>();
        List<Examined> examined = checked(rows, agency, faults);
        List<Effect> effects = new ArrayList<>();
        int unchanged = 0;
        for (Examined each : examined) {
            Edition edition = each.publication().edition();
            Optional<Long> known = items.titled(edition.agencyCode(), edition.title());
            Optional<KnowledgeItem> item = known.flatMap(knowledge::item);
            if (item.filter(found -> found.current().edition().equals(edition)).isPresent()) {
                unchanged++;
                continue;
            }
            String what = item.map(found -> "версия " + (found.current().number() + 1))
                    .orElse("новая запись");
            effects.add(new Effect(each.line(), edition.title(), known.orElse(null), what));
        }
        if (faults.isEmpty() && by.isPresent()) {
            examined.forEach(each -> knowledge.publish(
                    each.publication().edition(), by.get(), each.publication().why()));
        }
        return new Report(
                faults.isEmpty() && by.isPresent(),
                rows.areOfAnnex() ? "приложение к Правилам (K-21)" : "таблица записей",
                effects,
                unchanged,
                faults);
    }

    private List<Examined> checked(ImportRows rows, @Nullable String agency, List<Fault> faults) {
        Map<String, String> codes = codes();
        Set<String> seen = new HashSet<>();
        List<Examined> examined = new ArrayList<>();
        for (ImportRows.Entered row : rows.entered(agency, name -> Optional.ofNullable(codes.get(plain(name))))) {
            try {
                PublicationPolicy.Publication publication = policy.check(row.item());
                Edition edition = publication.edition();
                if (!seen.add(edition.agencyCode() + "\n" + edition.title())) {
                    faults.add(new Fault(row.line(), rows.heading("title"), "Такой заголовок уже есть в файле выше"));
                }
                List<String> personal = PersonalSigns.in(edition.text());
                if (!personal.isEmpty()) {
                    faults.add(new Fault(
                            row.line(),
                            rows.heading("answer"),
                            "Похоже, здесь " + String.join(", ", personal) + ": личных данных в базе не бывает"));
                }
                examined.add(new Examined(row.line(), publication));
            } catch (InvalidInput refusal) {
                refusal.problems()
                        .forEach(problem ->
                                faults.add(new Fault(row.line(), rows.heading(problem.field()), problem.message())));
            }
        }
        return examined;
    }

    /** By code, name and short name, however they are written. */
    private Map<String, String> codes() {
        Map<String, String> codes = new HashMap<>();
        for (Agency agency : directory.agencies()) {
            codes.put(plain(agency.shortName()), agency.code());
            codes.put(plain(agency.name()), agency.code());
        }
        directory.agencies().forEach(agency -> codes.put(plain(agency.code()), agency.code()));
        return codes;
    }

    private static String plain(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("\\s+", " ").strip();
    }
}
