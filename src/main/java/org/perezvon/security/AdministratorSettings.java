package org.perezvon.security;

import java.util.List;
import java.util.Optional;
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
record AdministratorSettings(Optional<String> name, Optional<String> password) implements StaffList {

    private static final int SHORTEST_PASSWORD = 10;

    AdministratorSettings {
        name = name.map(String::strip).filter(text -> !text.isEmpty());
        password = password.filter(text -> !text.isBlank());
        if (name.isPresent() != password.isPresent()) {
            throw new IllegalArgumentException("Первый администратор задаётся двумя настройками вместе: "
                    + "perezvon.security.administrator.name и perezvon.security.administrator.password");
        }
        if (password.filter(text -> text.length() < SHORTEST_PASSWORD).isPresent()) {
            throw new IllegalArgumentException("Пароль первого администратора "
                    + "(perezvon.security.administrator.password) короче " + SHORTEST_PASSWORD + " знаков");
        }
    }

    @Override
    public List<Account> accounts() {
        return name.map(user -> Account.of(user, "Администратор", password.orElseThrow(), Role.ADMINISTRATOR)).stream()
                .toList();
    }

    @Override
    public String toString() {
        return "AdministratorSettings[" + name.orElse("—") + "]";
    }
}
