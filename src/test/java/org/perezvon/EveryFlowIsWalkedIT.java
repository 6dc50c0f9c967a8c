package org.perezvon;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.junit.jupiter.api.Test;

/** After all tests: every sequence flow of every diagram was taken by one of them. The report tells the same in pictures. */
class EveryFlowIsWalkedIT {

    private static final Path REPORT = Path.of("target", "process-test-coverage", "tests", "report.json");

    @Test
    void no_way_through_a_diagram_is_left_that_no_test_has_walked() throws IOException {
        Set<String> walked = walked();

        List<String> left = diagrams().stream()
                .flatMap(EveryFlowIsWalkedIT::flows)
                .filter(flow -> !walked.contains(flow.id()))
                .map(Flow::inWords)
                .sorted()
                .toList();

        assertThat(left).as("flows no test has walked").isEmpty();
    }

    private record Flow(String id, String from, String to) {

        String inWords() {
            return id + " (" + from + " -> " + to + ")";
        }
    }

    private static Set<String> walked() throws IOException {
        Set<String> walked = new HashSet<>();
        JsonNode report = new ObjectMapper().readTree(REPORT.toFile());
        for (JsonNode suite : report.get("suites")) {
            for (JsonNode run : suite.get("runs")) {
                for (JsonNode event : run.get("events")) {
                    walked.add(event.get("modelKey").asText() + ": "
                            + event.get("definitionKey").asText());
                }
            }
        }
        return walked;
    }

    private static List<Path> diagrams() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("processes"))) {
            return files.filter(file -> file.toString().endsWith(".bpmn")).toList();
        }
    }

    private static Stream<Flow> flows(Path diagram) {
        BpmnModelInstance model = Bpmn.readModelFromFile(diagram.toFile());
        String key =
                model.getModelElementsByType(Process.class).iterator().next().getId();
        return model.getModelElementsByType(SequenceFlow.class).stream()
                .map(flow -> new Flow(
                        key + ": " + flow.getId(),
                        flow.getSource().getId(),
                        flow.getTarget().getId()));
    }
}
