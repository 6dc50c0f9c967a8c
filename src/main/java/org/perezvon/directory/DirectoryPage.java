package org.perezvon.directory;

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

/** The page on which administrators keep the directory. */
@Controller
@Hidden
@PreAuthorize("hasRole('ADMINISTRATOR')")
class DirectoryPage {

    private static final String FOLDER = "page/";

    @GetMapping("/directory")
    ResponseEntity<Resource> page() {
        return file("directory.html", "html");
    }

    @GetMapping("/directory/{name:[a-z-]+}.js")
    ResponseEntity<Resource> script(@PathVariable String name) {
        return file(name + ".js", "javascript");
    }

    @GetMapping("/directory/{name:[a-z-]+}.css")
    ResponseEntity<Resource> style(@PathVariable String name) {
        return file(name + ".css", "css");
    }

    private static ResponseEntity<Resource> file(String name, String subtype) {
        Resource file = new ClassPathResource(FOLDER + name, DirectoryPage.class);
        if (!file.exists()) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND, "Нет файла " + name);
        }
        return ResponseEntity.ok()
                .contentType(new MediaType("text", subtype, StandardCharsets.UTF_8))
                .cacheControl(CacheControl.maxAge(Duration.ZERO).mustRevalidate())
                .body(file);
    }
}
