package org.perezvon.mail.inbound;

import java.io.ByteArrayInputStream;
import java.io.InputStream;

/** A file that came with a letter. */
public final class Attachment {

    private final String name;
    private final String type;
    private final boolean inline;
    private final byte[] content;

    Attachment(String name, String type, boolean inline, byte[] content) {
        this.name = name;
        this.type = type;
        this.inline = inline;
        this.content = content;
    }

    /** A file name without folders, control characters or tricks of direction; never empty. */
    public String name() {
        return name;
    }

    /** As the sender declares it, lower case: {@code application/pdf}. A claim, not a finding. */
    public String type() {
        return type;
    }

    /** Shown within the HTML text, e.g. the logo of a signature. */
    public boolean inline() {
        return inline;
    }

    /** In bytes, decoded. */
    public int size() {
        return content.length;
    }

    public InputStream open() {
        return new ByteArrayInputStream(content);
    }

    public byte[] bytes() {
        return content.clone();
    }

    @Override
    public String toString() {
        return name + " (" + type + ", " + content.length + ")";
    }
}
