package org.perezvon.mail.inbound;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import org.perezvon.mail.MailFile;

/** A file that came with a letter. */
public final class Attachment {

    private final String name;
    private final String type;
    private final boolean inline;
    private final byte[] content;
    private final String contentId;

    Attachment(String name, String type, boolean inline, byte[] content, String contentId) {
        this.name = name;
        this.type = type;
        this.inline = inline;
        this.content = content;
        this.contentId = contentId;
    }

    /** A file name without folders, control characters or tricks of direction; never empty. */
    public String name() {
        return name;
    }

    /** As the sender declares it, lower case: {@code application/pdf}. A claim, not a finding. */
    public String type() {
        return type;
    }

    /** A picture shown within the HTML text, e.g. the logo of a signature. */
    public boolean inline() {
        return inline;
    }

    /** Whether it may hold what somebody wanted to say: not a logo, not an electronic signature, not a visiting card. */
    public boolean tells() {
        return MailFile.tells(name, type, inline);
    }

    /** How the HTML text names it after {@code cid:}, without angle brackets; empty when it has no such name. */
    String contentId() {
        return contentId;
    }

    /** To be read, not to be changed. */
    byte[] content() {
        return content;
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
