package org.perezvon.mail.document;

import java.io.ByteArrayInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.util.LinkedHashSet;
import java.util.Set;
import org.apache.poi.poifs.filesystem.DirectoryNode;
import org.apache.poi.poifs.filesystem.Entry;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;

/** The folders within an old Microsoft file: they tell what it is. */
final class OleContents implements Closeable {

    private static final int DEEPEST = 5;
    private static final int MOST = 2000;
    private static final String INSTALLER = "{000C1084-0000-0000-C000-000000000046}";

    private final POIFSFileSystem file;
    private final Set<String> names = new LinkedHashSet<>();

    private OleContents(POIFSFileSystem file) {
        this.file = file;
        gather(file.getRoot(), 0);
    }

    /** @throws IOException when it is no such file, or a damaged one */
    static OleContents of(byte[] content) throws IOException {
        return new OleContents(new POIFSFileSystem(new ByteArrayInputStream(content)));
    }

    private void gather(DirectoryNode folder, int depth) {
        for (Entry entry : folder) {
            if (names.size() >= MOST) {
                return;
            }
            names.add(entry.getName());
            if (depth < DEEPEST && entry instanceof DirectoryNode inner) {
                gather(inner, depth + 1);
            }
        }
    }

    boolean isEncrypted() {
        return names.contains("EncryptedPackage");
    }

    boolean hasMacros() {
        return names.contains("VBA") || names.contains("_VBA_PROJECT");
    }

    /** What the file is, by what lies in it. */
    String type() {
        if (names.contains("WordDocument")) {
            return "application/msword";
        }
        if (names.contains("Workbook") || names.contains("Book")) {
            return "application/vnd.ms-excel";
        }
        if (names.contains("PowerPoint Document")) {
            return "application/vnd.ms-powerpoint";
        }
        if (names.contains("__properties_version1.0")) {
            return "application/vnd.ms-outlook";
        }
        if (isEncrypted()) {
            return "application/x-tika-ooxml-protected";
        }
        String program = file.getRoot().getStorageClsid().toString();
        return INSTALLER.equalsIgnoreCase(program) ? "application/x-ms-installer" : FileType.OLE;
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
