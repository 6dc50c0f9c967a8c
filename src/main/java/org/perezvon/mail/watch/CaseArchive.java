package org.perezvon.mail.watch;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongFunction;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.perezvon.mail.Misreading;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.Yaml;

/** Cases for the rules in one file: each mail as it came, and beside it the reading that is right. */
record CaseArchive(OutputStream out) {

    /** @param original gives a mail as it came */
    void write(List<Misreading> cases, LongFunction<Optional<byte[]>> original) throws IOException {
        ZipOutputStream zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
        for (Misreading misreading : cases) {
            Optional<byte[]> mail = original.apply(misreading.mailId());
            if (mail.isPresent()) {
                String name = "mail-" + misreading.mailId();
                put(zip, name + ".eml", mail.get());
                put(zip, name + ".yml", expectation(misreading).getBytes(StandardCharsets.UTF_8));
            }
        }
        zip.finish();
    }

    private static void put(ZipOutputStream zip, String name, byte[] content) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(content);
        zip.closeEntry();
    }

    private static String expectation(Misreading misreading) {
        Map<String, Object> expected = new LinkedHashMap<>();
        String note = misreading.note();
        expected.put("lesson", note == null ? "прочитано как " + misreading.readAs() : note);
        expected.put("kind", misreading.kind().name());
        String text = misreading.text();
        if (text != null) {
            expected.put("text", text);
        }
        DumperOptions options = new DumperOptions();
        options.setDefaultFlowStyle(DumperOptions.FlowStyle.BLOCK);
        options.setAllowUnicode(true);
        return new Yaml(options).dump(expected);
    }
}
