package org.perezvon.console;

import java.lang.reflect.Method;
import java.util.Set;

/** Answers an administrator at the command line; starts neither server nor database. */
public final class Console {

    private static final Set<String> CALLS = Set.of("-h", "--help", "-V", "--version");

    private Console() {}

    /** Whether the words are for the console: a command comes first, or a call for help; settings are the server's. */
    public static boolean isAddressed(String... words) {
        return words.length > 0 && !words[0].isBlank() && (!words[0].startsWith("-") || CALLS.contains(words[0]));
    }

    /** @return the exit code: 0 answered, 1 our own failure, 2 wrong input */
    public static int answer(String... words) {
        ClassLoader narrow = NarrowClassPath.around(Console.class.getClassLoader(), placesOf(words));
        try {
            // What another loader has loaded is of another package to Java, though not to us.
            Method reply = narrow.loadClass("org.perezvon.console.Replies")
                    .getDeclaredMethod("toStandardOutput", String.class, String[].class);
            reply.setAccessible(true);
            return (int) reply.invoke(null, version(), words);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("The console does not find itself", e);
        }
    }

    /** One class of each place in which a command finds its own. */
    private static String[] placesOf(String... words) {
        String ours = "org/perezvon/console/Console.class";
        String typed = "picocli/CommandLine.class";
        return words[0].equals("read")
                ? new String[] {
                    ours,
                    typed,
                    "org/apache/james/mime4j/stream/MimeTokenStream.class",
                    "org/apache/james/mime4j/dom/field/DateTimeField.class",
                    "org/jsoup/Jsoup.class"
                }
                : new String[] {ours, typed};
    }

    private static String version() {
        String version = Console.class.getPackage().getImplementationVersion();
        return version == null ? "(из исходников)" : version;
    }
}
