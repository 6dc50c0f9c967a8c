package org.perezvon.engine.access;

/** Nobody could administer the engine, so it must not start. */
class NoAdministratorException extends IllegalStateException {

    private static final long serialVersionUID = 1L;

    NoAdministratorException() {
        super("Перезвон не запущен: нет ни одного администратора. Задайте настройки "
                + "perezvon.security.administrator.name и perezvon.security.administrator.password "
                + "(переменные окружения PEREZVON_SECURITY_ADMINISTRATOR_NAME и "
                + "PEREZVON_SECURITY_ADMINISTRATOR_PASSWORD) и запустите снова.");
    }
}
