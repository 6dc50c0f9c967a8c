package org.perezvon.inquiry;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.perezvon.engine.DeployedFileRule;
import org.perezvon.worktime.Terms;
import org.springframework.stereotype.Component;

/** A table of terms comes into force only when every row of it is a term: a wrong one would be found out by a citizen. */
@Component
class TermTableRule implements DeployedFileRule {

    @Override
    public boolean concerns(String name) {
        return name.endsWith(Terms.FILE);
    }

    @Override
    public List<String> objections(byte[] content) {
        try {
            Terms.read(new ByteArrayInputStream(content));
            return List.of();
        } catch (IllegalArgumentException e) {
            return List.of(String.valueOf(e.getMessage()));
        } catch (IOException e) {
            throw new UncheckedIOException("Bytes in memory can be read", e);
        }
    }
}
