package org.perezvon.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.perezvon.engine.Accounts;
import org.perezvon.engine.StaffMember;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.authentication.logout.SecurityContextLogoutHandler;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * A session lasts a shift, a dismissal must not wait that long: every few minutes the account is looked up again. Whoever
 * has none any more is logged out; whoever has other roles goes on with those.
 */
class StillHereFilter extends OncePerRequestFilter {

    static final Duration TRUSTED_FOR = Duration.ofMinutes(2);

    private static final String LAST_SEEN = StillHereFilter.class.getName();

    private final Accounts accounts;
    private final Clock clock;

    StillHereFilter(Accounts accounts, Clock clock) {
        this.accounts = accounts;
        this.clock = clock;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        HttpSession session = request.getSession(false);
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        if (session != null
                && authentication != null
                && authentication.getPrincipal() instanceof StaffMember member
                && isDue(session)) {
            lookUp(member, authentication, request, response);
        }
        chain.doFilter(request, response);
    }

    private boolean isDue(HttpSession session) {
        Object last = session.getAttribute(LAST_SEEN);
        if (last == null) {
            session.setAttribute(LAST_SEEN, clock.instant());
            return false;
        }
        return !clock.instant().isBefore(((Instant) last).plus(TRUSTED_FOR));
    }

    private void lookUp(
            StaffMember known, Authentication before, HttpServletRequest request, HttpServletResponse response) {
        Optional<StaffMember> now = accounts.find(known.user());
        if (now.isEmpty()) {
            new SecurityContextLogoutHandler().logout(request, response, before);
            return;
        }
        request.getSession().setAttribute(LAST_SEEN, clock.instant());
        if (!now.get().equals(known)) {
            SecurityContext context = SecurityContextHolder.createEmptyContext();
            context.setAuthentication(StaffAuthentication.recognised(now.get()));
            SecurityContextHolder.setContext(context);
            new HttpSessionSecurityContextRepository().saveContext(context, request, response);
        }
    }
}
