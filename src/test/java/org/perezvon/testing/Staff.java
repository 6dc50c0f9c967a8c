package org.perezvon.testing;

import java.util.List;
import org.perezvon.engine.Account;
import org.perezvon.engine.Accounts;
import org.perezvon.engine.Role;

/** People who come to work in the tests, each with the password {@link #PASSWORD}. */
public final class Staff {

    public static final String PASSWORD = "пароль-для-проверок";

    public static final String OPERATOR = "olga";
    public static final String SUPERVISOR = "sergei";
    public static final String EDITOR = "elena";
    public static final String PROCESS_OWNER = "pavel";
    public static final String ADMINISTRATOR = "anna";
    public static final String INTEGRATION = "portal";
    public static final String NOBODY = "nikto";

    private Staff() {}

    public static void hire(Accounts accounts) {
        everybody().forEach(accounts::open);
    }

    static List<Account> everybody() {
        return List.of(
                Account.of(OPERATOR, "Ольга Иванова", PASSWORD, Role.OPERATOR),
                Account.of(SUPERVISOR, "Сергей Петров", PASSWORD, Role.SUPERVISOR),
                Account.of(EDITOR, "Елена Сидорова", PASSWORD, Role.EDITOR),
                Account.of(PROCESS_OWNER, "Павел Орлов", PASSWORD, Role.PROCESS_OWNER),
                Account.of(ADMINISTRATOR, "Анна Соколова", PASSWORD, Role.ADMINISTRATOR),
                Account.of(INTEGRATION, "Портал", PASSWORD, Role.INTEGRATION),
                Account.of(NOBODY, "Без роли", PASSWORD));
    }
}
