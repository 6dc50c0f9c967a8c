package org.perezvon.console;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Arrays;
import java.util.List;

/** What the console said to a command, without a process of its own. */
record Said(int code, String out, String err) {

    static Said to(String... words) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int code = new Replies("(проба)", new PrintWriter(out), new PrintWriter(err)).answer(List.of(words));
        return new Said(code, out.toString(), err.toString());
    }

    /** A command as one line, its words between blanks; quotes keep blanks. */
    static Said toLine(String line) {
        return to(Arrays.stream(line.strip().split(" +(?=(?:[^']*'[^']*')*[^']*$)"))
                .map(word -> word.replace("'", ""))
                .toArray(String[]::new));
    }

    JsonNode json() {
        try {
            return new ObjectMapper().readTree(out);
        } catch (JsonProcessingException e) {
            throw new AssertionError("No JSON: " + out + err, e);
        }
    }
}
