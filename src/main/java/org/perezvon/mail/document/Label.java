package org.perezvon.mail.document;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a sender says a file is; it may be a lie.
 *
 * @param name as cleaned
 * @param type as declared
 */
public record Label(String name, String type) {

    /** What programs declare that do not know, or do not say. */
    private static final Set<String> NOTHING_SAID = Set.of(
            FileType.UNKNOWN,
            "",
            "application/x-download",
            "application/force-download",
            "application/download",
            "application/unknown",
            "binary/octet-stream",
            "application/save",
            "application/x-unknown");

    /** One and the same thing to people. */
    private static final Set<String> TEXTS = Set.of("text/plain", "application/xml", "text/xml", "text/csv");

    /** @param found what the file is by its contents */
    public List<Remark> against(String found) {
        List<Remark> remarks = new ArrayList<>();
        if (DangerousName.isProgram(name)) {
            remarks.add(Remark.danger("такие файлы (." + DangerousName.ending(name) + ") запускаются, а не читаются"));
        }
        boolean known = !found.equals(FileType.UNKNOWN);
        Optional<String> called = FileType.byName(name);
        if (known && called.filter(type -> !same(type, found)).isPresent()) {
            remarks.add(Remark.of("назван «." + DangerousName.ending(name) + "», а внутри " + TypeWords.of(found)));
        } else if (TypeWords.has(found)
                && !NOTHING_SAID.contains(type)
                && called.filter(type::equals).isEmpty()
                && !same(type, found)) {
            remarks.add(Remark.of("объявлен как " + TypeWords.of(type) + ", а внутри " + TypeWords.of(found)));
        }
        return remarks;
    }

    private static boolean same(String one, String other) {
        return FileType.agree(one, other)
                || (TEXTS.contains(one) || one.startsWith("text/"))
                        && (TEXTS.contains(other) || other.startsWith("text/"))
                || TypeWords.of(one).equals(TypeWords.of(other));
    }
}
