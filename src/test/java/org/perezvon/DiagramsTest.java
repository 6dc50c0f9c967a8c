package org.perezvon;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.Association;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.CatchEvent;
import org.camunda.bpm.model.bpmn.instance.EndEvent;
import org.camunda.bpm.model.bpmn.instance.ExclusiveGateway;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.IntermediateCatchEvent;
import org.camunda.bpm.model.bpmn.instance.Message;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.ReceiveTask;
import org.camunda.bpm.model.bpmn.instance.ScriptTask;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.bpmn.instance.TextAnnotation;
import org.camunda.bpm.model.bpmn.instance.TimerEventDefinition;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnShape;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaConnector;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaExecutionListener;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaFailedJobRetryTimeCycle;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaScript;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaTaskListener;
import org.camunda.bpm.model.bpmn.instance.dc.Bounds;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What every shipped diagram promises to the people who read it and to the rooms that serve it. */
class DiagramsTest {

    private static final Pattern RUSSIAN = Pattern.compile("(?U).*\\p{IsCyrillic}.*");
    private static final Pattern CLAUSES =
            Pattern.compile("(?s)[IATQK]-\\d+(\\.\\d)?(, [IATQK]-\\d+(\\.\\d)?)*\\. \\S.*");
    private static final Pattern ONE_BEAN = Pattern.compile("\\$\\{[a-z][A-Za-z]*}");
    private static final Pattern ONE_VARIABLE = ONE_BEAN;

    private static final Map<Class<?>, String> WORD_OF_KIND = Map.of(
            StartEvent.class, "event",
            EndEvent.class, "event",
            BoundaryEvent.class, "event",
            IntermediateCatchEvent.class, "event",
            ServiceTask.class, "task",
            UserTask.class, "userTask",
            ReceiveTask.class, "await",
            CallActivity.class, "call",
            ExclusiveGateway.class, "gateway",
            SubProcess.class, "part");

    private static final List<String> GROUPS =
            List.of("operator", "supervisor", "editor", "process-owner", "administrator");

    static Stream<Path> diagrams() throws IOException {
        return Files.list(Path.of("processes"))
                .filter(file -> file.toString().endsWith(".bpmn"))
                .sorted();
    }

    @ParameterizedTest
    @MethodSource("diagrams")
    void the_file_is_named_after_the_one_process_it_holds(Path file) {
        Collection<Process> processes = all(Process.class, file);

        assertThat(processes).singleElement().satisfies(process -> {
            assertThat(file).hasFileName(process.getId() + ".bpmn");
            assertThat(process.isExecutable()).isTrue();
            assertThat(process.getName()).matches(RUSSIAN);
        });
    }

    @ParameterizedTest
    @MethodSource("diagrams")
    void finished_processes_are_kept_for_three_years_and_carry_a_version(Path file) {
        assertThat(all(Process.class, file)).allSatisfy(process -> {
            assertThat(process.getCamundaHistoryTimeToLiveString()).isEqualTo("P1095D");
            assertThat(process.getCamundaVersionTag()).isNotBlank();
        });
    }

    @ParameterizedTest
    @MethodSource("diagrams")
    void every_step_is_named_in_russian_and_says_which_clause_it_keeps(Path file) {
        assertThat(all(FlowNode.class, file)).allSatisfy(step -> {
            assertThat(step.getName()).as(step.getId()).matches(RUSSIAN);
            assertThat(documentation(step)).as(step.getId()).matches(CLAUSES);
        });
    }

    @ParameterizedTest
    @MethodSource("diagrams")
    void ids_say_what_a_step_is_and_what_it_does(Path file) {
        assertThat(all(FlowNode.class, file)).allSatisfy(step -> {
            assertThat(WORD_OF_KIND).as(step.getName()).containsKey(kindOf(step));
            assertThat(step.getId()).matches(WORD_OF_KIND.get(kindOf(step)) + "_[a-z][A-Za-z]*");
        });
        assertThat(all(SequenceFlow.class, file))
                .allSatisfy(flow -> assertThat(flow.getId()).matches("flow_[a-z][A-Za-z]*"));
    }

    @ParameterizedTest
    @MethodSource("diagrams")
    void a_service_task_calls_one_bean_and_nothing_else_runs_code(Path file) {
        assertThat(all(ServiceTask.class, file)).allSatisfy(task -> {
            assertThat(task.getCamundaDelegateExpression()).as(task.getId()).matches(ONE_BEAN);
            assertThat(task.getCamundaClass()).as(task.getId()).isNull();
            assertThat(task.getCamundaExpression()).as(task.getId()).isNull();
            assertThat(task.getCamundaType()).as(task.getId()).isNull();
        });
        Stream.of(
                        ScriptTask.class,
                        CamundaScript.class,
                        CamundaConnector.class,
                        CamundaExecutionListener.class,
                        CamundaTaskListener.class)
                .forEach(code -> assertThat(all(code, file)).isEmpty());
    }

    @ParameterizedTest
    @MethodSource("diagrams")
    void a_timer_waits_for_a_moment_computed_elsewhere_and_is_tried_again(Path file) {
        assertThat(all(TimerEventDefinition.class, file)).allSatisfy(timer -> {
            CatchEvent event = (CatchEvent) timer.getParentElement();
            assertThat(timer.getTimeDuration()).as(event.getId()).isNull();
            if (event instanceof StartEvent) {
                assertThat(timer.getTimeCycle().getTextContent())
                        .as("a process that begins by itself begins every night")
                        .matches("0 \\d+ \\d+ \\* \\* \\?");
            } else {
                assertThat(timer.getTimeDate().getTextContent())
                        .as(event.getId())
                        .matches(ONE_VARIABLE);
                assertThat(timer.getTimeCycle()).as(event.getId()).isNull();
            }
            assertThat(event.getExtensionElements()
                            .getElementsQuery()
                            .filterByType(CamundaFailedJobRetryTimeCycle.class)
                            .singleResult()
                            .getTextContent())
                    .as(event.getId())
                    .isEqualTo("R10/PT30S");
        });
    }

    @ParameterizedTest
    @MethodSource("diagrams")
    void people_find_their_work_by_group_and_do_it_in_a_form(Path file) {
        assertThat(all(UserTask.class, file)).allSatisfy(task -> {
            assertThat(task.getCamundaCandidateGroupsList())
                    .as(task.getId())
                    .isNotEmpty()
                    .isSubsetOf(GROUPS);
            assertThat(task.getCamundaFormKey()).as(task.getId()).matches("embedded:deployment:[a-z-]+\\.html");
        });
    }

    @ParameterizedTest
    @MethodSource("diagrams")
    void a_choice_has_a_question_and_every_way_out_a_word_and_a_condition(Path file) {
        assertThat(all(ExclusiveGateway.class, file)).allSatisfy(choice -> {
            assertThat(choice.getName()).endsWith("?");
            assertThat(choice.getOutgoing()).hasSizeGreaterThan(1).allSatisfy(way -> {
                assertThat(way.getName()).as(way.getId()).matches(RUSSIAN);
                assertThat(way.getConditionExpression() == null)
                        .as(way.getId())
                        .isEqualTo(way.equals(choice.getDefault()));
            });
        });
    }

    @ParameterizedTest
    @MethodSource("diagrams")
    void letters_wake_a_process_by_the_agreed_messages_only(Path file) {
        assertThat(all(Message.class, file))
                .extracting(Message::getName)
                .isSubsetOf(
                        "inquiry.sent",
                        "inquiry.answered",
                        "inquiry.undeliverable",
                        "inquiry.termMoved",
                        "inquiry.notLate",
                        "inquiry.extensionAsked",
                        "inquiry.clarificationAsked",
                        "inquiry.refused",
                        "inquiry.absent",
                        "inquiry.answeredMeanwhile",
                        "inquiry.withdrawn",
                        "agreement.ends",
                        "agreement.renewed",
                        "knowledge.approvalCame",
                        "knowledge.explained",
                        "knowledge.confirmed",
                        "mail.takenBack",
                        "mail.troubleOver",
                        "question.withdrawn");
    }

    @ParameterizedTest
    @MethodSource("diagrams")
    void everything_is_drawn(Path file) {
        assertThat(all(FlowNode.class, file))
                .allSatisfy(step ->
                        assertThat(step.getDiagramElement()).as(step.getId()).isNotNull());
        assertThat(all(TextAnnotation.class, file))
                .allSatisfy(note ->
                        assertThat(note.getDiagramElement()).as(note.getId()).isNotNull());
        assertThat(all(SequenceFlow.class, file))
                .allSatisfy(flow -> assertThat(flow.getDiagramElement().getWaypoints())
                        .as(flow.getId())
                        .hasSizeGreaterThan(1));
        assertThat(all(Association.class, file))
                .allSatisfy(line -> assertThat(line.getDiagramElement().getWaypoints())
                        .as(line.getId())
                        .hasSizeGreaterThan(1));
    }

    @ParameterizedTest
    @MethodSource("diagrams")
    void nothing_lies_on_anything_else(Path file) {
        List<Box> boxes = all(BpmnShape.class, file).stream()
                .flatMap(shape -> Stream.concat(body(shape), label(shape)))
                .toList();

        assertThat(boxes.stream().flatMap(box -> boxes.stream()
                        .filter(other -> box != other && box.covers(other))
                        .map(other -> box.name() + " lies on " + other.name())))
                .isEmpty();
    }

    private static <T extends ModelElementInstance> Collection<T> all(Class<T> kind, Path file) {
        return read(file.toFile()).getModelElementsByType(kind);
    }

    /** Reading checks the file against the BPMN schema. */
    private static BpmnModelInstance read(File file) {
        return Bpmn.readModelFromFile(file);
    }

    private static Class<?> kindOf(FlowNode step) {
        return step.getElementType().getInstanceType();
    }

    private static String documentation(BaseElement element) {
        return element.getDocumentations().stream()
                .map(ModelElementInstance::getTextContent)
                .findFirst()
                .orElse("");
    }

    /** A boundary event lies on its task on purpose, and the steps of a part in its frame. */
    private static Stream<Box> body(BpmnShape shape) {
        return Stream.of(shape)
                .filter(drawn -> !(drawn.getBpmnElement() instanceof BoundaryEvent))
                .filter(drawn -> !(drawn.getBpmnElement() instanceof SubProcess))
                .map(drawn -> Box.of(drawn.getBpmnElement().getId(), drawn.getBounds()));
    }

    private static Stream<Box> label(BpmnShape shape) {
        return Stream.ofNullable(shape.getBpmnLabel())
                .flatMap(label -> Stream.ofNullable(label.getBounds()))
                .map(bounds -> Box.of("the label of " + shape.getBpmnElement().getId(), bounds));
    }

    private record Box(String name, double left, double top, double right, double bottom) {

        static Box of(String name, Bounds bounds) {
            return new Box(
                    name,
                    bounds.getX(),
                    bounds.getY(),
                    bounds.getX() + bounds.getWidth(),
                    bounds.getY() + bounds.getHeight());
        }

        boolean covers(Box other) {
            return left < other.right && other.left < right && top < other.bottom && other.top < bottom;
        }
    }
}
