package org.perezvon.console;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintWriter;
import java.util.List;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** What the console says to a command: the answer on one stream, or one sentence on the other. */
final class Replies {

    static final int ANSWERED = 0;
    static final int OUR_FAILURE = 1;
    static final int WRONG_INPUT = 2;

    private final String version;
    private final PrintWriter out;
    private final PrintWriter err;

    Replies(String version, PrintWriter out, PrintWriter err) {
        this.version = version;
        this.out = out;
        this.err = err;
    }

    /** In UTF-8, whatever the locale. */
    static int toStandardOutput(String version, String... words) {
        PrintWriter out = new PrintWriter(new FileOutputStream(FileDescriptor.out), false, UTF_8);
        PrintWriter err = new PrintWriter(new FileOutputStream(FileDescriptor.err), false, UTF_8);
        return new Replies(version, out, err).answer(TypedWords.of(words));
    }

    int answer(List<String> words) {
        try {
            return reply(words);
        } catch (WrongInput e) {
            err.println(e.getMessage());
            return WRONG_INPUT;
        } catch (RuntimeException e) {
            err.println("Ошибка в самой программе, сообщите о ней разработчикам: " + e);
            e.printStackTrace(err);
            return OUR_FAILURE;
        } finally {
            out.flush();
            err.flush();
        }
    }

    private int reply(List<String> words) {
        return switch (words.get(0)) {
            case "-h", "--help" -> say(Usage.ofAll());
            case "-V", "--version" -> say("Perezvon " + version + "\n");
            default -> reply(Commands.named(words.get(0)), words.subList(1, words.size()));
        };
    }

    private int reply(Command command, List<String> words) {
        try {
            ParseResult parsed = Picocli.lineOf(command).parseArgs(words.toArray(String[]::new));
            return parsed.isUsageHelpRequested() ? say(Usage.of(command)) : command.answer(new Typed(parsed), out);
        } catch (ParameterException e) {
            throw Complaint.of(e);
        }
    }

    private int say(String text) {
        out.print(text);
        return ANSWERED;
    }
}
