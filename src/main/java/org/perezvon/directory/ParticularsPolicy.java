package org.perezvon.directory;

import static org.perezvon.directory.AgencyPolicy.parsed;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.perezvon.directory.Particulars.Head;
import org.perezvon.kernel.EmailAddress;
import org.perezvon.kernel.InvalidInput.Problem;

/** What is told of an agency beside its name and its time; all of it may be left out. */
final class ParticularsPolicy {

    private static final int LONGEST_REGION = 100;
    private static final int LONGEST_PHONE = 60;

    private ParticularsPolicy() {}

    /** @param known whether an agency of this code is in the directory */
    static Particulars check(
            String code, AgencyController.NewAgency entered, Predicate<String> known, List<Problem> problems) {
        Optional<String> parent = told(entered.parent());
        Optional<String> region = told(entered.region());
        Optional<String> phone = told(entered.phone());
        if (parent.filter(code::equals).isPresent()) {
            problems.add(new Problem("parent", "Орган не может быть вышестоящим сам для себя"));
        } else if (parent.filter(known.negate()).isPresent()) {
            problems.add(new Problem(
                    "parent", "Нет органа власти с кодом «%s»: сначала внесите его".formatted(parent.orElseThrow())));
        }
        if (region.filter(text -> text.length() > LONGEST_REGION).isPresent()) {
            problems.add(new Problem("region", "Длиннее " + LONGEST_REGION + " знаков"));
        }
        if (phone.filter(ParticularsPolicy::cannotBeCalled).isPresent()) {
            problems.add(new Problem(
                    "phone",
                    "По номеру «%s» нельзя перевести звонок: нужен телефон, можно с добавочным: 8 (3952) 12-34-56, доб. 7"
                            .formatted(phone.orElseThrow())));
        }
        return new Particulars(parent, region, phone, head(entered.head(), problems));
    }

    private static Optional<Head> head(AgencyController.@Nullable NewHead entered, List<Problem> problems) {
        if (entered == null
                || (told(entered.name()).isEmpty() && told(entered.email()).isEmpty())) {
            return Optional.empty();
        }
        EmailAddress email = parsed(
                entered.email(),
                "head.email",
                "Укажите адрес руководителя: ему пишут о просрочке",
                EmailAddress::of,
                problems);
        Head head = parsed(
                entered.name(),
                "head.name",
                "Укажите фамилию, имя и отчество руководителя",
                name -> email == null ? null : new Head(name, email),
                problems);
        return Optional.ofNullable(head);
    }

    private static boolean cannotBeCalled(String phone) {
        return phone.length() > LONGEST_PHONE
                || phone.chars().filter(Character::isDigit).count() < 2;
    }

    private static Optional<String> told(@Nullable String entered) {
        return Optional.ofNullable(entered).map(String::strip).filter(text -> !text.isEmpty());
    }
}
