package org.perezvon.engine;

import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.camunda.bpm.dmn.engine.DmnDecisionResult;
import org.camunda.bpm.engine.DecisionService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Decision tables as the other rooms see them: questions in, one row out. */
@Component
public class Decisions {

    private static final int MOST_ANSWERS = 10_000;

    private final DecisionService decisions;
    private final RepositoryService repository;
    private final ProcessEngineConfigurationImpl engine;
    private final Map<Asked, Optional<Map<String, @Nullable Object>>> answers = new ConcurrentHashMap<>();

    private record Asked(String version, Map<String, String> questions) {}

    Decisions(DecisionService decisions, RepositoryService repository, ProcessEngineConfigurationImpl engine) {
        this.decisions = decisions;
        this.repository = repository;
        this.engine = engine;
    }

    /**
     * The row of a table that applies, as its newest version in the engine says. The table is asked on behalf of the
     * product, whoever is logged in.
     *
     * @param key id of the decision
     * @return cells by output name, empty ones as null; nothing when no row applies
     */
    public Optional<Map<String, @Nullable Object>> row(String key, Map<String, ?> questions) {
        DmnDecisionResult rows = engine.getCommandExecutorTxRequired()
                .execute(command -> command.runWithoutAuthorization(() -> decisions
                        .evaluateDecisionByKey(key)
                        .variables(new LinkedHashMap<>(questions))
                        .evaluate()));
        return rows.isEmpty()
                ? Optional.empty()
                : Optional.of(new LinkedHashMap<>(rows.get(0).getEntryMap()));
    }

    /**
     * A table in its newest version that remembers what it has answered: for questions asked with every word somebody types.
     * Only for few different questions, and never with what a citizen said.
     *
     * @return answers like {@link #row}
     */
    public Function<Map<String, String>, Optional<Map<String, @Nullable Object>>> remembering(String key) {
        String version = newest(key);
        return questions -> {
            Asked asked = new Asked(version, Map.copyOf(questions));
            Optional<Map<String, @Nullable Object>> known = answers.get(asked);
            if (known == null) {
                known = row(key, questions);
                if (answers.size() >= MOST_ANSWERS) {
                    answers.clear();
                }
                answers.put(asked, known);
            }
            return known;
        };
    }

    /** The file of a table, as its newest version in the engine was deployed. */
    public InputStream source(String key) {
        return engine.getCommandExecutorTxRequired()
                .execute(command -> command.runWithoutAuthorization(() -> repository.getDecisionModel(newest(key))));
    }

    private String newest(String key) {
        return engine.getCommandExecutorTxRequired()
                .execute(command -> command.runWithoutAuthorization(() -> repository
                        .createDecisionDefinitionQuery()
                        .decisionDefinitionKey(key)
                        .latestVersion()
                        .singleResult()
                        .getId()));
    }
}
