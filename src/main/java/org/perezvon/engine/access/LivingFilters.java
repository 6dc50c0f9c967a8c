package org.perezvon.engine.access;

import java.time.Duration;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.bpm.engine.impl.FilterServiceImpl;
import org.camunda.bpm.engine.impl.TaskQueryImpl;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.query.Query;
import org.camunda.bpm.engine.task.TaskQuery;
import org.jspecify.annotations.Nullable;
import org.perezvon.engine.access.TaskList.Whose;

/**
 * Camunda's filters, of which a few know who looks at them and when. Camunda would have stored queries hold expressions
 * such as <code>${currentUser()}</code> for that; those run as code, so they are switched off (CVE-2026-109432) and what
 * people need is added here instead.
 */
public class LivingFilters extends FilterServiceImpl {

    private static final Duration SOON = Duration.ofHours(1);
    private static final Duration UNTAKEN_TOO_LONG = Duration.ofMinutes(30);
    private static final Duration KEPT_TOO_LONG = Duration.ofHours(4);

    private final Map<String, Whose> living = new ConcurrentHashMap<>();

    void enliven(String filterId, Whose whose) {
        living.put(filterId, whose);
    }

    @Override
    public <T> List<T> list(String filterId) {
        return list(filterId, null);
    }

    @Override
    public <T, Q extends Query<?, T>> List<T> list(String filterId, @Nullable Q extendingQuery) {
        return super.list(filterId, alive(filterId, extendingQuery));
    }

    @Override
    public <T> List<T> listPage(String filterId, int firstResult, int maxResults) {
        return listPage(filterId, null, firstResult, maxResults);
    }

    @Override
    public <T, Q extends Query<?, T>> List<T> listPage(
            String filterId, @Nullable Q extendingQuery, int firstResult, int maxResults) {
        return super.listPage(filterId, alive(filterId, extendingQuery), firstResult, maxResults);
    }

    @Override
    public <T> @Nullable T singleResult(String filterId) {
        return singleResult(filterId, null);
    }

    @Override
    public <T, Q extends Query<?, T>> @Nullable T singleResult(String filterId, @Nullable Q extendingQuery) {
        return super.singleResult(filterId, alive(filterId, extendingQuery));
    }

    @Override
    public Long count(String filterId) {
        return count(filterId, null);
    }

    @Override
    public Long count(String filterId, @Nullable Query<?, ?> extendingQuery) {
        return super.count(filterId, alive(filterId, extendingQuery));
    }

    /** The query with what its filter adds; a filter that is not alive leaves it as it was. */
    @SuppressWarnings("unchecked") // a stored task filter is only ever extended by a task query
    private <Q extends Query<?, ?>> @Nullable Q alive(String filterId, @Nullable Q extendingQuery) {
        Whose whose = living.getOrDefault(filterId, Whose.EVERYBODYS);
        if (whose == Whose.EVERYBODYS) {
            return extendingQuery;
        }
        TaskQuery tasks = extendingQuery instanceof TaskQuery given ? given : new TaskQueryImpl();
        return (Q)
                switch (whose) {
                    case MINE -> looking().map(tasks::taskAssignee).orElse(tasks);
                    case OVERDUE -> tasks.dueBefore(inSoLong(Duration.ZERO));
                    case SOON_LATE -> tasks.dueAfter(inSoLong(Duration.ZERO)).dueBefore(inSoLong(SOON));
                    case UNTAKEN -> tasks.taskCreatedBefore(inSoLong(UNTAKEN_TOO_LONG.negated()));
                    case KEPT -> tasks.taskCreatedBefore(inSoLong(KEPT_TOO_LONG.negated()));
                    case EVERYBODYS -> tasks;
                };
    }

    private static Date inSoLong(Duration time) {
        return Date.from(ClockUtil.getCurrentTime().toInstant().plus(time));
    }

    private Optional<String> looking() {
        Authentication authentication = commandExecutor.execute(context -> context.getAuthentication());
        return Optional.ofNullable(authentication).map(Authentication::getUserId);
    }
}
