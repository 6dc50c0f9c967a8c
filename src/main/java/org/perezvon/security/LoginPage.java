package org.perezvon.security;

import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.Template;
import io.swagger.v3.oas.annotations.Hidden;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The page everybody starts from. It needs no script and loads nothing. */
@RestController
@Hidden
class LoginPage {

    private static final MediaType HTML = new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8);

    private final Template page;

    LoginPage() throws IOException {
        String text = new ClassPathResource("pages/login.html").getContentAsString(StandardCharsets.UTF_8);
        this.page = Mustache.compiler().escapeHTML(true).compile(text);
    }

    @GetMapping(Doors.LOGIN)
    ResponseEntity<String> login(@RequestParam Map<String, String> parameters, CsrfToken csrf) {
        String html = page.execute(Map.of(
                "wrong", parameters.containsKey("error"),
                "left", parameters.containsKey("logout"),
                "csrfName", csrf.getParameterName(),
                "csrfToken", csrf.getToken()));
        return ResponseEntity.ok()
                .contentType(HTML)
                .cacheControl(CacheControl.noStore())
                .body(html);
    }
}
