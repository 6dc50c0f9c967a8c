package org.perezvon.mail.watch;

import io.swagger.v3.oas.annotations.Hidden;
import org.perezvon.kernel.PageFolder;
import org.springframework.core.io.Resource;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The page on which administrators see how the mail room fares, and help it along. */
@Controller
@Hidden
@PreAuthorize("hasRole('ADMINISTRATOR')")
class MailPage {

    private static final PageFolder FILES = new PageFolder(MailPage.class, "/org/perezvon/mail/page/");

    @GetMapping("/mail")
    ResponseEntity<Resource> page() {
        return FILES.file("mail.html", "html");
    }

    @GetMapping("/mail/{name:[a-z-]+}.js")
    ResponseEntity<Resource> script(@PathVariable String name) {
        return FILES.file(name + ".js", "javascript");
    }

    @GetMapping("/mail/{name:[a-z-]+}.css")
    ResponseEntity<Resource> style(@PathVariable String name) {
        return FILES.file(name + ".css", "css");
    }
}
