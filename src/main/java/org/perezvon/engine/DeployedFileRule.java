package org.perezvon.engine;

import java.util.List;

/**
 * What a room demands of a file before it may come into force, whoever deploys it: from the jar, from a folder, from
 * Modeler. The engine asks every rule of the application context.
 */
public interface DeployedFileRule {

    /** @param name the file's flat name: {@code inquiry-terms.dmn} */
    boolean concerns(String name);

    /** @return Russian sentences about what cannot stand; none when all is well */
    List<String> objections(byte[] content);
}
