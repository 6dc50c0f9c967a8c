package org.perezvon.demo;

/** Why the evaluation run cannot start, told to the person at the keyboard in Russian and in English. */
class StartRefused extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final String advice;

    StartRefused(String description, String advice) {
        super(description);
        this.advice = advice;
    }

    String advice() {
        return advice;
    }

    static StartRefused directoryTaken(String directory, String holder) {
        return new StartRefused(
                "Каталог данных «" + directory + "» уже занят другим работающим Перезвоном" + holder + ".\n"
                        + "The data directory \"" + directory + "\" is in use by another running Perezvon" + holder
                        + ".",
                "Остановите тот Перезвон или запустите этот из другого каталога "
                        + "(или с другим perezvon.demo.data-directory).\n"
                        + "Stop the other one, or start this one from another directory "
                        + "(or with another perezvon.demo.data-directory).");
    }

    static StartRefused directoryStrange(String directory) {
        return new StartRefused(
                "В каталоге «" + directory + "» лежат файлы, но это не база данных PostgreSQL.\n" + "The directory \""
                        + directory + "\" has files in it but is not a PostgreSQL cluster.",
                "Уберите файлы или укажите другой каталог в perezvon.demo.data-directory.\n"
                        + "Move the files away or name another directory in perezvon.demo.data-directory.");
    }

    static StartRefused partsMissing() {
        return new StartRefused(
                "Пробный режим (perezvon.demo.enabled=true) в собранном jar невозможен: "
                        + "встроенные PostgreSQL и почтовый сервер в него не входят.\n"
                        + "The demo (perezvon.demo.enabled=true) is not possible from the packaged jar: "
                        + "the embedded PostgreSQL and mail server are left out of it.",
                "Запустите mvn spring-boot:run из исходников или укажите spring.datasource.url и perezvon.mail.*.\n"
                        + "Run mvn spring-boot:run from the sources, or set spring.datasource.url and perezvon.mail.*.");
    }

    static StartRefused postgresFailed(String what, String output) {
        return new StartRefused(
                "Встроенный PostgreSQL не запустился (" + what + "). Его последние слова:\n" + output + "\n"
                        + "The embedded PostgreSQL did not start; its last words are above.",
                "Исправьте причину или подключите свой PostgreSQL: spring.datasource.url, username, password.\n"
                        + "Cure the cause, or use a PostgreSQL of your own: spring.datasource.url, username, password.");
    }
}
