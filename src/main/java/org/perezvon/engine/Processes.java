package org.perezvon.engine;

import java.util.List;
import java.util.Optional;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The engine as the other rooms see it: start a process, wake what waits, finish a task. Always inside the caller's
 * transaction, so that a row and the token it moves commit together or not at all.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class Processes {

    private final RuntimeService runtime;
    private final TaskService tasks;
    private final IdentityService identity;
    private final SubscriptionStore subscriptions;
    private final Continuations continuations;

    Processes(
            RuntimeService runtime,
            TaskService tasks,
            IdentityService identity,
            SubscriptionStore subscriptions,
            Continuations continuations) {
        this.runtime = runtime;
        this.tasks = tasks;
        this.identity = identity;
        this.subscriptions = subscriptions;
        this.continuations = continuations;
    }

    /** @param processKey id of the process in its diagram; @param businessKey how the rooms find the instance again */
    public void start(String processKey, String businessKey, Facts facts) {
        runtime.startProcessInstanceByKey(processKey, businessKey, facts.asVariables());
    }

    /** Starts the process that begins with this message; where a process begins in other ways, too. */
    public void startBy(String message, String businessKey, Facts facts) {
        runtime.startProcessInstanceByMessage(message, businessKey, facts.asVariables());
    }

    /**
     * Wakes the instance of this business key if it waits for this message. Nobody waiting is an ordinary outcome, not an
     * error: a late reply is a fact to record.
     *
     * @return whether somebody was woken
     */
    public boolean wake(String businessKey, String message, Facts facts) {
        // Asked first: a correlation that fails inside the engine would doom the caller's transaction.
        List<String> waiting = subscriptions.waiting(businessKey, message);
        continuations.goingOn(() ->
                waiting.forEach(execution -> runtime.messageEventReceived(message, execution, facts.asVariables())));
        return !waiting.isEmpty();
    }

    /** Whether there is an instance of this business key that has not ended. */
    public boolean isRunning(String businessKey) {
        return runtime.createProcessInstanceQuery()
                        .processInstanceBusinessKey(businessKey)
                        .count()
                > 0;
    }

    public Optional<OpenTask> task(String taskId) {
        return Optional.ofNullable(tasks.createTaskQuery()
                        .taskId(taskId)
                        .initializeFormKeys()
                        .singleResult())
                .map(this::openTask);
    }

    /** Shows the open tasks of one kind to everybody of a role, who may then take them. */
    public void offer(String businessKey, String definition, Role role) {
        tasks.createTaskQuery().processInstanceBusinessKey(businessKey).taskDefinitionKey(definition).list().stream()
                .map(Task::getId)
                .forEach(task -> tasks.addCandidateGroup(task, role.group()));
    }

    /** The open task of this kind in the instance of this business key, if there is one. */
    public Optional<OpenTask> task(String businessKey, String definition) {
        return tasks
                .createTaskQuery()
                .processInstanceBusinessKey(businessKey)
                .taskDefinitionKey(definition)
                .initializeFormKeys()
                .list()
                .stream()
                .findFirst()
                .map(this::openTask);
    }

    /** Finishes a task on behalf of a person and lets the process go on with these facts. */
    public void complete(OpenTask task, String person, Facts facts) {
        if (task.assignee().isEmpty()) {
            tasks.setAssignee(task.id(), person);
        }
        tasks.complete(task.id(), facts.asVariables());
    }

    /** Who is asking the engine right now; the engine itself when nobody is. */
    public String currentPerson() {
        Authentication current = identity.getCurrentAuthentication();
        return current == null || current.getUserId() == null ? "engine" : current.getUserId();
    }

    private OpenTask openTask(Task task) {
        ProcessInstance process = runtime.createProcessInstanceQuery()
                .processInstanceId(task.getProcessInstanceId())
                .singleResult();
        return new OpenTask(
                task.getId(),
                task.getTaskDefinitionKey(),
                process == null || process.getBusinessKey() == null ? "" : process.getBusinessKey(),
                Optional.ofNullable(task.getAssignee()));
    }
}
