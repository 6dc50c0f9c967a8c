package org.perezvon.question;

import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One row of the table {@code competence.dmn}.
 *
 * @param weight how much the reason counts, 0 to 100
 * @param transfer whether the call goes to the agency itself while it is at work
 * @param clause by which clause
 */
record CompetenceRule(int weight, Transfer transfer, String clause) {

    static final CompetenceRule NONE = new CompetenceRule(0, Transfer.NO, "");

    /** Whether a call is transferred. */
    enum Transfer {
        NO,
        /** When the citizen needs more than the centre knows (T-3.2). */
        MAY,
        /** For the questions of the clause always (I-12). */
        MUST
    }

    /** @throws IllegalArgumentException in Russian, when the cells make no rule */
    static CompetenceRule of(Map<String, @Nullable Object> cells) {
        return new CompetenceRule(
                weight(cells.get("weight")), transfer(cells.get("transfer")), clause(cells.get("clause")));
    }

    private static int weight(@Nullable Object cell) {
        int weight = cell instanceof Number number ? number.intValue() : -1;
        if (weight < 0 || weight > 100) {
            throw new IllegalArgumentException(
                    "в столбце «Вес» должно стоять целое число от 0 до 100, а стоит " + told(cell));
        }
        return weight;
    }

    private static Transfer transfer(@Nullable Object cell) {
        return switch (Optional.ofNullable(cell).map(Object::toString).orElse("")) {
            case "" -> Transfer.NO;
            case "можно" -> Transfer.MAY;
            case "надо" -> Transfer.MUST;
            default ->
                throw new IllegalArgumentException(
                        "в столбце «Перевести звонок» должно стоять \"надо\", \"можно\" или null, а стоит "
                                + told(cell));
        };
    }

    private static String clause(@Nullable Object cell) {
        return Optional.ofNullable(cell)
                .map(Object::toString)
                .filter(text -> !text.isBlank())
                .orElseThrow(() -> new IllegalArgumentException("в столбце «Пункт» должен стоять пункт регламента"));
    }

    private static String told(@Nullable Object cell) {
        return cell == null ? "пусто" : "«" + cell + "»";
    }
}
