package org.perezvon.security;

import jakarta.servlet.http.HttpServletRequest;
import java.util.regex.Pattern;
import org.springframework.security.web.util.matcher.RequestMatcher;

/**
 * Requests by their path as the container reads it: decoded and without parameters, the same whichever servlet serves
 * them. Camunda's parts are servlets of their own, beside Spring's.
 */
record Path(Pattern pattern) implements RequestMatcher {

    /** This place and everything below it. */
    static Path below(String prefix) {
        return new Path(Pattern.compile(Pattern.quote(prefix) + "(/.*)?"));
    }

    static Path exactly(String path) {
        return new Path(Pattern.compile(Pattern.quote(path)));
    }

    static Path like(String regex) {
        return new Path(Pattern.compile(regex));
    }

    @Override
    public boolean matches(HttpServletRequest request) {
        String rest = request.getPathInfo();
        return pattern.matcher(request.getServletPath() + (rest == null ? "" : rest))
                .matches();
    }
}
