package org.perezvon.question;

import io.swagger.v3.oas.annotations.Hidden;
import org.perezvon.kernel.PageFolder;
import org.springframework.core.io.Resource;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The pages on which operators and supervisors look for a case, read its course, and end it at the citizen's wish. */
@Controller
@Hidden
@PreAuthorize("hasAnyRole('OPERATOR', 'SUPERVISOR', 'ADMINISTRATOR')")
class CasePage {

    private static final PageFolder FILES = new PageFolder(CasePage.class, "page/");

    @GetMapping("/questions")
    ResponseEntity<Resource> list() {
        return FILES.file("questions.html", "html");
    }

    @GetMapping("/questions/{number:[0-9]+-[0-9]+}")
    ResponseEntity<Resource> one(@PathVariable String number) {
        return FILES.file("question.html", "html");
    }

    @GetMapping("/questions/{name:[a-z-]+}.js")
    ResponseEntity<Resource> script(@PathVariable String name) {
        return FILES.file(name + ".js", "javascript");
    }

    @GetMapping("/questions/{name:[a-z-]+}.css")
    ResponseEntity<Resource> style(@PathVariable String name) {
        return FILES.file(name + ".css", "css");
    }
}
