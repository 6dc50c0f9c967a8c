package org.perezvon.engine;

import java.util.Map;
import java.util.Optional;

/**
 * A user task somebody has to do.
 *
 * @param definition id of the user task in its diagram, e.g. {@code userTask_callBack}
 * @param assignee who has taken it, if anybody
 */
public record OpenTask(String id, String definition, Map<String, Object> variables, Optional<String> assignee) {

    public <T> T read(Handle<T> handle, Class<T> type) {
        Object value = variables.get(handle.name());
        if (!type.isInstance(value)) {
            throw new IllegalStateException("У задачи нет переменной «" + handle.name() + "»");
        }
        return type.cast(value);
    }
}
