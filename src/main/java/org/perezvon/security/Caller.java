package org.perezvon.security;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Set;
import org.springframework.http.HttpHeaders;
import org.springframework.security.web.util.matcher.RequestMatcher;

/** Tells requests by who made them: a person's browser, a program, or a foreign page in a person's browser. */
final class Caller {

    private static final Set<String> HARMLESS = Set.of("GET", "HEAD", "OPTIONS", "TRACE");

    /** A person opening a page. */
    static final RequestMatcher PERSON = request -> {
        String accept = request.getHeader(HttpHeaders.ACCEPT);
        return accept != null
                && accept.contains("text/html")
                && !"XMLHttpRequest".equals(request.getHeader("X-Requested-With"));
    };

    /** A browser that remembers a password sends it along with what a foreign page posts; it also says so. */
    static final RequestMatcher FOREIGN_PAGE =
            request -> writes(request) && "cross-site".equals(request.getHeader("Sec-Fetch-Site"));

    /** Only what a browser authenticates by itself, by its cookie, can be forged without the browser saying so. */
    static final RequestMatcher WRITES_BY_SESSION =
            request -> writes(request) && request.getHeader(HttpHeaders.AUTHORIZATION) == null;

    private Caller() {}

    private static boolean writes(HttpServletRequest request) {
        return !HARMLESS.contains(request.getMethod());
    }
}
