package org.perezvon.question;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.perezvon.directory.Agency;
import org.perezvon.directory.Directory;
import org.perezvon.kernel.Centre;
import org.perezvon.kernel.RegistrationNumber;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** All cases, to be looked for by number, agency and trouble. Who called stands in none of the lines. */
@Component
@Transactional(readOnly = true)
class Cases {

    private static final Pattern RUNNING_NUMBER = Pattern.compile("\\d{1,9}");

    /** A case is looked for by the end of its number in so many years. */
    private static final int YEARS = 10;

    private final CaseStore store;
    private final Directory directory;
    private final Centre centre;
    private final Clock clock;

    Cases(CaseStore store, Directory directory, Centre centre, Clock clock) {
        this.store = store;
        this.directory = directory;
        this.centre = centre;
        this.clock = clock;
    }

    /** @param typed a number, of a case or of one of its inquiries, or how it ends: 2026-000123, 2026-000123/2, 123 */
    List<CaseLine> page(
            String typed,
            Optional<String> agency,
            Optional<QuestionView.State> state,
            boolean late,
            boolean stuck,
            Optional<String> behind,
            int limit) {
        return store.page(new CaseQuery(numbers(typed), agency, state, late, stuck, behind, clock.instant()), limit);
    }

    /** Short names by code. */
    Map<String, String> agencies() {
        return directory.agencies().stream().collect(Collectors.toMap(Agency::code, Agency::shortName));
    }

    private List<String> numbers(String typed) {
        String number = typed.strip().replaceFirst("^№\\s*", "").replaceFirst("/\\d*$", "");
        if (!RUNNING_NUMBER.matcher(number).matches()) {
            return number.isEmpty() ? List.of() : List.of(number);
        }
        int year = LocalDate.ofInstant(clock.instant(), centre.zone()).getYear();
        return IntStream.rangeClosed(year - YEARS, year)
                .mapToObj(each ->
                        RegistrationNumber.of(each, Long.parseLong(number)).value())
                .toList();
    }
}
