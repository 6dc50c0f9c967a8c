package org.perezvon.engine.guard;

/** Little diagrams with one thing in them to look at. */
final class Diagram {

    static final String KEY = "little-process";

    private static final String FRAME = """
            <?xml version="1.0" encoding="UTF-8"?>
            <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL"
                         xmlns:camunda="http://camunda.org/schema/1.0/bpmn"
                         xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
                         xmlns:activiti="http://activiti.org/bpmn"
                         targetNamespace="https://perezvon.org/test">
              %s
              <process id="little-process" name="Маленький процесс" isExecutable="true" %s>
                <startEvent id="start" %s/>
                <sequenceFlow id="flow_in" sourceRef="start" targetRef="step" />
                %s
                <sequenceFlow id="flow_out" sourceRef="step" targetRef="end" />
                <endEvent id="end" />
              </process>
            </definitions>
            """;

    private static final String KEPT = "camunda:historyTimeToLive=\"P180D\"";

    private Diagram() {}

    /** @param step an element with id {@code step} */
    static String withStep(String step) {
        return FRAME.formatted("", KEPT, "", step);
    }

    static String withExtension(String extension) {
        return withStep("<userTask id=\"step\"><extensionElements>" + extension + "</extensionElements></userTask>");
    }

    static String withDefinition(String definition) {
        return FRAME.formatted(definition, KEPT, "", "<task id=\"step\" />");
    }

    static String withProcessAttribute(String attributes) {
        return FRAME.formatted("", attributes, "", "<task id=\"step\" />");
    }

    static String withStartAttribute(String attributes) {
        return FRAME.formatted("", KEPT, attributes, "<task id=\"step\" />");
    }
}
