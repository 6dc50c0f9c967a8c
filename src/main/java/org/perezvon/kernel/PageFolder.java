package org.perezvon.kernel;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.server.ResponseStatusException;

/**
 * The files of a room's page, beside its classes. Browsers ask each time whether a file has changed: after an upgrade no page is made of two
 * versions.
 *
 * @param place relative to the class, with its slash
 */
public record PageFolder(Class<?> beside, String place) {

    /** @throws ResponseStatusException 404, when there is no such file */
    public ResponseEntity<Resource> file(String name, String subtype) {
        Resource file = new ClassPathResource(place + name, beside);
        if (!file.exists()) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND, "Нет файла " + name);
        }
        return ResponseEntity.ok()
                .contentType(new MediaType("text", subtype, StandardCharsets.UTF_8))
                .cacheControl(CacheControl.maxAge(Duration.ZERO).mustRevalidate())
                .body(file);
    }
}
