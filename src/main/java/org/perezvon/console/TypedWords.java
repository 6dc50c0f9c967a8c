package org.perezvon.console;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/**
 * The words of a command as they were typed. In a locale without Russian letters ({@code LANG=C}) Java spoils them before
 * {@code main} sees them; Linux still has them.
 */
final class TypedWords {

    private static final Path COMMAND_LINE = Path.of("/proc/self/cmdline");
    private static final char SPOILT = '\uFFFD';

    private TypedWords() {}

    static List<String> of(String... seen) {
        List<String> words = List.of(seen);
        return words.stream().anyMatch(TypedWords::isSpoilt) ? typed(words) : words;
    }

    private static List<String> typed(List<String> seen) {
        try {
            List<String> all =
                    Arrays.asList(Files.readString(COMMAND_LINE, UTF_8).split("\0", -1));
            int end = all.size() - 1; // every word is followed by a zero
            List<String> words = all.subList(Math.max(0, end - seen.size()), end);
            return areTheSame(words, seen) ? words : seen;
        } catch (IOException noLinux) {
            return seen;
        }
    }

    private static boolean areTheSame(List<String> words, List<String> seen) {
        for (int i = 0; i < seen.size(); i++) {
            if (words.size() != seen.size()
                    || !isSpoilt(seen.get(i)) && !seen.get(i).equals(words.get(i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean isSpoilt(String word) {
        return word.indexOf(SPOILT) >= 0;
    }
}
