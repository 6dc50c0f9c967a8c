package org.perezvon.console;

import java.util.List;

/** Every command there is. Only the one that is asked for is made: a command is over in the time others need to begin. */
final class Commands {

    static final List<String> NAMES = List.of("deadline", "calendar", "terms", "read", "help");

    private Commands() {}

    /** @throws WrongInput when there is no such command */
    static Command named(String name) {
        return switch (name) {
            case "deadline" -> new DeadlineCommand();
            case "calendar" -> new CalendarCommand();
            case "terms" -> new TermsCommand();
            case "read" -> new ReadCommand(System.in);
            case "help" -> new HelpCommand();
            default ->
                throw new WrongInput("Команды «" + name + "» нет." + Nearest.sentence(name, NAMES) + " Есть: "
                        + String.join(", ", NAMES)
                        + "; справка: java -jar perezvon.jar help. Чтобы запустить сервер, его настройки пишут как"
                        + " --имя=значение");
        };
    }
}
