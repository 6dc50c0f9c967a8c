package org.perezvon.worktime;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import org.perezvon.kernel.PageFolder;
import org.springframework.core.io.Resource;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The page on which administrators look at calendars, compare and replace them. */
@Controller
@Hidden
@PreAuthorize("hasRole('ADMINISTRATOR')")
class CalendarPage {

    private static final PageFolder FILES = new PageFolder(CalendarPage.class, "calendars/");

    @GetMapping("/calendars")
    ResponseEntity<Resource> page() {
        return FILES.file("calendars.html", "html");
    }

    @GetMapping("/calendars/{name:[a-z-]+}.js")
    ResponseEntity<Resource> script(@PathVariable String name) {
        return FILES.file(name + ".js", "javascript");
    }

    /** What other pages of the house, which are not only for administrators, have in common with this one. */
    @GetMapping({"/calendars/fields.js", "/calendars/house.js", "/calendars/words.js"})
    @PreAuthorize("isAuthenticated()")
    ResponseEntity<Resource> shared(HttpServletRequest request) {
        String path = request.getRequestURI();
        return FILES.file(path.substring(path.lastIndexOf('/') + 1), "javascript");
    }

    @GetMapping("/calendars/{name:[a-z-]+}.css")
    @PreAuthorize("isAuthenticated()")
    ResponseEntity<Resource> style(@PathVariable String name) {
        return FILES.file(name + ".css", "css");
    }
}
