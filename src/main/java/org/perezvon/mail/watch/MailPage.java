package org.perezvon.mail.watch;

import io.swagger.v3.oas.annotations.Hidden;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;

/** The page on which administrators see how the mail room fares, and help it along. */
@Controller
@Hidden
@PreAuthorize("hasRole('ADMINISTRATOR')")
class MailPage {

    private static final String FOLDER = "/org/perezvon/mail/page/";

    @GetMapping("/mail")
    ResponseEntity<Resource> page() {
        return file("mail.html", "html");
    }

    @GetMapping("/mail/{name:[a-z-]+}.js")
    ResponseEntity<Resource> script(@PathVariable String name) {
        return file(name + ".js", "javascript");
    }

    @GetMapping("/mail/{name:[a-z-]+}.css")
    ResponseEntity<Resource> style(@PathVariable String name) {
        return file(name + ".css", "css");
    }

    private static ResponseEntity<Resource> file(String name, String subtype) {
        Resource file = new ClassPathResource(FOLDER + name);
        if (!file.exists()) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND, "Нет файла " + name);
        }
        return ResponseEntity.ok()
                .contentType(new MediaType("text", subtype, StandardCharsets.UTF_8))
                .cacheControl(CacheControl.maxAge(Duration.ZERO).mustRevalidate())
                .body(file);
    }
}
