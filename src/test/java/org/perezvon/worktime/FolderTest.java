package org.perezvon.worktime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.net.JarURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.JarOutputStream;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderTest {

    @Test
    void a_folder_on_a_disk_is_read_with_what_lies_below(@TempDir Path disk) throws IOException {
        Files.createDirectories(disk.resolve("my calendars/regional"));
        Files.writeString(disk.resolve("my calendars/regional/ru-IRK-2026.csv"), "а");
        Files.writeString(disk.resolve("my calendars/ru-2026.csv"), "б");

        Folder folder = Folder.at("file:" + disk.resolve("my calendars") + "/");

        assertThat(folder.files()).containsExactly("regional/ru-IRK-2026.csv", "ru-2026.csv");
        assertThat(folder.content("ru-2026.csv"))
                .asString(StandardCharsets.UTF_8)
                .isEqualTo("б");
        assertThatThrownBy(() -> folder.content("kz-2026.csv"))
                .hasMessage("Нет файла " + disk.resolve("my calendars/kz-2026.csv"));
    }

    @Test
    void a_folder_in_a_jar_is_read_as_if_it_were_alone(@TempDir Path disk) throws IOException {
        Path jar = disk.resolve("program.jar");
        try (OutputStream file = Files.newOutputStream(jar);
                JarOutputStream packing = new JarOutputStream(file)) {
            for (String entry : new String[] {
                "calendars/",
                "calendars/regional/",
                "calendars/regional/ru-IRK-2026.csv",
                "calendars/ru-2026.csv",
                "other"
            }) {
                packing.putNextEntry(new ZipEntry(entry));
                packing.write(entry.endsWith("csv") ? entry.getBytes(StandardCharsets.UTF_8) : new byte[0]);
            }
        }
        JarURLConnection connection = (JarURLConnection)
                URI.create("jar:" + jar.toUri() + "!/calendars/").toURL().openConnection();
        connection.setUseCaches(false);

        Folder folder = new Folder.Packed("calendars/", connection);

        assertThat(folder.files()).containsExactly("regional/ru-IRK-2026.csv", "ru-2026.csv");
        assertThat(folder.content("ru-2026.csv"))
                .asString(StandardCharsets.UTF_8)
                .isEqualTo("calendars/ru-2026.csv");
        assertThatThrownBy(() -> folder.content("kz-2026.csv"))
                .hasMessage("Нет файла calendars/kz-2026.csv в программе");
    }

    @Test
    void a_folder_that_is_not_in_the_program_is_refused() {
        assertThatThrownBy(() -> Folder.at("classpath:no-calendars/"))
                .hasMessage("Не удалось найти папку no-calendars/ в программе");
    }
}
