package org.perezvon.console;

import java.util.List;
import picocli.CommandLine.Model.ArgSpec;

/** Which terms there are. */
final class TermsCommand implements AnsweredAtOnce {

    private static final List<String> FORMATS = List.of("text", "json");

    @Override
    public String name() {
        return "terms";
    }

    @Override
    public String purpose() {
        return "Показать таблицу сроков: имена, пункты и порядок счёта.";
    }

    @Override
    public List<String> examples() {
        return List.of("terms", "terms --format json");
    }

    @Override
    public List<ArgSpec> options() {
        return List.of(TermTable.option(), Options.one("ВИД", "text (по умолчанию) или json.", "--format"));
    }

    @Override
    public String answer(Typed typed) {
        String format = typed.format(FORMATS);
        TermList list = new TermList(new TermTable(typed).terms());
        return format.equals("json") ? list.toJson() : list.toText();
    }
}
