package org.perezvon.mail.inbound;

/**
 * A file as it lay in a mail.
 *
 * @param name cleaned, see {@link Attachment#name}
 * @param type as declared
 * @param inline a picture within the text
 */
@SuppressWarnings("ArrayRecordComponent") // to be kept, never compared
public record UnpackedFile(String name, String type, boolean inline, byte[] content) {

    static UnpackedFile of(Attachment file) {
        return new UnpackedFile(Reader.clean(file.name()), Reader.clean(file.type()), file.inline(), file.content());
    }

    /** What crosses in words beside the contents. */
    record Head(String name, String type, boolean inline) {

        UnpackedFile with(byte[] content) {
            return new UnpackedFile(name, type, inline, content);
        }
    }

    Head head() {
        return new Head(name, type, inline);
    }
}
