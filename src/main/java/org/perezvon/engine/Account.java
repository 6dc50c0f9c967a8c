package org.perezvon.engine;

import java.util.Set;

/**
 * An account to be opened.
 *
 * @param user the name to log in with: Latin letters, digits, dot, hyphen, underscore; at most 64 characters
 * @param fullName as colleagues read it, given name first: «Мария Иванова»
 * @param password kept by the engine as a salted hash only
 */
public record Account(String user, String fullName, String password, Set<Role> roles) {

    /** Also handed to the engine, which would otherwise allow letters and digits only. */
    public static final String NAME_PATTERN = "[A-Za-z0-9][A-Za-z0-9._-]{0,63}";

    public Account {
        if (!user.matches(NAME_PATTERN)) {
            throw new IllegalArgumentException("Имя для входа «" + user
                    + "» не подходит: нужны латинские буквы, цифры, точка, дефис или подчёркивание, до 64 знаков");
        }
        if (fullName.isBlank()) {
            throw new IllegalArgumentException("У сотрудника «" + user + "» не указано имя");
        }
        if (password.isBlank()) {
            throw new IllegalArgumentException("У сотрудника «" + user + "» не указан пароль");
        }
        roles = Set.copyOf(roles);
    }

    public static Account of(String user, String fullName, String password, Role... roles) {
        return new Account(user, fullName, password, Set.of(roles));
    }

    String givenName() {
        return fullName.strip().split("\\s+", 2)[0];
    }

    String familyName() {
        String[] parts = fullName.strip().split("\\s+", 2);
        return parts.length == 2 ? parts[1] : "";
    }

    /** A password never reaches a log by accident. */
    @Override
    public String toString() {
        return "Account[" + user + ", " + roles + "]";
    }
}
