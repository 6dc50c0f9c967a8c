package org.perezvon.console;

import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.perezvon.worktime.Deadlines;
import picocli.CommandLine.Model.OptionSpec;

/** Where the calendars come from. */
record CalendarFiles(Typed typed) {

    static OptionSpec option() {
        return Options.one(
                "ПАПКА",
                "Папка с другими файлами календарей, устроенная как src/main/resources/calendars."
                        + " По умолчанию календари, поставленные с программой.",
                "--calendars");
    }

    /** @throws WrongInput when the folder is none, or its files cannot be understood */
    Deadlines deadlines() {
        @Nullable String folder = typed.word("--calendars");
        if (folder == null) {
            return Deadlines.shipped();
        }
        Path path = TypedPath.parse(folder);
        if (!Files.isDirectory(path)) {
            throw new WrongInput("Папки календарей «" + folder + "» нет; проверьте путь в --calendars");
        }
        try {
            return Deadlines.from(path);
        } catch (IllegalArgumentException | UncheckedIOException e) {
            throw new WrongInput(e.getMessage() + "; исправьте файлы в папке «" + folder + "»");
        }
    }
}
