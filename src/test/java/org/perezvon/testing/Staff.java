package org.perezvon.testing;

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
        accounts.open(Account.of(OPERATOR, "Ольга Иванова", PASSWORD, Role.OPERATOR));
        accounts.open(Account.of(SUPERVISOR, "Сергей Петров", PASSWORD, Role.SUPERVISOR));
        accounts.open(Account.of(EDITOR, "Елена Сидорова", PASSWORD, Role.EDITOR));
        accounts.open(Account.of(PROCESS_OWNER, "Павел Орлов", PASSWORD, Role.PROCESS_OWNER));
        accounts.open(Account.of(ADMINISTRATOR, "Анна Соколова", PASSWORD, Role.ADMINISTRATOR));
        accounts.open(Account.of(INTEGRATION, "Портал", PASSWORD, Role.INTEGRATION));
        accounts.open(Account.of(NOBODY, "Без роли", PASSWORD));
    }
}
