package org.perezvon.mail.files;

import java.io.InputStream;

/** Looks for malicious programs in files. Whoever has another scanner than ClamAV makes a bean of this type. */
public interface Scanner {

    /** Whether files are scanned at all; when they are, nothing is handed out before. */
    boolean isOn();

    /** Takes as long as it takes, within its own patience; never throws because of the file or the scanner's absence. */
    Verdict scan(InputStream file);

    /** Nobody scans. */
    record Absent() implements Scanner {

        @Override
        public boolean isOn() {
            return false;
        }

        @Override
        public Verdict scan(InputStream file) {
            return new Verdict.NotScanned("проверка на вирусы не настроена");
        }
    }
}
