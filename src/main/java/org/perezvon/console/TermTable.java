package org.perezvon.console;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import org.jspecify.annotations.Nullable;
import org.perezvon.worktime.Terms;
import picocli.CommandLine.Model.OptionSpec;

/** Where the terms come from. */
record TermTable(Typed typed) {

    static OptionSpec option() {
        return Options.one(
                "ФАЙЛ",
                "Изменённая таблица сроков, файл DMN как processes/inquiry-terms.dmn. По умолчанию таблица,"
                        + " поставленная с программой.",
                "--terms");
    }

    /** @throws WrongInput when there is no such file, or its table cannot be in force */
    Terms terms() {
        @Nullable String file = typed.word("--terms");
        if (file == null) {
            return Terms.shipped();
        }
        try (InputStream table = Files.newInputStream(TypedPath.parse(file))) {
            return Terms.read(table);
        } catch (IOException e) {
            throw new WrongInput("Не удалось прочитать таблицу сроков «" + file + "»; проверьте путь в --terms");
        } catch (IllegalArgumentException e) {
            throw new WrongInput(e.getMessage() + " (файл «" + file + "»); исправьте таблицу");
        }
    }
}
