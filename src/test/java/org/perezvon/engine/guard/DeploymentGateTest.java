package org.perezvon.engine.guard;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.Map;
import java.util.stream.Stream;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.perezvon.engine.Accounts;
import org.perezvon.testing.Canary;
import org.perezvon.testing.FrontRooms;
import org.perezvon.testing.Staff;
import org.perezvon.testing.Visitor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A process owner deploys as Camunda Modeler does. */
@FrontRooms
class DeploymentGateTest {

    @LocalServerPort
    int port;

    @Autowired
    Accounts accounts;

    @Autowired
    RepositoryService repository;

    @Autowired
    RuntimeService runtime;

    private Visitor pavel;

    @BeforeEach
    void a_process_owner_sits_down_at_modeler() {
        Staff.hire(accounts);
        pavel = Visitor.program(port, Staff.PROCESS_OWNER, Staff.PASSWORD);
        Canary.hush();
    }

    @AfterEach
    void nothing_stays() {
        repository
                .createDeploymentQuery()
                .deploymentName("from Modeler")
                .list()
                .forEach(deployment -> repository.deleteDeployment(deployment.getId(), true));
    }

    /** What is drawn, a word of the refusal. */
    static Stream<Arguments> attacks() {
        String code = Canary.AWAKENING;
        return Stream.of(
                step(
                        "<scriptTask id='step' scriptFormat='javascript'><script>java.lang.System.exit(1)</script></scriptTask>",
                        "scriptTask"),
                step(
                        "<scriptTask id='step' scriptFormat='juel'><script>" + code + "</script></scriptTask>",
                        "scriptTask"),
                step("<serviceTask id='step' camunda:class='org.perezvon.testing.Canary' />", "camunda:class"),
                step(
                        "<serviceTask id='step' activiti:class='org.perezvon.testing.Canary' />",
                        "незнакомого пространства"),
                step("<serviceTask id='step' class='org.perezvon.testing.Canary' />", "«class»"),
                step(
                        "<serviceTask id='step' camunda:expression=\"" + code + "\" />",
                        "вызывать можно только процессные службы"),
                step(
                        "<serviceTask id='step' camunda:expression='${inquiriesOfQuestion.secret()}' />",
                        "нет метода «secret»"),
                step(
                        "<serviceTask id='step' camunda:expression='${inquiriesOfQuestion.getClass()}' />",
                        "нет метода «getClass»"),
                step("<serviceTask id='step' camunda:expression='${execution.processEngineServices}' />", "не вызов"),
                step("<serviceTask id='step' camunda:delegateExpression='${canary}' />", "не служба программы"),
                step("<serviceTask id='step' camunda:delegateExpression='${dataSource}' />", "не служба программы"),
                step(
                        "<serviceTask id='step' camunda:delegateExpression='${inquiriesOfQuestion}' />",
                        "не служба программы"),
                step("<serviceTask id='step' camunda:delegateExpression=\"${someVariable}\" />", "не служба программы"),
                step("<serviceTask id='step' camunda:delegateExpression=\"" + code + "\" />", "не служба программы"),
                step("<serviceTask id='step' camunda:type='external' camunda:topic='anything' />", "внешняя задача"),
                step("<serviceTask id='step' camunda:type='mail' />", "почта"),
                step("<serviceTask id='step' camunda:type='shell' />", "команда системы"),
                step("<serviceTask id='step' />", "какая служба программы"),
                step("<sendTask id='step' />", "какая служба программы"),
                step("<businessRuleTask id='step' camunda:class='org.perezvon.testing.Canary' />", "camunda:class"),
                step("<userTask id='step' name=\"" + code + "\" />", "не разрешено"),
                step("<userTask id='step'><documentation>" + code + "</documentation></userTask>", "не разрешено"),
                step("<userTask id='step' camunda:assignee=\"" + code + "\" />", "не разрешено"),
                step("<userTask id='step' camunda:candidateGroups=\"" + code + "\" />", "не разрешено"),
                step("<userTask id='step' camunda:candidateUsers=\"#{''.getClass()}\" />", "не разрешено"),
                step("<userTask id='step' camunda:dueDate='${dateTime().plusDays(1).toDate()}' />", "не разрешено"),
                step("<userTask id='step' camunda:followUpDate='${now()}' />", "не разрешено"),
                step("<userTask id='step' camunda:priority='${1+1}' />", "не разрешено"),
                step("<userTask id='step' camunda:formKey='embedded:app:evil.html' />", "не из этого развёртывания"),
                step(
                        "<userTask id='step' camunda:formKey='https://evil.example/form.html' />",
                        "не из этого развёртывания"),
                step(
                        "<userTask id='step' camunda:formKey='embedded:deployment:../../evil.html' />",
                        "не из этого развёртывания"),
                step(
                        "<userTask id='step' camunda:formHandlerClass='org.perezvon.testing.Canary' />",
                        "formHandlerClass"),
                step(
                        "<userTask id='step'><potentialOwner><resourceAssignmentExpression><formalExpression>" + code
                                + "</formalExpression></resourceAssignmentExpression></potentialOwner></userTask>",
                        "не разрешено"),
                step("<callActivity id='step' calledElement=\"" + code + "\" />", "не разрешено"),
                step(
                        "<callActivity id='step' calledElement='x' camunda:variableMappingClass='org.perezvon.testing.Canary' />",
                        "variableMappingClass"),
                step(
                        "<callActivity id='step' calledElement='x' camunda:variableMappingDelegateExpression='${canary}' />",
                        "variableMappingDelegateExpression"),
                step("<callActivity id='step' camunda:caseRef='x' />", "caseRef"),
                step(
                        "<callActivity id='step' calledElement='x'><multiInstanceLoopCharacteristics camunda:collection=\""
                                + code + "\" camunda:elementVariable='x' /></callActivity>",
                        "не разрешено"),
                step(
                        "<userTask id='step'><multiInstanceLoopCharacteristics><loopCardinality>" + code
                                + "</loopCardinality></multiInstanceLoopCharacteristics></userTask>",
                        "не разрешено"),
                step(
                        "<userTask id='step'><multiInstanceLoopCharacteristics><loopCardinality>3</loopCardinality><completionCondition>"
                                + code + "</completionCondition></multiInstanceLoopCharacteristics></userTask>",
                        "не разрешено"),
                step(
                        "<userTask id='step' /><boundaryEvent id='late' attachedToRef='step'><timerEventDefinition><timeDuration>"
                                + code + "</timeDuration></timerEventDefinition></boundaryEvent>",
                        "не разрешено"),
                step(
                        "<userTask id='step' /><boundaryEvent id='when' attachedToRef='step'><conditionalEventDefinition><condition xsi:type='tFormalExpression' language='groovy'>1</condition></conditionalEventDefinition></boundaryEvent>",
                        "groovy"),
                step(
                        "<intermediateThrowEvent id='step'><messageEventDefinition camunda:class='org.perezvon.testing.Canary' /></intermediateThrowEvent>",
                        "camunda:class"),
                step(
                        "<task id='step' /><sequenceFlow id='other' sourceRef='step' targetRef='end'><conditionExpression xsi:type='tFormalExpression' language='javascript'>true</conditionExpression></sequenceFlow>",
                        "javascript"),
                step(
                        "<task id='step' /><sequenceFlow id='other' sourceRef='step' targetRef='end'><conditionExpression xsi:type='tFormalExpression' camunda:resource='deployment://x.js'>true</conditionExpression></sequenceFlow>",
                        "camunda:resource"),
                step(
                        "<task id='step' /><sequenceFlow id='other' sourceRef='step' targetRef='end'><conditionExpression xsi:type='tFormalExpression'>"
                                + code + "</conditionExpression></sequenceFlow>",
                        "не разрешено"),
                step(
                        "<x:scriptTask xmlns:x='urn:other' id='step' scriptFormat='javascript'><x:script>1</x:script></x:scriptTask>",
                        "незнакомо"),
                extension(
                        "<camunda:executionListener event='start' class='org.perezvon.testing.Canary' />",
                        "executionListener"),
                extension(
                        "<camunda:executionListener event='start' delegateExpression='${acceptQuestion}' />",
                        "executionListener"),
                extension("<camunda:taskListener event='create' expression=\"" + code + "\" />", "taskListener"),
                extension(
                        "<camunda:connector><camunda:connectorId>http-connector</camunda:connectorId></camunda:connector>",
                        "connector"),
                extension(
                        "<camunda:inputOutput><camunda:inputParameter name='x'>" + code
                                + "</camunda:inputParameter></camunda:inputOutput>",
                        "не разрешено"),
                extension(
                        "<camunda:inputOutput><camunda:outputParameter name='x'><camunda:script scriptFormat='javascript'>1</camunda:script></camunda:outputParameter></camunda:inputOutput>",
                        "camunda:script"),
                extension(
                        "<camunda:inputOutput><camunda:inputParameter name='x'><camunda:list><camunda:value>" + code
                                + "</camunda:value></camunda:list></camunda:inputParameter></camunda:inputOutput>",
                        "не разрешено"),
                extension(
                        "<camunda:formData><camunda:formField id='x' type='string' defaultValue=\"" + code
                                + "\" /></camunda:formData>",
                        "не разрешено"),
                extension(
                        "<camunda:formData><camunda:formField id='x' type='string'><camunda:validation><camunda:constraint name='validator' config='org.perezvon.testing.Canary' /></camunda:validation></camunda:formField></camunda:formData>",
                        "validator"),
                extension("<camunda:formData><camunda:formField id='x' type='custom' /></camunda:formData>", "custom"),
                extension("<camunda:in sourceExpression=\"" + code + "\" target='x' />", "не разрешено"),
                extension("<camunda:in businessKey=\"" + code + "\" />", "не разрешено"),
                extension(
                        "<camunda:failedJobRetryTimeCycle>" + code + "</camunda:failedJobRetryTimeCycle>",
                        "не разрешено"),
                extension("<camunda:field name='x' stringValue='y' />", "camunda:field"),
                extension("<camunda:whatever />", "camunda:whatever"),
                extension("<activiti:taskListener event='create' class='org.perezvon.testing.Canary' />", "незнакомо"),
                Arguments.of(Diagram.withDefinition("<error id='oops' errorCode=\"" + code + "\" />"), "не разрешено"),
                Arguments.of(Diagram.withDefinition("<message id='msg' name=\"" + code + "\" />"), "не разрешено"),
                Arguments.of(
                        Diagram.withDefinition("<escalation id='up' escalationCode=\"" + code + "\" />"),
                        "не разрешено"),
                Arguments.of(
                        Diagram.withDefinition(
                                "<import importType='http://schemas.xmlsoap.org/wsdl/' location='http://evil.example/x.wsdl' namespace='x' />"),
                        "import"),
                Arguments.of(Diagram.withProcessAttribute(""), "сколько хранить историю"),
                Arguments.of(
                        Diagram.withProcessAttribute(
                                "camunda:historyTimeToLive='P1D' camunda:candidateStarterGroups=\"" + code + "\""),
                        "не разрешено"),
                Arguments.of(
                        Diagram.withStartAttribute("camunda:formHandlerClass='org.perezvon.testing.Canary'"),
                        "formHandlerClass"),
                Arguments.of(Diagram.withStartAttribute("camunda:unheardOf='x'"), "camunda:unheardOf"));
    }

    private static Arguments step(String step, String word) {
        return Arguments.of(Diagram.withStep(step), word);
    }

    private static Arguments extension(String extension, String word) {
        return Arguments.of(Diagram.withExtension(extension), word);
    }

    @ParameterizedTest
    @MethodSource("attacks")
    void a_diagram_that_brings_its_own_code_is_turned_away(String diagram, String word) {
        HttpResponse<String> answer = pavel.deploy("little.bpmn", diagram);

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("\"type\":\"ParseException\"", "little.bpmn", "Как исправить", word);
        assertThat(deployed()).isZero();
        assertThat(Canary.songs()).isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<serviceTask id='step' camunda:delegateExpression='${acceptQuestion}' camunda:asyncBefore='true' />",
                "<serviceTask id='step' camunda:delegateExpression='#{acceptQuestion}' />",
                "<serviceTask id='step' camunda:expression='${inquiriesOfQuestion.ids(execution)}' camunda:resultVariable='ids' />",
                "<userTask id='step' name='Вопрос ${questionNumber}' camunda:assignee='${operator}' camunda:candidateGroups='operator,supervisor' camunda:dueDate='${answerDue}' camunda:formKey='embedded:deployment:call-back.html' />",
                "<userTask id='step' camunda:formKey='camunda-forms:deployment:call-back.form'><extensionElements><camunda:properties><camunda:property name='a' value='b' /></camunda:properties></extensionElements></userTask>",
                "<callActivity id='step' calledElement='agency-inquiry'><extensionElements><camunda:in businessKey='${inquiryId}' /><camunda:in source='inquiryId' target='inquiryId' /></extensionElements><multiInstanceLoopCharacteristics camunda:asyncAfter='true' camunda:collection='${inquiriesOfQuestion.ids(execution)}' camunda:elementVariable='inquiryId' /></callActivity>",
                "<userTask id='step' /><boundaryEvent id='late' attachedToRef='step' cancelActivity='false'><timerEventDefinition><timeDate>${answerDue}</timeDate></timerEventDefinition></boundaryEvent>",
                "<exclusiveGateway id='step' default='flow_out' /><sequenceFlow id='third' sourceRef='step' targetRef='end'><conditionExpression xsi:type='tFormalExpression'>${not empty answer and (days &gt;= 5 or !answerFound) and callBackResult != 'over'}</conditionExpression></sequenceFlow>",
                "<userTask id='step'><documentation>Стоит 100 $ и {скобки}</documentation></userTask>",
            })
    void what_a_process_owner_needs_is_let_through(String step) {
        HttpResponse<String> answer = pavel.deploy(
                "little.bpmn", Diagram.withStep(step), "call-back.html", "<form></form>", "call-back.form", "{}");

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    }

    @Test
    void a_service_of_ours_runs_and_a_variable_cannot_take_its_place() {
        pavel.deploy(
                "little.bpmn",
                Diagram.withStep(
                        "<serviceTask id='step' camunda:delegateExpression='${acceptQuestion}' /><sequenceFlow id='more' sourceRef='step' targetRef='wait' /><userTask id='wait' />"));

        ProcessInstance instance =
                runtime.startProcessInstanceByKey(Diagram.KEY, Map.of("acceptQuestion", "something else"));

        assertThat(runtime.getVariable(instance.getId(), "accepted")).isEqualTo(true);
    }

    @ParameterizedTest
    @ValueSource(strings = {"javascript", "groovy", "juel", "http://www.groovy-lang.org", "feel-scala-unary-tests"})
    void a_decision_table_speaks_feel_only(String language) {
        assertThat(pavel.deploy("little.dmn", decision("expressionLanguage='" + language + "'", "days > 3"))
                        .body())
                .contains("Как исправить", "язык «" + language + "»");
    }

    @Test
    void a_decision_table_in_feel_is_let_through() {
        HttpResponse<String> answer =
                pavel.deploy("little.dmn", decision("", "if days &gt; 3 then \"late\" else \"fine\""));

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "function(x) external { java: { class: \"java.lang.System\", method signature: \"exit(int)\" } }",
                "${''.getClass()}"
            })
    void a_decision_table_does_not_reach_for_java(String text) {
        assertThat(pavel.deploy("little.dmn", decision("", text)).body()).contains("Как исправить");
    }

    @Test
    void an_outside_entity_is_never_fetched() {
        String diagram = Diagram.withStep("<userTask id='step' name='&secret;' />")
                .replaceFirst("\\?>", "?><!DOCTYPE definitions [<!ENTITY secret SYSTEM 'file:///etc/hostname'>]>");

        HttpResponse<String> answer = pavel.deploy("little.bpmn", diagram);

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("DOCTYPE и внешние сущности запрещены");
    }

    @Test
    void a_diagram_without_its_form_is_turned_away() {
        HttpResponse<String> answer = pavel.deploy(
                "little.bpmn",
                Diagram.withStep("<userTask id='step' camunda:formKey='embedded:deployment:call-back.html' />"));

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("не приложена её форма «call-back.html»", "Include additional files");
    }

    @Test
    void a_case_model_is_turned_away() {
        assertThat(pavel.deploy("little.cmmn", "<definitions xmlns='http://www.omg.org/spec/CMMN/20151109/MODEL' />")
                        .body())
                .contains("CMMN здесь не исполняются");
    }

    @Test
    void modeler_is_shown_every_objection_with_its_element_and_line() {
        HttpResponse<String> answer = pavel.deploy(
                "little.bpmn",
                Diagram.withStep("<serviceTask id='step' camunda:class='a.B' /><scriptTask id='second' />"));

        assertThat(answer.body())
                .contains("\"little.bpmn\":{\"errors\":[", "\"mainElementId\":\"step\"", "\"mainElementId\":\"second\"")
                .contains("укажите Delegate expression вида ${служба}");
    }

    private long deployed() {
        return repository
                .createProcessDefinitionQuery()
                .processDefinitionKey(Diagram.KEY)
                .count();
    }

    private static String decision(String language, String text) {
        return """
                <?xml version="1.0" encoding="UTF-8"?>
                <definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" xmlns:camunda="http://camunda.org/schema/1.0/dmn" id="drd" name="Решение" namespace="https://perezvon.org/test">
                  <decision id="little-decision" name="Маленькое решение" camunda:historyTimeToLive="P180D">
                    <variable id="result" name="result" typeRef="string" />
                    <literalExpression id="expression" %s><text>%s</text></literalExpression>
                  </decision>
                </definitions>
                """.formatted(language, text);
    }
}
