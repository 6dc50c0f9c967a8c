package org.perezvon.console;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import org.perezvon.mail.MailOpinion;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** What we would make of a mail. */
final class ReadCommand implements Command {

    private static final String STANDARD_INPUT = "-";

    private static final long PATIENCE_SECONDS = 10;

    private final InputStream in;

    /** @param in where a body without a head comes from */
    ReadCommand(InputStream in) {
        this.in = in;
    }

    @Override
    public String name() {
        return "read";
    }

    @Override
    public String words() {
        return "ФАЙЛ.eml…";
    }

    @Override
    public String purpose() {
        return "Прочитать письма так, как читает их сервер, и сказать о каждом одной строкой JSON: что это за письмо,"
                + " что в нём сказано нового, почему так решено. Файл, который не прочитать, — строка с полем error;"
                + " тогда код завершения 2.";
    }

    @Override
    public List<String> examples() {
        return List.of("read письмо.eml", "read --text < ответ.txt");
    }

    @Override
    public List<ArgSpec> options() {
        return List.of(
                PositionalParamSpec.builder()
                        .type(ArrayList.class)
                        .auxiliaryTypes(String.class)
                        .arity("0..*")
                        .paramLabel("ФАЙЛ")
                        .description("Письмо как оно пришло (.eml). Можно указать тысячи.")
                        .build(),
                OptionSpec.builder("--text")
                        .type(boolean.class)
                        .description("Вместо файлов взять один текст письма, без заголовков, со стандартного ввода.")
                        .build());
    }

    @Override
    public int answer(Typed typed, PrintWriter out) {
        List<String> files = typed.topics();
        boolean text = typed.has("--text");
        if (files.isEmpty() != text) {
            throw new WrongInput(
                    text
                            ? "Вместе с --text файлы не указывают: текст берётся со стандартного ввода"
                            : "Не указано, какие письма прочитать; напишите, например, read письмо.eml");
        }
        ReadInTurn turns = new ReadInTurn(PATIENCE_SECONDS);
        if (text) {
            return turns.answer(List.of(STANDARD_INPUT), any -> MailOpinion.ofText(standardInput()), out);
        }
        return turns.answer(files, file -> MailOpinion.of(TypedMail.bytes(file)), out);
    }

    private byte[] standardInput() {
        try {
            return TypedMail.limited(in);
        } catch (IOException e) {
            throw new WrongInput("Стандартный ввод не читается: " + e.getMessage());
        }
    }
}
