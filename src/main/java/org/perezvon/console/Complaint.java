package org.perezvon.console;

import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.OverwrittenOptionException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** What picocli finds wrong with a command, in Russian. */
final class Complaint {

    private Complaint() {}

    static WrongInput of(ParameterException e) {
        String command = e.getCommandLine().getCommandName();
        String advice = "; справка: java -jar perezvon.jar help " + command;
        if (e instanceof UnmatchedArgumentException unmatched) {
            return new WrongInput(unmatched(unmatched) + advice);
        }
        if (e instanceof OverwrittenOptionException twice) {
            return new WrongInput("Параметр " + names(twice.getOverwritten()) + " указан дважды; оставьте один");
        }
        if (e instanceof MissingParameterException missing
                && !missing.getMissing().isEmpty()) {
            return new WrongInput(
                    "После " + names(missing.getMissing().get(0)) + " нет значения; допишите его" + advice);
        }
        return new WrongInput("Команда не разобрана (" + e.getMessage() + ")" + advice);
    }

    private static String unmatched(UnmatchedArgumentException e) {
        String word = e.getUnmatched().get(0);
        if (!word.startsWith("-")) {
            return "Лишнее слово «" + word + "»: значение с пробелом возьмите в кавычки";
        }
        String name = word.split("=", 2)[0];
        return "Параметра «" + name + "» нет."
                + Nearest.sentence(
                                name,
                                options(e.getCommandLine().getCommandSpec().options()))
                        .replaceAll("\\.$", "");
    }

    private static List<String> options(List<OptionSpec> specs) {
        List<String> names = new ArrayList<>();
        specs.forEach(spec -> names.addAll(List.of(spec.names())));
        return names;
    }

    private static String names(ArgSpec spec) {
        return spec instanceof OptionSpec option ? String.join(" / ", option.names()) : spec.paramLabel();
    }
}
