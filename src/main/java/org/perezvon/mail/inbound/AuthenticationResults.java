package org.perezvon.mail.inbound;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What one mail server wrote of the sender into a field of that name (RFC 8601 §2.2). Reads any text in one pass; what is no
 * result is passed over.
 *
 * @param server who says so (authserv-id), lower case; empty when it does not tell
 */
record AuthenticationResults(String server, List<Result> results) {

    private static final int MOST = 100;

    AuthenticationResults {
        results = List.copyOf(results);
    }

    /**
     * @param method e.g. {@code dkim}, lower case
     * @param result e.g. {@code pass}, lower case
     * @param properties e.g. {@code header.d}, lower case, and what they hold
     */
    record Result(String method, String result, Map<String, String> properties) {

        Result {
            properties = Map.copyOf(properties);
        }

        boolean is(String wanted) {
            return result.equals(wanted);
        }

        /** The domain in the first of these properties that is there, lower case; empty when none is. */
        String domain(String... names) {
            return Stream.of(names)
                    .map(properties::get)
                    .flatMap(Stream::ofNullable)
                    .findFirst()
                    .map(value -> value.substring(value.lastIndexOf('@') + 1).toLowerCase(Locale.ROOT))
                    .orElse("");
        }
    }

    static AuthenticationResults parse(String value) {
        List<List<String>> statements = statements(value);
        List<String> first = statements.get(0);
        boolean named = !first.isEmpty() && !(first.size() > 1 && first.get(1).equals("="));
        return new AuthenticationResults(
                named ? first.get(0).toLowerCase(Locale.ROOT) : "",
                statements.stream()
                        .skip(named ? 1 : 0)
                        .limit(MOST)
                        .flatMap(words -> result(words).stream())
                        .toList());
    }

    /** All that one method has found. */
    List<Result> of(String method) {
        return results.stream().filter(result -> result.method().equals(method)).toList();
    }

    private static Optional<Result> result(List<String> words) {
        if (words.size() < 3 || !words.get(1).equals("=")) {
            return Optional.empty();
        }
        Map<String, String> properties = new HashMap<>();
        for (int i = 3; i + 2 < words.size(); i++) {
            if (words.get(i + 1).equals("=")) {
                properties.putIfAbsent(words.get(i).toLowerCase(Locale.ROOT), words.get(i + 2));
            }
        }
        String method = words.get(0).toLowerCase(Locale.ROOT);
        int version = method.indexOf('/');
        return Optional.of(new Result(
                version < 0 ? method : method.substring(0, version),
                words.get(2).toLowerCase(Locale.ROOT),
                properties));
    }

    /** Words between semicolons, an equals sign being a word; comments left out, quotation marks taken off. */
    private static List<List<String>> statements(String value) {
        List<List<String>> statements = new ArrayList<>(List.of(new ArrayList<>()));
        StringBuilder word = new StringBuilder();
        boolean quoted = false;
        int depth = 0;
        for (int i = 0; i < value.length() && statements.size() <= MOST; i++) {
            char c = value.charAt(i);
            if (c == '\\' && (quoted || depth > 0)) {
                i++;
                if (quoted && i < value.length()) {
                    word.append(value.charAt(i));
                }
            } else if (quoted) {
                quoted = c != '"';
                word.append(quoted ? String.valueOf(c) : "");
            } else if (c == '(' || depth > 0) {
                depth += c == '(' ? 1 : c == ')' ? -1 : 0;
            } else if (c == '"') {
                quoted = true;
            } else if (c == ';' || c == '=' || Character.isWhitespace(c)) {
                end(word, statements, c);
            } else {
                word.append(c);
            }
        }
        end(word, statements, ' ');
        return statements;
    }

    private static void end(StringBuilder word, List<List<String>> statements, char mark) {
        List<String> last = statements.get(statements.size() - 1);
        if (!word.isEmpty()) {
            last.add(word.toString());
            word.setLength(0);
        }
        if (mark == '=') {
            last.add("=");
        } else if (mark == ';') {
            statements.add(new ArrayList<>());
        }
    }
}
