package org.perezvon.mail.files;

import java.io.InputStream;
import org.springframework.stereotype.Component;

/** Where files are taken from by their sum. */
@Component
public class FileCupboard {

    private final FileStore files;

    FileCupboard(FileStore files) {
        this.files = files;
    }

    /** @param sha256 as 64 hexadecimal digits */
    public InputStream open(String sha256) {
        return files.open(new Sha256(sha256));
    }
}
