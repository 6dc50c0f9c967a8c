package org.perezvon.engine;

import java.time.Instant;
import java.util.Date;
import java.util.Optional;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.jspecify.annotations.Nullable;

/**
 * A typed name of a process variable. Variables are ids, instants and routing facts, nothing else: a gateway, a timer, a
 * call activity, a filter or a form reads each of them.
 *
 * @param <T> what the code sees; the engine sees a primitive it stores natively
 */
public final class Handle<T> {

    private final String name;
    private final Class<T> type;

    private Handle(String name, Class<T> type) {
        this.name = name;
        this.type = type;
    }

    public static Handle<Long> ofLong(String name) {
        return new Handle<>(name, Long.class);
    }

    public static Handle<String> ofString(String name) {
        return new Handle<>(name, String.class);
    }

    public static Handle<Boolean> ofBoolean(String name) {
        return new Handle<>(name, Boolean.class);
    }

    /** An absolute moment; the engine keeps it as a {@link Date}, which a {@code timeDate} reads. */
    public static Handle<Instant> ofInstant(String name) {
        return new Handle<>(name, Instant.class);
    }

    public String name() {
        return name;
    }

    /** @throws IllegalStateException when the diagram reached this place without the variable */
    public T in(VariableScope scope) {
        return optionalIn(scope)
                .orElseThrow(() -> new IllegalStateException(
                        "В процессе нет переменной «" + name + "»: её кладёт предыдущий шаг диаграммы"));
    }

    public Optional<T> optionalIn(VariableScope scope) {
        Object raw = scope.getVariable(name);
        if (raw == null) {
            return Optional.empty();
        }
        Object value = raw instanceof Date date ? date.toInstant() : raw;
        if (!type.isInstance(value)) {
            throw new IllegalStateException("Переменная «%s» должна быть %s, а пришло %s"
                    .formatted(name, type.getSimpleName(), raw.getClass().getSimpleName()));
        }
        return Optional.of(type.cast(value));
    }

    public void put(VariableScope scope, @Nullable T value) {
        scope.setVariable(name, raw(value));
    }

    /** For this path through the diagram only: others that go on beside it neither see it nor collide with it. */
    public void putHere(VariableScope scope, @Nullable T value) {
        scope.setVariableLocal(name, raw(value));
    }

    static @Nullable Object raw(@Nullable Object value) {
        return value instanceof Instant instant ? Date.from(instant) : value;
    }
}
