package org.perezvon.engine;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.camunda.bpm.engine.delegate.VariableScope;

/** What a start or a message carries into a process: handles and their values. */
public final class Facts {

    private final Map<String, Object> values = new LinkedHashMap<>();

    private Facts() {}

    public static Facts none() {
        return new Facts();
    }

    public static <T> Facts of(Handle<T> handle, T value) {
        return none().and(handle, value);
    }

    public <T> Facts and(Handle<T> handle, T value) {
        Object raw = Handle.raw(value);
        if (raw != null) {
            values.put(handle.name(), raw);
        }
        return this;
    }

    /** For doors: what a step has found out goes on with its process. */
    public void putInto(VariableScope scope) {
        scope.setVariables(values);
    }

    Map<String, Object> asVariables() {
        return Collections.unmodifiableMap(values);
    }
}
