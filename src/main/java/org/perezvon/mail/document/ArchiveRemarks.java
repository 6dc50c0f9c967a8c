package org.perezvon.mail.document;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** What of an archive's contents a person should know before unpacking it. */
final class ArchiveRemarks {

    private static final long BOMB = 1024L * 1024 * 1024;
    private static final int BOMB_RATIO = 100;
    private static final int NAMED = 5;

    private ArchiveRemarks() {}

    static List<Remark> of(ZipContents archive, int size) {
        List<Remark> remarks = new ArrayList<>();
        if (archive.isEncrypted()) {
            remarks.add(Remark.danger("архив закрыт паролем: содержимое не видно ни нам, ни антивирусу"));
        }
        String programs = named(archive, DangerousName::isProgram);
        if (!programs.isEmpty()) {
            remarks.add(Remark.danger("в архиве программа: " + programs));
        }
        String archives = named(archive, DangerousName::isArchive);
        if (!archives.isEmpty()) {
            remarks.add(Remark.danger("в архиве ещё один архив: " + archives));
        }
        long unpacked = archive.unpackedSize();
        if (unpacked > BOMB || unpacked / BOMB_RATIO > Math.max(size, 1024 * 1024)) {
            remarks.add(Remark.danger("архив распаковывается в " + unpacked / 1024 / 1024 + " МБ"));
        }
        return remarks;
    }

    private static String named(ZipContents archive, Predicate<String> kind) {
        return archive.names().stream().filter(kind).limit(NAMED).collect(Collectors.joining(", "));
    }
}
