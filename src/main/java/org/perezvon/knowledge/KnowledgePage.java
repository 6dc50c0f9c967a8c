package org.perezvon.knowledge;

import io.swagger.v3.oas.annotations.Hidden;
import java.util.Map;
import org.perezvon.kernel.PageFolder;
import org.springframework.core.io.Resource;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseBody;

/** The page on which all browse the information base and editors keep it. */
@Controller
@Hidden
class KnowledgePage {

    private static final PageFolder FILES = new PageFolder(KnowledgePage.class, "page/");

    /** What is being written, before anybody publishes it. */
    record Written(String text) {}

    @GetMapping("/knowledge")
    ResponseEntity<Resource> page() {
        return FILES.file("knowledge.html", "html");
    }

    @GetMapping("/knowledge/{name:[a-z-]+}.js")
    ResponseEntity<Resource> script(@PathVariable String name) {
        return FILES.file(name + ".js", "javascript");
    }

    @GetMapping("/knowledge/{name:[a-z-]+}.css")
    ResponseEntity<Resource> style(@PathVariable String name) {
        return FILES.file(name + ".css", "css");
    }

    /** How a text will look. */
    @PostMapping("/api/knowledge/preview")
    @ResponseBody
    Map<String, String> preview(@RequestBody Written written) {
        return Map.of("html", FormattedText.html(written.text()));
    }
}
