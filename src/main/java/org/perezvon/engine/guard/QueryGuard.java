package org.perezvon.engine.guard;

import java.lang.reflect.Field;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.filter.Filter;
import org.camunda.bpm.engine.impl.AbstractQuery;
import org.camunda.bpm.engine.impl.TaskQueryImpl;
import org.camunda.bpm.engine.impl.cmd.AbstractExecuteFilterCmd;
import org.camunda.bpm.engine.impl.cmd.SaveFilterCmd;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.camunda.bpm.engine.query.Query;
import org.jspecify.annotations.Nullable;
import org.springframework.util.ReflectionUtils;

/**
 * Refuses expressions in queries: those asked, those stored in a filter, those that extend a stored one, and each branch
 * of an "or". Camunda checks the outermost query only and runs what it finds in the branches, whoever asks
 * (CVE-2026-109432, never mended in 7.24).
 */
class QueryGuard extends CommandInterceptor {

    static final String REFUSAL =
            "Выражения в запросах к задачам и в фильтрах запрещены: ими можно выполнить чужой код. "
                    + "Уберите условия, названия которых кончаются на Expression.";

    // Camunda offers no way to ask a command which filter it is about. A missing field stops the start, not the guard.
    private static final Field SAVED = field(SaveFilterCmd.class, "filter");
    private static final Field EXECUTED = field(AbstractExecuteFilterCmd.class, "filterId");
    private static final Field EXTENDING = field(AbstractExecuteFilterCmd.class, "extendingQuery");

    @Override
    public <T> T execute(Command<T> command) {
        if (command instanceof AbstractQuery<?, ?> asked) {
            refuseExpressions(asked);
        } else if (command instanceof SaveFilterCmd) {
            refuseExpressions(read(SAVED, command, Filter.class));
        } else if (command instanceof AbstractExecuteFilterCmd) {
            refuseExpressions(read(EXTENDING, command, Query.class));
            refuseExpressions(stored(read(EXECUTED, command, String.class)));
        }
        return next.execute(command);
    }

    private @Nullable Filter stored(@Nullable String filterId) {
        return filterId == null
                ? null
                : next.execute(context -> context.getFilterManager().findFilterById(filterId));
    }

    private static void refuseExpressions(@Nullable Filter filter) {
        if (filter != null) {
            refuseExpressions((Query<?, ?>) filter.getQuery());
        }
    }

    private static void refuseExpressions(@Nullable Query<?, ?> query) {
        if (query instanceof AbstractQuery<?, ?> asked && holdsExpressions(asked)) {
            throw new BadUserRequestException(REFUSAL);
        }
    }

    private static boolean holdsExpressions(AbstractQuery<?, ?> query) {
        Map<String, String> expressions = query.getExpressions();
        if (expressions != null && !expressions.isEmpty()) {
            return true;
        }
        List<TaskQueryImpl> branches = query instanceof TaskQueryImpl tasks ? tasks.getQueries() : List.of();
        // The first branch is the query itself.
        return branches.stream().anyMatch(branch -> branch != query && holdsExpressions(branch));
    }

    private static Field field(Class<?> type, String name) {
        Field field = Objects.requireNonNull(
                ReflectionUtils.findField(type, name), () -> type.getName() + " no longer has " + name);
        field.setAccessible(true);
        return field;
    }

    private static <V> @Nullable V read(Field field, Object command, Class<V> type) {
        return type.cast(ReflectionUtils.getField(field, command));
    }
}
