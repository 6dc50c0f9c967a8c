package org.perezvon.mail.document;

import java.util.Locale;
import java.util.Set;

/** Endings of names by which a computer decides to run a file, or to unpack it. */
final class DangerousName {

    private static final Set<String> PROGRAMS = Set.of(
            "ade",
            "adp",
            "apk",
            "app",
            "appref-ms",
            "bat",
            "cab",
            "chm",
            "cmd",
            "com",
            "cpl",
            "dll",
            "dmg",
            "exe",
            "gadget",
            "hta",
            "img",
            "inf",
            "ins",
            "iso",
            "jar",
            "jnlp",
            "js",
            "jse",
            "lib",
            "library-ms",
            "lnk",
            "mde",
            "msc",
            "msi",
            "msix",
            "msp",
            "mst",
            "one",
            "pif",
            "ps1",
            "ps2",
            "psm1",
            "reg",
            "scf",
            "scr",
            "sct",
            "search-ms",
            "settingcontent-ms",
            "sh",
            "shb",
            "shs",
            "sys",
            "url",
            "vb",
            "vbe",
            "vbs",
            "vhd",
            "vhdx",
            "vxd",
            "website",
            "wsc",
            "wsf",
            "wsh",
            "xll",
            "xnk");

    private static final Set<String> ARCHIVES = Set.of(
            "zip", "rar", "7z", "tar", "gz", "tgz", "bz2", "xz", "arj", "lzh", "ace", "z", "zst", "cab", "iso", "img");

    private DangerousName() {}

    static boolean isProgram(String name) {
        return PROGRAMS.contains(ending(name));
    }

    static boolean isArchive(String name) {
        return ARCHIVES.contains(ending(name));
    }

    /** Lower case, without the dot; empty when the name has none. */
    static String ending(String name) {
        String last = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
        int dot = last.lastIndexOf('.');
        return dot < 0 ? "" : last.substring(dot + 1).strip().toLowerCase(Locale.ROOT);
    }
}
