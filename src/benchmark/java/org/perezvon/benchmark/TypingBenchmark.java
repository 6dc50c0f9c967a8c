package org.perezvon.benchmark;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.perezvon.testing.Api;
import org.perezvon.testing.Staff;
import org.perezvon.testing.Visitor;

/** Competent agencies are proposed while operators type, in a directory of 500 agencies with a year of questions behind it. */
final class TypingBenchmark {

    private static final Instant MORNING = Instant.parse("2026-11-17T02:30:00Z");
    private static final int ROUNDS = Integer.getInteger("benchmark.rounds", 2) * 5;
    private static final int WARM_UP = 5;
    private static final int TOGETHER = 4;

    /** As citizens put it; none of it is one of the phrases by itself. */
    private static final List<String> QUESTIONS = List.of(
            "Добрый день, у нас во дворе третью неделю не вывозят мусор, кому жаловаться и когда вывезут?",
            "Положена ли субсидия на оплату квартиры, если муж на пенсии, а я получаю пособие по уходу за ребёнком?",
            "Ребёнка не взяли в детский сад, очередь не двигается с прошлого года, куда обратиться за направлением",
            "В поликлинике нет записи к врачу на месяц вперёд, а рецепт на льготные лекарства закончился вчера",
            "Отключили отопление в подъезде, управляющая компания трубку не берёт, дома ребёнок и пенсионер",
            "Как получить справку из архива о стаже, если предприятие закрыто и договор потерян при пожаре?",
            "Остановка автобуса завалена снегом, дорога к школе не освещается, маршрут сократили без объявления",
            "Можно ли оформить аренду участка земли под огород и нужна ли для этого регистрация по месту жительства");

    Findings run() {
        try (Server server = new Server();
                Product product = Product.start(server.create("typing"), MORNING, List.of())) {
            product.agencies().one();
            new BigDirectoryStore(product.jdbc()).fill();
            Operator operator = new Operator(product.port());
            operator.types(WARM_UP);
            List<Double> answers = new ArrayList<>();
            Work work = Work.measured(product.jdbc(), operator.types(1).size() * ROUNDS, () -> {
                answers.addAll(operator.types(ROUNDS));
                return answers.stream().mapToDouble(Double::doubleValue).sum() / 1000;
            });
            System.out.println(work);
            double[] alone = sorted(answers);
            double[] together = sorted(together(product.port()));
            Findings findings = new Findings();
            findings.told("one operator, median of " + alone.length, share(alone, 50), Double.NaN, Unit.MILLISECONDS);
            findings.atMost("one operator, 99 of 100", share(alone, 99), 50, Unit.MILLISECONDS);
            findings.told(
                    TOGETHER + " operators without a pause, median",
                    share(together, 50),
                    Double.NaN,
                    Unit.MILLISECONDS);
            findings.told(
                    TOGETHER + " operators without a pause, 99 of 100",
                    share(together, 99),
                    Double.NaN,
                    Unit.MILLISECONDS);
            return findings;
        }
    }

    private static List<Double> together(int port) {
        return IntStream.range(0, TOGETHER)
                .mapToObj(i -> CompletableFuture.supplyAsync(() -> new Operator(port).types(ROUNDS)))
                .toList()
                .stream()
                .flatMap(typed -> typed.join().stream())
                .toList();
    }

    private static double[] sorted(List<Double> times) {
        double[] sorted = times.stream().mapToDouble(Double::doubleValue).toArray();
        Arrays.sort(sorted);
        return sorted;
    }

    private static double share(double[] sorted, int percent) {
        return sorted[Math.min(sorted.length - 1, sorted.length * percent / 100)];
    }

    /** Somebody logged in, in whose form each pause asks once. */
    private static final class Operator {

        private final Visitor visitor;
        private final String[] token;

        Operator(int port) {
            visitor = Visitor.browser(port);
            visitor.login(Staff.OPERATOR, Staff.PASSWORD);
            JsonNode csrf = Api.json(visitor.get("/api/session")).get("csrf");
            token = new String[] {csrf.get("header").asText(), csrf.get("token").asText()};
        }

        /** @return milliseconds of each answer */
        List<Double> types(int rounds) {
            List<Double> times = new ArrayList<>();
            for (int round = 0; round < rounds; round++) {
                for (String question : QUESTIONS) {
                    for (int end = 4 + round % 3; end < question.length(); end += 5) {
                        times.add(ask(question.substring(0, end)));
                    }
                }
            }
            return times;
        }

        private double ask(String typed) {
            long start = System.nanoTime();
            HttpResponse<String> answer =
                    visitor.post("/api/competence", "{\"text\":\"" + typed.replace("\"", "") + "\"}", token);
            if (answer.statusCode() != 200) {
                throw new IllegalStateException("Could not be proposed: " + answer.statusCode() + answer.body());
            }
            return (System.nanoTime() - start) / 1e6;
        }
    }
}
