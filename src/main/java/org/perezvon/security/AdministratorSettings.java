package org.perezvon.security;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.perezvon.engine.Account;
import org.perezvon.engine.Role;
import org.perezvon.engine.StaffList;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * The first administrator, from a secret of the installation. Read at each start, obeyed at the first: a password changed
 * since then is not set back.
 *
 * @param name to log in with; absent when other administrators are known to exist
 * @param password at least 10 characters
 */
@ConfigurationProperties("perezvon.security.administrator")
record AdministratorSettings(
        @Nullable String name, @Nullable String password) implements StaffList {

    private static final int SHORTEST_PASSWORD = 10;

    AdministratorSettings {
        name = name == null || name.isBlank() ? null : name.strip();
        password = password == null || password.isBlank() ? null : password;
        if ((name == null) != (password == null)) {
            throw new IllegalArgumentException("Первый администратор задаётся двумя настройками вместе: "
                    + "perezvon.security.administrator.name и perezvon.security.administrator.password");
        }
        if (password != null && password.length() < SHORTEST_PASSWORD) {
            throw new IllegalArgumentException("Пароль первого администратора "
                    + "(perezvon.security.administrator.password) короче " + SHORTEST_PASSWORD + " знаков");
        }
    }

    @Override
    public List<Account> accounts() {
        return name == null || password == null
                ? List.of()
                : List.of(Account.of(name, "Администратор", password, Role.ADMINISTRATOR));
    }

    @Override
    public String toString() {
        return "AdministratorSettings[" + (name == null ? "—" : name) + "]";
    }
}
