package org.perezvon.benchmark;

import com.zaxxer.hikari.HikariDataSource;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.flywaydb.core.Flyway;
import org.perezvon.engine.EngineTables;
import org.perezvon.knowledge.Edition;
import org.perezvon.knowledge.KnowledgeBase;
import org.perezvon.knowledge.KnowledgeBases;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Twenty searches a second, begun at their times whether the ones before are over or not, as an operator types: each
 * text first without its last letters. Beside it PostgreSQL's own search for any of the words, ranked by {@code ts_rank_cd}.
 */
final class SearchBenchmark {

    private static final int A_SECOND = 20;
    private static final int AT_ONCE = 1000;
    private static final int A_FEW = 6;

    private static final String OWN = """
            select v.id from perezvon.knowledge_version v, to_tsquery('russian', :query) asked
            where v.is_current and to_tsvector('russian', v.title || ' ' || v.text) @@ asked
            order by ts_rank_cd(to_tsvector('russian', v.title || ' ' || v.text), asked) desc limit 8
            """;

    private final int items = Integer.getInteger("benchmark.items", 100_000);
    private final int seconds = Integer.getInteger("benchmark.seconds", 60);
    private final SpokenRussian russian = new SpokenRussian(122);

    Findings run() {
        try (Server server = new Server();
                HikariDataSource database = database(server.create("search"))) {
            migrate(database);
            JdbcClient jdbc = JdbcClient.create(database);
            jdbc.sql("""
                    insert into perezvon.agency (code, name, short_name, kind, zone, calendars, topics, jurisdiction, hours)
                    values ('minsoc', 'Министерство', 'Минсоц', 'REGIONAL', 'Asia/Irkutsk', '{ru}', '{}', 'irkutsk', '{}')
                    """).update();
            try (AnnotationConfigApplicationContext house = KnowledgeBases.over(database, Clock.systemUTC())) {
                return measure(house.getBean(KnowledgeBase.class), jdbc);
            }
        }
    }

    private Findings measure(KnowledgeBase knowledge, JdbcClient jdbc) {
        long begun = System.nanoTime();
        List<Edition> all = fill(knowledge);
        System.out.printf("%d items in %.0f s%n", items, (System.nanoTime() - begun) / 1e9);
        jdbc.sql("vacuum analyze perezvon.knowledge_words").update();
        jdbc.sql("vacuum analyze perezvon.knowledge_lexeme").update();
        jdbc.sql("vacuum analyze perezvon.knowledge_version").update();
        List<Question> questions = questions(all);
        storm(knowledge, questions.subList(0, Math.min(questions.size(), 10 * A_SECOND)));
        Storm storm = storm(knowledge, questions);
        Findings findings = new Findings();
        findings.atMost("half of all searches", storm.at(0.5), 50, Unit.MILLISECONDS);
        findings.atMost("99 of 100 searches", storm.at(0.99), 50, own(jdbc, questions), Unit.MILLISECONDS);
        findings.told("the slowest of " + questions.size(), storm.at(1), Double.NaN, Unit.MILLISECONDS);
        findings.atLeast(
                "an item that says what was asked is among the first five", 100 * storm.found(), 90, Unit.PERCENT);
        storm.slowest().forEach(System.out::println);
        return findings;
    }

    private List<Edition> fill(KnowledgeBase knowledge) {
        List<Edition> all = new ArrayList<>();
        while (all.size() < items) {
            List<Edition> some = new ArrayList<>();
            for (int i = 0; i < Math.min(AT_ONCE, items - all.size()); i++) {
                some.add(russian.item("minsoc", all.size() + i));
            }
            knowledge.publishNew(some, "benchmark", "");
            all.addAll(some);
        }
        return all;
    }

    /** @param meant empty while it is still being typed: nobody judges that */
    private record Question(String typed, Optional<SpokenRussian.Asked> meant) {}

    private List<Question> questions(List<Edition> all) {
        Random chance = new Random(117);
        List<Question> questions = new ArrayList<>();
        while (questions.size() < A_SECOND * seconds) {
            Edition meant = all.get(chance.nextInt(all.size()));
            SpokenRussian.Asked asked = russian.asked(meant);
            String typed = asked.typed();
            questions.add(new Question(typed.substring(0, Math.max(3, typed.length() - 4)), Optional.empty()));
            questions.add(new Question(typed, Optional.of(asked)));
        }
        return questions;
    }

    private record Asked(double milliseconds, boolean judged, boolean found, String typed) {}

    private record Storm(List<Asked> asked) {

        double at(double share) {
            double[] sorted =
                    asked.stream().mapToDouble(Asked::milliseconds).sorted().toArray();
            return sorted[(int) Math.min(sorted.length - 1L, Math.round(Math.ceil(share * sorted.length)) - 1)];
        }

        double found() {
            List<Asked> judged = asked.stream().filter(Asked::judged).toList();
            return (double) judged.stream().filter(Asked::found).count() / Math.max(1, judged.size());
        }

        List<String> slowest() {
            return asked.stream()
                    .sorted((one, other) -> Double.compare(other.milliseconds(), one.milliseconds()))
                    .limit(8)
                    .map(each -> "%.0f ms «%s»".formatted(each.milliseconds(), each.typed()))
                    .toList();
        }
    }

    private static Storm storm(KnowledgeBase knowledge, List<Question> questions) {
        ExecutorService operators = Executors.newFixedThreadPool(16);
        try {
            List<Future<Asked>> running = new ArrayList<>();
            long begun = System.nanoTime();
            for (int i = 0; i < questions.size(); i++) {
                long due = begun + i * (TimeUnit.SECONDS.toNanos(1) / A_SECOND);
                Question question = questions.get(i);
                while (System.nanoTime() < due) {
                    java.util.concurrent.locks.LockSupport.parkNanos(due - System.nanoTime());
                }
                running.add(operators.submit(() -> ask(knowledge, question, due)));
            }
            List<Asked> asked = new ArrayList<>();
            for (Future<Asked> each : running) {
                asked.add(each.get());
            }
            return new Storm(asked);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while searching", e);
        } catch (java.util.concurrent.ExecutionException e) {
            throw new IllegalStateException("A search failed", e);
        } finally {
            operators.shutdownNow();
        }
    }

    private static Asked ask(KnowledgeBase knowledge, Question question, long due) {
        List<String> titles = knowledge.search(question.typed(), 5).stream()
                .map(found -> found.current().edition().title())
                .toList();
        double milliseconds = (System.nanoTime() - due) / 1e6;
        boolean found = question.meant()
                .filter(meant -> titles.stream().anyMatch(meant::isMetBy))
                .isPresent();
        return new Asked(milliseconds, question.meant().isPresent(), found, question.typed());
    }

    /** The slowest of a few, one after the other: seconds each. */
    private double own(JdbcClient jdbc, List<Question> questions) {
        jdbc.sql(
                        "create index own_search on perezvon.knowledge_version using gin (to_tsvector('russian', title || ' ' || text))")
                .update();
        jdbc.sql("vacuum analyze perezvon.knowledge_version").update();
        double[] times = questions.stream()
                .limit(A_FEW)
                .mapToDouble(question -> {
                    long begun = System.nanoTime();
                    jdbc.sql(OWN)
                            .param("query", String.join(" | ", question.typed().split("[^\\p{L}\\p{N}]+")))
                            .query(Long.class)
                            .list();
                    return (System.nanoTime() - begun) / 1e6;
                })
                .toArray();
        Arrays.sort(times);
        return times[times.length - 1];
    }

    private static HikariDataSource database(String url) {
        HikariDataSource database = new HikariDataSource();
        database.setJdbcUrl(url);
        database.setUsername("postgres");
        database.setPassword("postgres");
        database.setMaximumPoolSize(16);
        return database;
    }

    private static void migrate(HikariDataSource database) {
        Flyway.configure()
                .dataSource(database)
                .defaultSchema("perezvon")
                .locations("classpath:db/migration")
                .javaMigrations(EngineTables.migration())
                .createSchemas(true)
                .load()
                .migrate();
    }
}
