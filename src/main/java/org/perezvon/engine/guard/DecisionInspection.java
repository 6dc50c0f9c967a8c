package org.perezvon.engine.guard;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.perezvon.engine.DeployedFileRule;

/** What may stand in a decision table: FEEL and nothing that leads out of it. */
final class DecisionInspection extends Inspection {

    private static final String CAMUNDA = "http://camunda.org/schema/1.0/dmn";

    private static final Set<String> LANGUAGES = Set.of(
            "feel",
            "http://www.omg.org/spec/FEEL/20140401",
            "http://www.omg.org/spec/DMN/20151101/dmn.xsd",
            "https://www.omg.org/spec/DMN/20191111/FEEL/",
            "https://www.omg.org/spec/DMN/20180521/FEEL/",
            "https://www.omg.org/spec/DMN/20211108/FEEL/",
            "https://www.omg.org/spec/DMN/20230324/FEEL/");

    private static final Set<String> ATTRIBUTES =
            Set.of("historyTimeToLive", "inputVariable", "versionTag", "diagramRelationId");

    /** FEEL's way into Java. */
    private static final Pattern EXTERNAL_FUNCTION = Pattern.compile("\\bexternal\\b");

    private final byte[] content;
    private final List<DeployedFileRule> rules;

    /** @param rules what the rooms demand of their own tables */
    DecisionInspection(String file, byte[] content, List<DeployedFileRule> rules) {
        super(file, content);
        this.content = content;
        this.rules = rules.stream().filter(rule -> rule.concerns(file)).toList();
    }

    @Override
    protected void inspect(Element root) {
        look(root);
        rules.stream()
                .flatMap(rule -> rule.objections(content).stream())
                .forEach(objection -> object(root, objection, "поправьте таблицу и разверните её снова"));
    }

    private void look(Element element) {
        within(element, () -> {
            lookAtLanguage(element);
            lookAtAttributes(element);
            lookAtText(element);
            if (element.getTagName().equals("decision") && element.attribute(CAMUNDA + ":historyTimeToLive") == null) {
                object(
                        element,
                        "не указано, сколько хранить историю решений",
                        "задайте у решения History time to live, например P1095D");
            }
            element.elements().forEach(this::look);
        });
    }

    private void lookAtLanguage(Element element) {
        for (String attribute : Set.of("expressionLanguage", "typeLanguage")) {
            String language = element.attribute(attribute);
            if (language != null && !LANGUAGES.contains(language)) {
                object(
                        element,
                        "язык «" + language + "» может выполнить любой код",
                        "выберите язык FEEL или уберите " + attribute);
            }
        }
    }

    private void lookAtAttributes(Element element) {
        for (String attribute : element.attributes()) {
            boolean camundas = attribute.startsWith(CAMUNDA + ":");
            if (camundas && !ATTRIBUTES.contains(attribute.substring(CAMUNDA.length() + 1))) {
                object(element, "свойство «" + attribute + "» здесь не применяется", "уберите его");
            }
        }
    }

    private void lookAtText(Element element) {
        String text = element.getText();
        if (EXTERNAL_FUNCTION.matcher(text).find() && element.getTagName().equals("text")) {
            object(element, "функция external вызывает код Java", "обойдитесь встроенными функциями FEEL");
        }
        if (Formula.isIn(text)) {
            object(element, "выражения ${…} в таблицах решений запрещены", "запишите правило на FEEL, без ${ }");
        }
    }
}
