package org.perezvon.kernel;

import java.util.List;

/** What somebody entered cannot be accepted; says which field, why and what to do, in Russian. */
public class InvalidInput extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<Problem> problems;

    /** @param field path in the request, e.g. {@code caller.phone} */
    public record Problem(String field, String message) {}

    public InvalidInput(List<Problem> problems) {
        super(problems.stream()
                .map(Problem::message)
                .reduce((a, b) -> a + " " + b)
                .orElse("Данные не приняты"));
        this.problems = List.copyOf(problems);
    }

    public List<Problem> problems() {
        return problems;
    }
}
