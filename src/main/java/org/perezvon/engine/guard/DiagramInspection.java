package org.perezvon.engine.guard;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.impl.util.xml.Element;

/**
 * What may stand in a diagram. Whatever is not named here is refused, so that an extension nobody thought of is refused
 * too. Expressions are looked at wherever they stand: in attributes, in names, in texts.
 */
final class DiagramInspection extends Inspection {

    private static final String BPMN = "http://www.omg.org/spec/BPMN/20100524/MODEL";
    private static final String CAMUNDA = "http://camunda.org/schema/1.0/bpmn";

    /** Read for pictures and for Modeler itself; the engine takes nothing to run from them. */
    private static final Set<String> PICTURES = Set.of(
            "http://www.omg.org/spec/BPMN/20100524/DI",
            "http://www.omg.org/spec/DD/20100524/DC",
            "http://www.omg.org/spec/DD/20100524/DI",
            "http://www.w3.org/2001/XMLSchema-instance",
            "http://camunda.org/schema/modeler/1.0",
            "http://bpmn.io/schema/bpmn",
            "http://bpmn.io/schema/bpmn/biocolor/1.0",
            "http://www.omg.org/spec/BPMN/non-normative/color/1.0");

    /** BPMN's own elements that run code or fetch it, each with what to draw instead. */
    private static final Map<String, String> REFUSED_ELEMENTS = Map.of(
            "scriptTask", "замените задачу-сценарий сервисной задачей с Delegate expression",
            "script", "уберите сценарий",
            "import", "уберите import: диаграмма не загружает чужих файлов");

    /** Attributes with no prefix that old engines read as code. */
    private static final Set<String> REFUSED_PLAIN_ATTRIBUTES =
            Set.of("class", "delegateExpression", "expression", "scriptFormat", "resource");

    private static final Set<String> EXTENSION_ELEMENTS = Set.of(
            "in",
            "out",
            "inputOutput",
            "inputParameter",
            "outputParameter",
            "list",
            "map",
            "entry",
            "value",
            "failedJobRetryTimeCycle",
            "formData",
            "formField",
            "validation",
            "constraint",
            "potentialStarter",
            "properties",
            "property");

    private static final Map<String, String> REFUSED_EXTENSIONS = Map.of(
            "executionListener", "нарисуйте шаг на диаграмме: сервисную задачу с Delegate expression",
            "taskListener", "нарисуйте шаг на диаграмме: сервисную задачу с Delegate expression",
            "script", "замените сценарий сервисной задачей с Delegate expression",
            "connector", "уберите коннектор: письма и запросы отправляет сама программа",
            "field", "уберите внедрение полей: службе нужны только переменные процесса",
            "errorEventDefinition", "уберите внешнюю задачу");

    /** Camunda's attributes whose value is data; an expression in it is looked at like any other. */
    private static final Set<String> DATA_ATTRIBUTES = Set.of(
            "assignee",
            "async",
            "asyncAfter",
            "asyncBefore",
            "calledElementBinding",
            "calledElementVersion",
            "calledElementVersionTag",
            "candidateGroups",
            "candidateStarterGroups",
            "candidateStarterUsers",
            "candidateUsers",
            "collection",
            "decisionRef",
            "decisionRefBinding",
            "decisionRefVersion",
            "decisionRefVersionTag",
            "diagramRelationId",
            "dueDate",
            "elementVariable",
            "errorCodeVariable",
            "errorMessage",
            "errorMessageVariable",
            "escalationCodeVariable",
            "exclusive",
            "followUpDate",
            "formRef",
            "formRefBinding",
            "formRefVersion",
            "historyTimeToLive",
            "initiator",
            "isStartableInTasklist",
            "jobPriority",
            "mapDecisionResult",
            "modelerTemplate",
            "modelerTemplateIcon",
            "modelerTemplateVersion",
            "priority",
            "resultVariable",
            "variableEvents",
            "variableName",
            "versionTag");

    private static final Map<String, String> REFUSED_ATTRIBUTES = Map.of(
            "class", "укажите Delegate expression вида ${служба}",
            "formHandlerClass", "уберите formHandlerClass",
            "variableMappingClass", "передавайте переменные через In/Out mappings",
            "variableMappingDelegateExpression", "передавайте переменные через In/Out mappings",
            "resource", "запишите условие прямо в диаграмме: ${переменная == 'значение'}",
            "topic", "замените внешнюю задачу сервисной задачей с Delegate expression",
            "caseRef", "вызывайте процесс BPMN: модели CMMN здесь не исполняются");

    /** Forms come with the diagram; a page from elsewhere would run in the operator's browser. */
    private static final Pattern FORM =
            Pattern.compile("(?:embedded|camunda-forms):deployment:([A-Za-z0-9][A-Za-z0-9._-]*)");

    /** Steps the engine does by itself: each must say which of our services does it. */
    private static final Set<String> SERVICE_STEPS = Set.of("serviceTask", "sendTask", "businessRuleTask");

    private static final Set<String> FORM_FIELD_TYPES = Set.of("string", "long", "boolean", "date", "enum");
    private static final Set<String> CONSTRAINTS =
            Set.of("required", "readonly", "min", "max", "minlength", "maxlength");

    private final ProcessBeans beans;
    private final Set<String> deployedTogether;

    /** @param deployedTogether names of all files of the deployment: a task looks for its form among them only */
    DiagramInspection(String file, byte[] content, ProcessBeans beans, Set<String> deployedTogether) {
        super(file, content);
        this.beans = beans;
        this.deployedTogether = deployedTogether;
    }

    @Override
    protected void inspect(Element root) {
        look(root);
    }

    private void look(Element element) {
        if (PICTURES.contains(element.getUri())) {
            return;
        }
        within(element, () -> {
            if (BPMN.equals(element.getUri())) {
                lookAtStep(element);
            } else if (CAMUNDA.equals(element.getUri())) {
                lookAtExtension(element);
            } else {
                object(
                        element,
                        "пространство имён «" + element.getUri() + "» незнакомо",
                        "уберите элемент или перенесите его содержание в стандартные свойства Modeler");
            }
            element.attributes().forEach(attribute -> lookAtAttribute(element, attribute));
            lookAtFormulas(element, "текст", element.getText());
            element.elements().forEach(this::look);
        });
    }

    private void lookAtStep(Element element) {
        String step = element.getTagName();
        Optional.ofNullable(REFUSED_ELEMENTS.get(step))
                .ifPresent(remedy -> object(element, "«" + step + "» выполняет код, пришедший с диаграммой", remedy));
        if (step.equals("process")
                && !"false".equals(element.attribute("isExecutable"))
                && camunda(element, "historyTimeToLive").isEmpty()) {
            object(
                    element,
                    "не указано, сколько хранить историю процесса",
                    "задайте у процесса History time to live, например P1095D");
        }
        if (SERVICE_STEPS.contains(step)) {
            lookAtService(element);
        }
        Optional.ofNullable(element.attribute("language"))
                .ifPresent(language -> object(
                        element,
                        "условие на языке «" + language + "» выполняет код",
                        "уберите Script format и запишите условие выражением: ${переменная == 'значение'}"));
    }

    private void lookAtService(Element element) {
        boolean named = camunda(element, "delegateExpression").isPresent()
                || camunda(element, "expression").isPresent()
                || (element.getTagName().equals("businessRuleTask")
                        && camunda(element, "decisionRef").isPresent());
        if (!named) {
            object(
                    element,
                    "не указано, какая служба программы выполняет задачу",
                    "задайте Delegate expression: ${служба}, где служба — одна из: "
                            + Formula.listed(beans.delegates()));
        }
    }

    private void lookAtExtension(Element element) {
        String extension = element.getTagName();
        if (!EXTENSION_ELEMENTS.contains(extension)) {
            object(
                    element,
                    "расширение «camunda:" + extension + "» здесь не разрешено",
                    REFUSED_EXTENSIONS.getOrDefault(extension, "уберите его"));
        }
        if (extension.equals("constraint") && !CONSTRAINTS.contains(plain(element, "name"))) {
            object(
                    element,
                    "проверка «" + plain(element, "name") + "» может вызвать любой код",
                    "используйте required, readonly, min, max, minlength или maxlength");
        }
        if (extension.equals("formField") && !FORM_FIELD_TYPES.contains(plain(element, "type"))) {
            object(
                    element,
                    "тип поля «" + plain(element, "type") + "» незнаком",
                    "используйте string, long, boolean, date или enum");
        }
    }

    private void lookAtAttribute(Element element, String attribute) {
        String value = Optional.ofNullable(element.attribute(attribute)).orElse("");
        int colon = attribute.lastIndexOf(':');
        String namespace = colon < 0 ? "" : attribute.substring(0, colon);
        String name = attribute.substring(colon + 1);
        if (namespace.equals(CAMUNDA)) {
            lookAtCamundas(element, name, value);
        } else if (namespace.isEmpty()) {
            if (BPMN.equals(element.getUri()) && REFUSED_PLAIN_ATTRIBUTES.contains(name)) {
                object(element, "свойство «" + name + "» задаёт код для выполнения", "уберите его");
            }
            lookAtFormulas(element, name, value);
        } else if (!PICTURES.contains(namespace) && !namespace.equals("http://www.w3.org/XML/1998/namespace")) {
            object(
                    element,
                    "свойство «" + name + "» из незнакомого пространства имён «" + namespace + "»",
                    "уберите его");
        }
    }

    private void lookAtCamundas(Element element, String name, String value) {
        switch (name) {
            case "delegateExpression" -> lookAtDelegate(element, value);
            case "expression" -> lookAtCall(element, value);
            case "formKey" -> lookAtForm(element, value);
            case "type" ->
                object(
                        element,
                        "тип реализации «" + value + "» (внешняя задача, почта, команда системы) запрещён",
                        "выберите реализацию Delegate expression: ${служба}");
            default -> {
                if (!DATA_ATTRIBUTES.contains(name)) {
                    object(
                            element,
                            "свойство «camunda:" + name + "» здесь не разрешено",
                            REFUSED_ATTRIBUTES.getOrDefault(name, "уберите его"));
                }
                lookAtFormulas(element, name, value);
            }
        }
    }

    private void lookAtForm(Element element, String value) {
        Matcher form = FORM.matcher(value);
        if (!form.matches()) {
            object(
                    element,
                    "форма «" + value + "» не из этого развёртывания",
                    "приложите форму к диаграмме и укажите embedded:deployment:имя.html "
                            + "или camunda-forms:deployment:имя.form");
        } else if (!deployedTogether.contains(form.group(1))) {
            object(
                    element,
                    "к диаграмме не приложена её форма «" + form.group(1) + "», вместо неё в Tasklist будет ошибка",
                    "в окне Deploy приложите файл " + form.group(1) + " (Include additional files)");
        }
    }

    private void lookAtDelegate(Element element, String value) {
        boolean known = Formula.isIn(value)
                && Formula.parse(value)
                        .soleName()
                        .filter(beans.delegates()::contains)
                        .isPresent();
        if (!known) {
            object(
                    element,
                    "«" + value + "» — не служба программы",
                    "укажите ${служба}, где служба — одна из: " + Formula.listed(beans.delegates()));
        }
    }

    private void lookAtCall(Element element, String value) {
        if (!Formula.isIn(value) || !Formula.parse(value).isCall()) {
            object(
                    element,
                    "выражение «" + value + "» — не вызов процессной службы",
                    "укажите Delegate expression ${служба} или вызов ${служба.метод(execution)}");
        } else {
            lookAtFormulas(element, "expression", value);
        }
    }

    private void lookAtFormulas(Element element, String where, String text) {
        if (!Formula.isIn(text)) {
            return;
        }
        List<String> objections = Formula.parse(text).objections(beans);
        if (!objections.isEmpty()) {
            object(
                    element,
                    "в «" + where + "» выражение " + text.strip() + " не разрешено: " + String.join("; ", objections),
                    "вычислите значение на предыдущем шаге, положите его в переменную и возьмите её: ${переменная}");
        }
    }

    private static Optional<String> camunda(Element element, String name) {
        return Optional.ofNullable(element.attribute(CAMUNDA + ":" + name));
    }

    private static String plain(Element element, String name) {
        return Optional.ofNullable(element.attribute(name)).orElse("");
    }
}
