package org.perezvon.engine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * Where diagrams, forms and the letters' wording come from.
 *
 * @param folder a mounted folder holding {@code processes/} and {@code forms/}; absent: those shipped in the jar
 */
@ConfigurationProperties("perezvon.processes")
public record ProcessesFolder(@Nullable Path folder) {

    /** Files by pattern below the root, e.g. {@code processes/*.bpmn}, sorted by name. */
    public List<Resource> matching(String pattern) {
        String root = folder == null ? "classpath*:" : folder.toUri().toString();
        String separator = root.endsWith("/") || root.endsWith(":") ? "" : "/";
        try {
            return Arrays.stream(new PathMatchingResourcePatternResolver().getResources(root + separator + pattern))
                    .filter(Resource::isReadable)
                    .sorted(Comparator.comparing(
                            Resource::getFilename, Comparator.nullsFirst(Comparator.naturalOrder())))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "Не удалось прочитать папку с диаграммами: " + root + separator + pattern, e);
        }
    }
}
