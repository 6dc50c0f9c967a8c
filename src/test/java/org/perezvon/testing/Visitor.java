package org.perezvon.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Somebody at the door over real HTTP: a browser with its cookies or a program with its password. Follows no redirect. */
public final class Visitor {

    private static final Pattern FORM_TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

    private final String house;
    private final CookieManager cookies = new CookieManager();
    private final HttpClient http = HttpClient.newBuilder()
            .cookieHandler(cookies)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
    private final Optional<String> password;

    private Visitor(int port, Optional<String> password) {
        this.house = "http://localhost:" + port;
        this.password = password;
    }

    public static Visitor browser(int port) {
        return new Visitor(port, Optional.empty());
    }

    public static Visitor program(int port, String user, String password) {
        String pair = Base64.getEncoder().encodeToString((user + ":" + password).getBytes(StandardCharsets.UTF_8));
        return new Visitor(port, Optional.of("Basic " + pair));
    }

    /** Fills in the login page and sends it. */
    public HttpResponse<String> login(String user, String secret) {
        String page = open("/login").body();
        Matcher token = FORM_TOKEN.matcher(page);
        if (!token.find()) {
            throw new IllegalStateException("The login page has no form token");
        }
        return form(
                "/login",
                "_csrf=" + encoded(token.group(1)) + "&name=" + encoded(user) + "&password=" + encoded(secret));
    }

    /** As a person opens a page. */
    public HttpResponse<String> open(String path) {
        return send(request(path)
                .header("Accept", "text/html,application/xhtml+xml")
                .GET());
    }

    public HttpResponse<String> get(String path) {
        return send(request(path).header("Accept", "application/json").GET());
    }

    /** As a browser saves what a link leads to. */
    public HttpResponse<byte[]> bytes(String path) {
        return send(request(path).header("Accept", "*/*").GET(), BodyHandlers.ofByteArray());
    }

    /** As a monitoring system collects figures. */
    public HttpResponse<String> figures() {
        return send(
                request("/actuator/prometheus").header("Accept", "text/plain").GET());
    }

    /** @param headers name, value, name, value … */
    public HttpResponse<String> post(String path, String json, String... headers) {
        HttpRequest.Builder request = request(path)
                .header("Accept", "application/json")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(json));
        return send(headers.length == 0 ? request : request.headers(headers));
    }

    public HttpResponse<String> put(String path, String json, String... headers) {
        HttpRequest.Builder request = request(path)
                .header("Accept", "application/json")
                .header("Content-Type", "application/json")
                .PUT(BodyPublishers.ofString(json));
        return send(headers.length == 0 ? request : request.headers(headers));
    }

    public HttpResponse<String> form(String path, String fields) {
        return send(request(path)
                .header("Accept", "text/html")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(fields)));
    }

    /** Deploys files the way Camunda Modeler does. @param files name, content, name, content … */
    public HttpResponse<String> deploy(String... files) {
        String boundary = "a-boundary-nobody-writes";
        StringBuilder body = new StringBuilder();
        part(body, boundary, "name=\"deployment-name\"", "from Modeler");
        for (int i = 0; i < files.length; i += 2) {
            part(body, boundary, "name=\"" + files[i] + "\"; filename=\"" + files[i] + "\"", files[i + 1]);
        }
        body.append("--").append(boundary).append("--\r\n");
        return send(request("/engine-rest/deployment/create")
                .header("Accept", "application/json")
                .header("Content-Type", "multipart/form-data; boundary=" + boundary)
                .POST(BodyPublishers.ofString(body.toString())));
    }

    private static void part(StringBuilder body, String boundary, String disposition, String content) {
        body.append("--").append(boundary).append("\r\nContent-Disposition: form-data; ");
        body.append(disposition).append("\r\n\r\n").append(content).append("\r\n");
    }

    public Optional<String> cookie(String name) {
        return cookies.getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().equals(name))
                .map(HttpCookie::getValue)
                .findFirst();
    }

    /** What Camunda's own pages send along with each write. */
    public String[] camundaToken() {
        get("/camunda/api/engine/engine/");
        return new String[] {"X-XSRF-TOKEN", cookie("XSRF-TOKEN").orElseThrow()};
    }

    private HttpRequest.Builder request(String path) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(house + path));
        password.ifPresent(secret -> request.header("Authorization", secret));
        return request;
    }

    /** A file, whatever is in it. */
    public HttpResponse<byte[]> fetch(String path) {
        return send(request(path).header("Accept", "*/*").GET(), BodyHandlers.ofByteArray());
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        return send(request, BodyHandlers.ofString());
    }

    private <T> HttpResponse<T> send(HttpRequest.Builder request, HttpResponse.BodyHandler<T> body) {
        try {
            return http.send(request.build(), body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
