package org.perezvon.security;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.perezvon.engine.Role;
import org.perezvon.engine.StaffMember;
import org.perezvon.kernel.Centre;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Tells a page who is looking at it and what it must send along to be believed. */
@RestController
class SessionController {

    /**
     * @param roles ids of the groups, e.g. {@code operator}
     * @param zone in which the centre reads a clock, e.g. {@code Asia/Irkutsk}
     * @param csrf absent for programs, which send their password each time
     */
    record Session(
            String user,
            String name,
            List<String> roles,
            String zone,
            @Nullable Csrf csrf) {}

    /** A page that writes sends {@code token} in the header named {@code header}. */
    record Csrf(String header, String token) {}

    private final Centre centre;

    SessionController(Centre centre) {
        this.centre = centre;
    }

    @GetMapping("/api/session")
    Session session(@AuthenticationPrincipal StaffMember member, CsrfToken token, HttpServletRequest request) {
        boolean byPassword = request.getHeader(HttpHeaders.AUTHORIZATION) != null;
        Optional<Csrf> csrf =
                byPassword ? Optional.empty() : Optional.of(new Csrf(token.getHeaderName(), token.getToken()));
        return new Session(
                member.user(),
                member.fullName(),
                member.roles().stream().map(Role::group).toList(),
                centre.zone().getId(),
                csrf.orElse(null));
    }
}
