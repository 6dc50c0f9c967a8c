package org.perezvon.engine;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The engine's own tables of jobs and variables, where its services would need one command for each. Every change moves
 * the row's revision on, so that an engine command that has read the old row notices and begins again.
 */
@Component
class TimerStore {

    private static final String MOVE = """
            update public.act_ru_job j set duedate_ = m.due, rev_ = j.rev_ + 1
            from unnest(:keys::text[], :elements::text[], :dues::timestamp[]) as m (business_key, element, due)
            join public.act_ru_execution e on e.business_key_ = m.business_key
            where j.process_instance_id_ = e.proc_inst_id_ and j.handler_type_ = 'timer-transition'
              and j.handler_cfg_ = m.element and j.duedate_ is distinct from m.due
            """;

    private static final String MOVE_VARIABLES = """
            update public.act_ru_variable v set long_ = m.millis, rev_ = v.rev_ + 1
            from unnest(:keys::text[], :names::text[], :millis::bigint[]) as m (business_key, name, millis)
            join public.act_ru_execution e on e.business_key_ = m.business_key
            where v.execution_id_ = e.proc_inst_id_ and v.name_ = m.name and v.long_ is distinct from m.millis
            """;

    private static final String PROCESSES = """
            select e.business_key_, s.event_name_ from public.act_ru_execution e
            left join public.act_ru_event_subscr s on s.proc_inst_id_ = e.proc_inst_id_ and s.event_type_ = 'message'
            where e.business_key_ = any(:keys)
            """;

    private static final String TIMERS = """
            select e.business_key_, j.id_, j.handler_cfg_, j.duedate_, j.retries_, j.suspension_state_
            from public.act_ru_execution e
            join public.act_ru_job j on j.process_instance_id_ = e.proc_inst_id_ and j.handler_type_ = 'timer-transition'
            where e.business_key_ = any(:keys)
            """;

    private static final int SUSPENDED = 2;

    private final JdbcClient jdbc;

    TimerStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void move(Collection<Timers.Setting> settings) {
        jdbc.sql(MOVE)
                .param("keys", texts(settings, Timers.Setting::businessKey))
                .param("elements", texts(settings, Timers.Setting::element))
                // As the engine writes it: local time of the JVM, without a zone.
                .param(
                        "dues",
                        settings.stream()
                                .map(setting -> Timestamp.from(setting.due()).toString())
                                .toArray(String[]::new))
                .update();
    }

    void moveVariables(Collection<Timers.Setting> settings) {
        jdbc.sql(MOVE_VARIABLES)
                .param("keys", texts(settings, Timers.Setting::businessKey))
                .param("names", texts(settings, setting -> setting.variable().name()))
                .param(
                        "millis",
                        settings.stream()
                                .map(setting -> setting.due().toEpochMilli())
                                .toArray(Long[]::new))
                .update();
    }

    Map<String, Timers.Waiting> waiting(Collection<String> businessKeys) {
        String[] keys = businessKeys.toArray(String[]::new);
        Map<String, Timers.Waiting> waiting = new HashMap<>();
        jdbc.sql(PROCESSES).param("keys", keys).query(row -> {
            Timers.Waiting process = waiting.computeIfAbsent(
                    row.getString(1), key -> new Timers.Waiting(new HashSet<>(), new ArrayList<>()));
            if (row.getString(2) != null) {
                process.messages().add(row.getString(2));
            }
        });
        jdbc.sql(TIMERS).param("keys", keys).query(row -> {
            Timers.Waiting process = waiting.get(row.getString("business_key_"));
            if (process != null) {
                process.timers().add(timer(row));
            }
        });
        return waiting;
    }

    private static Timers.Timer timer(ResultSet row) throws SQLException {
        Instant due = row.getTimestamp("duedate_").toInstant();
        return new Timers.Timer(
                row.getString("id_"),
                row.getString("handler_cfg_"),
                due,
                row.getInt("retries_"),
                row.getInt("suspension_state_") == SUSPENDED);
    }

    private static String[] texts(Collection<Timers.Setting> settings, Function<Timers.Setting, String> part) {
        return settings.stream().map(part).toArray(String[]::new);
    }
}
