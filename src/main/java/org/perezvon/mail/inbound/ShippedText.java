package org.perezvon.mail.inbound;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** A text that comes with the product. */
final class ShippedText {

    private ShippedText() {}

    static String of(String file) {
        try (InputStream stream = ShippedText.class.getResourceAsStream(file)) {
            if (stream == null) {
                throw new IllegalStateException("Нет файла " + file);
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
