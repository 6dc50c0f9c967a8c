package org.perezvon.security;

import java.util.List;
import org.perezvon.engine.Accounts;
import org.perezvon.engine.Role;
import org.perezvon.engine.StaffMember;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.stereotype.Component;

/** Recognises people by the accounts the engine keeps: there is one list of staff, whichever door they use. */
@Component
class StaffAuthentication implements AuthenticationProvider {

    private final Accounts accounts;

    StaffAuthentication(Accounts accounts) {
        this.accounts = accounts;
    }

    @Override
    public Authentication authenticate(Authentication attempt) {
        Object password = attempt.getCredentials();
        StaffMember member = accounts.recognise(attempt.getName(), password == null ? "" : password.toString())
                .orElseThrow(() -> new BadCredentialsException("Неверное имя или пароль"));
        UsernamePasswordAuthenticationToken recognised = recognised(member);
        recognised.setDetails(attempt.getDetails());
        return recognised;
    }

    static UsernamePasswordAuthenticationToken recognised(StaffMember member) {
        return UsernamePasswordAuthenticationToken.authenticated(member, null, authorities(member));
    }

    private static List<GrantedAuthority> authorities(StaffMember member) {
        return member.roles().stream().map(StaffAuthentication::authority).toList();
    }

    private static GrantedAuthority authority(Role role) {
        return new SimpleGrantedAuthority("ROLE_" + role.name());
    }

    @Override
    public boolean supports(Class<?> type) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(type);
    }
}
