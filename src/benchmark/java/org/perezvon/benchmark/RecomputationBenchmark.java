package org.perezvon.benchmark;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.runtime.Job;
import org.perezvon.testing.House;
import org.perezvon.testing.OpenInquiries;

/**
 * A day off is declared while a hundred thousand inquiries wait: all of them are computed anew, their timers move and both
 * derivations are kept. Beside it, the same number of timers moved by the engine's own command, measured on some of them.
 */
final class RecomputationBenchmark {

    /** A Tuesday morning in Irkutsk: whatever is received now is due on Wednesday. */
    private static final Instant RECEIPT = Instant.parse("2026-11-17T02:30:00Z");

    private static final String DAY_OFF = "2026-11-18";
    private static final int TIMERS_EACH = 3;
    private static final int SAMPLE = 2000;

    /** Every deadline is a day later, its timers with it, and the change is on record. */
    private static final String RIGHT = """
            select count(*) from perezvon.inquiry i
            join public.act_ru_execution e on e.business_key_ = i.id::text
            join public.act_ru_job j on j.process_instance_id_ = e.proc_inst_id_ and j.handler_cfg_ = 'event_overdue'
              and j.duedate_ = i.due_at at time zone 'UTC'
            join perezvon.term_change c on c.inquiry_id = i.id and c.due_before + interval '1 day' = c.due_after
            where i.due_at >= timestamp '2026-11-19T02:00:00' at time zone 'UTC'
            """;

    private final int inquiries = Integer.getInteger("benchmark.inquiries", 100_000);

    Findings run() {
        try (Server server = new Server();
                Product product = Product.start(server.create("recomputation"), RECEIPT, List.of())) {
            product.jobExecutor().shutdown();
            List<String> agencies =
                    Stream.generate(product.agencies()::one).limit(8).toList();
            new OpenInquiries(product.house(), product.jdbc(), agencies).make(inquiries);
            product.sendNothing();
            double command = engineCommand(product);

            House house = product.house();
            long proposal = house.administrator()
                    .post(
                            "/api/calendars/days",
                            Map.of("layer", "ru", "date", DAY_OFF, "kind", "day-off", "reason", "указ о выходном дне"))
                    .get("id")
                    .asLong();
            long asked = System.nanoTime();
            JsonNode effect = house.administrator().get("/api/calendars/proposals/" + proposal + "/effect");
            double preview = since(asked);
            say("%d of %d open inquiries would move, seen after %.1f s"
                    .formatted(effect.get("moved").asInt(), effect.get("open").asInt(), preview));

            long confirmed = System.nanoTime();
            house.administrator().post("/api/calendars/proposals/" + proposal + "/confirmation", Map.of());
            while (remaining(house) > 0) {
                pause();
            }
            double recomputation = since(confirmed);
            long right = product.jdbc().sql(RIGHT).query(Long.class).single();
            say("%d inquiries have moved with their timers and both derivations".formatted(right));
            if (right < inquiries) {
                throw new IllegalStateException("Only %d of %d moved as they should".formatted(right, inquiries));
            }
            Findings findings = new Findings();
            findings.atMost(
                    "open inquiries computed anew: " + inquiries,
                    recomputation,
                    60,
                    command * inquiries * TIMERS_EACH,
                    Unit.SECONDS);
            return findings;
        }
    }

    /** @return seconds the engine takes to move one timer by its own command */
    private static double engineCommand(Product product) {
        ManagementService management = product.engine().getManagementService();
        List<Job> jobs = management.createJobQuery().timers().listPage(0, SAMPLE);
        long start = System.nanoTime();
        for (Job job : jobs) {
            management.setJobDuedate(job.getId(), job.getDuedate());
        }
        return since(start) / jobs.size();
    }

    private static long remaining(House house) {
        return house.administrator()
                .get("/api/calendars/recomputation")
                .get("remaining")
                .asLong();
    }

    private static void pause() {
        try {
            Thread.sleep(500);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static double since(long start) {
        return (System.nanoTime() - start) / 1e9;
    }

    private static void say(String what) {
        System.out.println(what);
    }
}
