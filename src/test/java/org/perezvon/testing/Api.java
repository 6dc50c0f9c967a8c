package org.perezvon.testing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpResponse;

/** A program that speaks our REST interface and the engine's, with somebody's name and password. */
public final class Api {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Visitor visitor;

    public Api(Visitor visitor) {
        this.visitor = visitor;
    }

    public JsonNode get(String path) {
        return accepted(path, visitor.get(path));
    }

    /** For refusals that are expected. */
    public HttpResponse<String> tryGet(String path) {
        return visitor.get(path);
    }

    /** A file that must be there. */
    public byte[] bytes(String path) {
        HttpResponse<byte[]> response = visitor.fetch(path);
        if (response.statusCode() != 200) {
            throw new AssertionError(path + " answered " + response.statusCode());
        }
        return response.body();
    }

    /** @param body anything Jackson can write */
    public JsonNode post(String path, Object body, String... headers) {
        return accepted(path, tryPost(path, body, headers));
    }

    public JsonNode put(String path, Object body) {
        try {
            return accepted(path, visitor.put(path, JSON.writeValueAsString(body)));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    /** For refusals that are expected. */
    public HttpResponse<String> tryPost(String path, Object body, String... headers) {
        try {
            return visitor.post(path, JSON.writeValueAsString(body), headers);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    public static JsonNode json(HttpResponse<String> response) {
        try {
            return JSON.readTree(response.body());
        } catch (JsonProcessingException e) {
            throw new AssertionError("Not JSON: " + response.body(), e);
        }
    }

    private static JsonNode accepted(String path, HttpResponse<String> response) {
        if (response.statusCode() / 100 != 2) {
            throw new AssertionError(path + " answered " + response.statusCode() + ": " + response.body());
        }
        return json(response);
    }
}
