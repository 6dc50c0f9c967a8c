package org.perezvon.engine;

import java.util.Optional;

/**
 * A user task somebody has to do.
 *
 * @param definition id of the user task in its diagram, e.g. {@code userTask_callBack}
 * @param businessKey what the process is about; unlike a variable, nobody who works on the task can change it
 * @param assignee who has taken it, if anybody
 */
public record OpenTask(String id, String definition, String businessKey, Optional<String> assignee) {}
