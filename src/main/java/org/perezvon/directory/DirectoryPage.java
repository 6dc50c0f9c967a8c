package org.perezvon.directory;

import io.swagger.v3.oas.annotations.Hidden;
import org.perezvon.kernel.PageFolder;
import org.springframework.core.io.Resource;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The page on which administrators keep the directory. */
@Controller
@Hidden
@PreAuthorize("hasRole('ADMINISTRATOR')")
class DirectoryPage {

    private static final PageFolder FILES = new PageFolder(DirectoryPage.class, "page/");

    @GetMapping("/directory")
    ResponseEntity<Resource> page() {
        return FILES.file("directory.html", "html");
    }

    @GetMapping("/directory/{name:[a-z-]+}.js")
    ResponseEntity<Resource> script(@PathVariable String name) {
        return FILES.file(name + ".js", "javascript");
    }

    @GetMapping("/directory/{name:[a-z-]+}.css")
    ResponseEntity<Resource> style(@PathVariable String name) {
        return FILES.file(name + ".css", "css");
    }
}
