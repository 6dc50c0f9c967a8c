package org.perezvon.console;

import java.util.ArrayList;
import java.util.List;
import org.perezvon.worktime.Terms;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.UsageMessageSpec;

/** How the help looks. */
final class Usage {

    private static final String RUN = "java -jar perezvon.jar ";
    private static final String TERMS = "terms";
    private static final int WIDTH = 100;

    private Usage() {}

    static String of(Command command) {
        CommandLine line = Picocli.lineOf(command);
        describe(line, command.name() + " " + command.words(), command.purpose(), command.examples());
        if (command instanceof DeadlineCommand) {
            listTerms(line);
        }
        return line.getUsageMessage(Ansi.OFF);
    }

    static String ofAll() {
        CommandLine whole = Picocli.whole();
        List<String> examples = new ArrayList<>();
        for (String name : Commands.NAMES) {
            Command command = Commands.named(name);
            CommandLine line = Picocli.lineOf(command);
            describe(line, name, command.purpose(), List.of());
            whole.addSubcommand(name, line);
            examples.add(command.examples().get(0));
        }
        describe(
                whole,
                "КОМАНДА [ПАРАМЕТРЫ]",
                "Сроки, календари и письма в командной строке, без сервера и базы данных. Без команды запускается сервер;"
                        + " его настройки пишут как --имя=значение. О команде подробно: help КОМАНДА.",
                examples);
        return whole.getUsageMessage(Ansi.OFF);
    }

    private static void describe(CommandLine line, String synopsis, String purpose, List<String> examples) {
        UsageMessageSpec usage = line.getCommandSpec().usageMessage();
        usage.synopsisHeading("Как вызвать: ");
        usage.customSynopsis(RUN + synopsis);
        usage.descriptionHeading("%n");
        usage.description(purpose);
        usage.parameterListHeading("%nСлова:%n");
        usage.optionListHeading("%nПараметры:%n");
        usage.commandListHeading("%nКоманды:%n");
        usage.footerHeading("%nПримеры:%n");
        usage.footer(examples.stream().map(example -> "  " + RUN + example).toArray(String[]::new));
        usage.sortOptions(false);
        usage.width(WIDTH);
    }

    /** Who asks how to ask for a deadline is told which there are. */
    private static void listTerms(CommandLine line) {
        List<String> sections = new ArrayList<>(line.getHelpSectionKeys());
        sections.add(sections.indexOf(UsageMessageSpec.SECTION_KEY_FOOTER_HEADING), TERMS);
        line.setHelpSectionKeys(sections);
        line.getHelpSectionMap().put(TERMS, help -> "\nСроки:\n" + new TermList(Terms.shipped()).toText());
    }
}
