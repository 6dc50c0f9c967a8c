package org.perezvon.engine.guard;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.impl.persistence.deploy.Deployer;
import org.camunda.bpm.engine.impl.persistence.entity.DeploymentEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ResourceEntity;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.perezvon.engine.DeployedFileRule;

/**
 * Looks through everything that is deployed, from the jar, from a folder or from Modeler, before the engine does. Whoever
 * deploys a diagram could otherwise run code of his own. What was admitted once is not looked through again when a node
 * reads it from the database: a stricter rule must not stop questions that are under way.
 */
class DeploymentGate implements Deployer {

    private static final List<String> DIAGRAMS = List.of("bpmn20.xml", "bpmn");
    private static final List<String> DECISIONS = List.of("dmn11.xml", "dmn");
    private static final List<String> CASES = List.of("cmmn11.xml", "cmmn10.xml", "cmmn");

    private final ProcessBeans beans;
    private final List<DeployedFileRule> rules;

    DeploymentGate(ProcessBeans beans, List<DeployedFileRule> rules) {
        this.beans = beans;
        this.rules = rules;
    }

    @Override
    public void deploy(DeploymentEntity deployment) {
        if (deployment.isNew()) {
            Map<String, ResourceEntity> files = deployment.getResources();
            files.values().forEach(file -> inspect(file, files.keySet()));
        }
    }

    private void inspect(ResourceEntity resource, Set<String> deployedTogether) {
        if (endsWith(resource, DIAGRAMS)) {
            new DiagramInspection(resource.getName(), resource.getBytes(), beans, deployedTogether).insist();
        } else if (endsWith(resource, DECISIONS)) {
            new DecisionInspection(resource.getName(), resource.getBytes(), rules).insist();
        } else if (endsWith(resource, CASES)) {
            new Refused(resource.getName(), resource.getBytes()).insist();
        }
    }

    private static boolean endsWith(ResourceEntity resource, List<String> suffixes) {
        return suffixes.stream().anyMatch(resource.getName()::endsWith);
    }

    /** A kind of file this engine does not run at all. */
    private static final class Refused extends Inspection {

        Refused(String file, byte[] content) {
            super(file, content);
        }

        @Override
        protected void inspect(Element root) {
            object(root, "модели CMMN здесь не исполняются", "нарисуйте процесс BPMN");
        }
    }
}
