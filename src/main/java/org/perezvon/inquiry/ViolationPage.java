package org.perezvon.inquiry;

import io.swagger.v3.oas.annotations.Hidden;
import org.perezvon.kernel.PageFolder;
import org.springframework.core.io.Resource;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** The page on which supervisors read the register of violations (I-5). */
@Controller
@Hidden
@PreAuthorize("hasAnyRole('SUPERVISOR', 'ADMINISTRATOR')")
class ViolationPage {

    private static final PageFolder FILES = new PageFolder(ViolationPage.class, "page/");

    @GetMapping("/violations")
    ResponseEntity<Resource> page() {
        return FILES.file("violations.html", "html");
    }

    @GetMapping("/violations/violations.js")
    ResponseEntity<Resource> script() {
        return FILES.file("violations.js", "javascript");
    }

    @GetMapping("/violations/violations.css")
    ResponseEntity<Resource> style() {
        return FILES.file("violations.css", "css");
    }
}
