package org.perezvon.question;

import static org.mockito.ArgumentMatchers.anyMap;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.dmn.engine.DmnDecisionResult;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.DmnEngineConfiguration;
import org.jspecify.annotations.Nullable;
import org.perezvon.engine.Decisions;

/** The decision tables that ship with the product, asked without the house around them. */
final class ShippedTables {

    private static final DmnEngine ENGINE =
            DmnEngineConfiguration.createDefaultDmnEngineConfiguration().buildEngine();

    private ShippedTables() {}

    static CallBackTables tables() {
        Decisions decisions = mock(Decisions.class);
        when(decisions.row(anyString(), anyMap())).thenAnswer(asked -> row(asked.getArgument(0), asked.getArgument(1)));
        return new CallBackTables(decisions);
    }

    private static Optional<Map<String, @Nullable Object>> row(String table, Map<String, Object> questions) {
        try (InputStream file = Files.newInputStream(Path.of("processes", table + ".dmn"))) {
            DmnDecisionResult rows = ENGINE.evaluateDecision(table, file, new HashMap<>(questions));
            return rows.isEmpty()
                    ? Optional.empty()
                    : Optional.of(new LinkedHashMap<>(rows.get(0).getEntryMap()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
