package org.perezvon.engine;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.Deployment;
import org.camunda.bpm.engine.repository.DeploymentBuilder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.core.io.Resource;
import org.springframework.stereotype.Component;

/**
 * Deploys the diagrams together with their forms under flat, stable names when the application starts. Nothing is deployed
 * when nothing has changed since the last start, so an edit made from Modeler meanwhile stays in force.
 */
@Component
class ProcessDeployment implements SmartLifecycle {

    static final String NAME = "perezvon";

    /** Before the mail room's fetchers and the job executor: nothing may arrive before there is a process for it. */
    static final int PHASE = -1000;

    private static final Logger log = LoggerFactory.getLogger(ProcessDeployment.class);
    private static final List<String> PATTERNS = List.of("processes/*.bpmn", "processes/*.dmn", "forms/*");

    private final RepositoryService repository;
    private final ProcessesFolder folder;
    private volatile boolean running;

    ProcessDeployment(RepositoryService repository, ProcessesFolder folder) {
        this.repository = repository;
        this.folder = folder;
    }

    @Override
    public void start() {
        DeploymentBuilder deployment = repository.createDeployment().name(NAME).enableDuplicateFiltering(false);
        List<Resource> resources =
                PATTERNS.stream().map(folder::matching).flatMap(List::stream).toList();
        resources.forEach(resource -> add(deployment, resource));
        Deployment deployed = deployment.deploy();
        log.info("Diagrams in force: deployment {} of {} files", deployed.getId(), resources.size());
        running = true;
    }

    private static void add(DeploymentBuilder deployment, Resource resource) {
        String name = Objects.requireNonNull(resource.getFilename());
        try (InputStream content = resource.getInputStream()) {
            deployment.addInputStream(name, content);
        } catch (IOException e) {
            throw new UncheckedIOException("Не удалось прочитать «" + name + "»", e);
        }
    }

    @Override
    public void stop() {
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public int getPhase() {
        return PHASE;
    }
}
