package org.perezvon.mail.files;

import java.io.InputStream;
import org.springframework.stereotype.Component;

/** Where files are put and taken from by their sum. */
@Component
public class FileCupboard {

    private final FileStore files;

    FileCupboard(FileStore files) {
        this.files = files;
    }

    /** Keeps it unless it is here; it is examined and scanned as those of mails are. @return its sum as 64 hexadecimal digits */
    public String keep(byte[] content) {
        Sha256 sum = Sha256.of(content);
        files.add(sum, content);
        return sum.hex();
    }

    /** @param sha256 as 64 hexadecimal digits */
    public InputStream open(String sha256) {
        return files.open(new Sha256(sha256));
    }
}
