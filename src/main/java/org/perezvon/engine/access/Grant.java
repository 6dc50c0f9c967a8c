package org.perezvon.engine.access;

import static org.camunda.bpm.engine.authorization.Authorization.ANY;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.camunda.bpm.engine.authorization.Groups;
import org.camunda.bpm.engine.authorization.Permission;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions;
import org.camunda.bpm.engine.authorization.ProcessInstancePermissions;
import org.camunda.bpm.engine.authorization.Resource;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.authorization.TaskPermissions;
import org.perezvon.engine.Role;

/**
 * What a group may do with a thing of the engine. Whatever is not granted here is refused; what a candidate group or an
 * assignee may do with a task, the engine grants when it creates the task.
 *
 * @param id of the thing, e.g. a process key; {@code *} for all of the kind
 */
record Grant(String group, Resource resource, String id, List<Permission> permissions) {

    private static final String QUESTION = "citizen-question";
    private static final String INFORMATION = "information-request";
    private static final String CALL_BACK = "call-back";
    private static final List<String> DIAGRAMS_AN_OPERATOR_SEES =
            List.of(QUESTION, "call-transfer", "agency-inquiry", INFORMATION, CALL_BACK, "late-answer", "mail-triage");

    private static final List<String> DIAGRAMS_OF_THE_BASE = List.of("knowledge-update", "knowledge-confirmation");

    /** Processes people set going by a form. */
    private static final List<String> BEGUN_BY_A_FORM = List.of(QUESTION, INFORMATION);

    /** The role matrix; {@code RoleMatrixTest} says the same in sentences. */
    static List<Grant> all() {
        return Stream.of(operator(), supervisor(), editor(), processOwner(), administrator(), integration())
                .flatMap(List::stream)
                .toList();
    }

    private static List<Grant> operator() {
        return Stream.concat(tasklist(Role.OPERATOR), registering(Role.OPERATOR))
                .toList();
    }

    private static List<Grant> supervisor() {
        return concat(
                tasklist(Role.SUPERVISOR),
                registering(Role.SUPERVISOR),
                Stream.of(
                        grant(Role.SUPERVISOR, Resources.APPLICATION, "cockpit", Permissions.ACCESS),
                        grant(
                                Role.SUPERVISOR,
                                Resources.PROCESS_DEFINITION,
                                ANY,
                                ProcessDefinitionPermissions.READ,
                                ProcessDefinitionPermissions.READ_INSTANCE,
                                ProcessDefinitionPermissions.READ_HISTORY,
                                ProcessDefinitionPermissions.READ_TASK),
                        grant(Role.SUPERVISOR, Resources.DECISION_DEFINITION, ANY, Permissions.READ),
                        grant(
                                Role.SUPERVISOR,
                                Resources.TASK,
                                ANY,
                                TaskPermissions.READ,
                                TaskPermissions.TASK_ASSIGN,
                                TaskPermissions.TASK_WORK),
                        grant(Role.SUPERVISOR, Resources.FILTER, ANY, Permissions.CREATE)));
    }

    /** An editor keeps the information base true (I-4.1), asks agencies (I-7.1) and reads what they answer. */
    private static List<Grant> editor() {
        return concat(
                tasklist(Role.EDITOR),
                DIAGRAMS_OF_THE_BASE.stream()
                        .map(diagram -> grant(
                                Role.EDITOR, Resources.PROCESS_DEFINITION, diagram, ProcessDefinitionPermissions.READ)),
                Stream.of(
                        grant(
                                Role.EDITOR,
                                Resources.PROCESS_DEFINITION,
                                INFORMATION,
                                ProcessDefinitionPermissions.READ,
                                ProcessDefinitionPermissions.CREATE_INSTANCE,
                                ProcessDefinitionPermissions.READ_INSTANCE),
                        grant(Role.EDITOR, Resources.PROCESS_INSTANCE, ANY, ProcessInstancePermissions.CREATE)));
    }

    private static List<Grant> processOwner() {
        return List.of(
                grant(Role.PROCESS_OWNER, Resources.APPLICATION, "cockpit", Permissions.ACCESS),
                grant(Role.PROCESS_OWNER, Resources.DEPLOYMENT, ANY, Permissions.CREATE, Permissions.READ),
                grant(
                        Role.PROCESS_OWNER,
                        Resources.PROCESS_DEFINITION,
                        ANY,
                        ProcessDefinitionPermissions.READ,
                        ProcessDefinitionPermissions.READ_INSTANCE,
                        ProcessDefinitionPermissions.READ_HISTORY,
                        ProcessDefinitionPermissions.RETRY_JOB),
                grant(
                        Role.PROCESS_OWNER,
                        Resources.DECISION_DEFINITION,
                        ANY,
                        Permissions.READ,
                        Permissions.READ_HISTORY),
                grant(Role.PROCESS_OWNER, Resources.DECISION_REQUIREMENTS_DEFINITION, ANY, Permissions.READ));
    }

    /** A program that registers questions sees how they fare and which call-backs wait. */
    private static List<Grant> integration() {
        return Stream.of(QUESTION, CALL_BACK)
                .map(diagram -> grant(
                        Role.INTEGRATION,
                        Resources.PROCESS_DEFINITION,
                        diagram,
                        ProcessDefinitionPermissions.READ_INSTANCE,
                        ProcessDefinitionPermissions.READ_TASK))
                .toList();
    }

    private static List<Grant> administrator() {
        return Arrays.stream(Resources.values())
                .map(resource -> new Grant(Groups.CAMUNDA_ADMIN, resource, ANY, List.of(Permissions.ALL)))
                .toList();
    }

    private static Stream<Grant> tasklist(Role role) {
        return Stream.of(
                grant(role, Resources.APPLICATION, "tasklist", Permissions.ACCESS),
                // Tasklist shows who has taken a task, by name.
                grant(role, Resources.USER, ANY, Permissions.READ),
                grant(role, Resources.GROUP, ANY, Permissions.READ));
    }

    /** Reading instances lets the question's number appear on the cards of the task list. */
    private static Stream<Grant> registering(Role role) {
        Stream<Grant> diagrams = DIAGRAMS_AN_OPERATOR_SEES.stream()
                .map(key -> BEGUN_BY_A_FORM.contains(key)
                        ? grant(
                                role,
                                Resources.PROCESS_DEFINITION,
                                key,
                                ProcessDefinitionPermissions.READ,
                                ProcessDefinitionPermissions.CREATE_INSTANCE,
                                ProcessDefinitionPermissions.READ_INSTANCE,
                                ProcessDefinitionPermissions.READ_HISTORY)
                        : grant(
                                role,
                                Resources.PROCESS_DEFINITION,
                                key,
                                ProcessDefinitionPermissions.READ,
                                ProcessDefinitionPermissions.READ_INSTANCE,
                                ProcessDefinitionPermissions.READ_HISTORY));
        return Stream.concat(
                diagrams, Stream.of(grant(role, Resources.PROCESS_INSTANCE, ANY, ProcessInstancePermissions.CREATE)));
    }

    private static Grant grant(Role role, Resource resource, String id, Permission... permissions) {
        return new Grant(role.group(), resource, id, List.of(permissions));
    }

    @SafeVarargs
    private static List<Grant> concat(Stream<Grant>... parts) {
        return Stream.of(parts).flatMap(part -> part).distinct().toList();
    }
}
