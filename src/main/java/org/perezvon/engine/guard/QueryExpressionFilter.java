package org.perezvon.engine.guard;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * The same refusal as {@link QueryGuard}, one wall further out: a query or filter that names an expression does not even
 * reach the engine. What it cannot read in full and for certain, it refuses.
 */
class QueryExpressionFilter extends OncePerRequestFilter {

    private static final Logger log = LoggerFactory.getLogger(QueryExpressionFilter.class);

    /** Tasks and filters, under the engine's own interface and under the one Tasklist uses. */
    private static final Pattern QUERIES = Pattern.compile(".*/(task|filter)(/.*)?");

    private static final Set<String> WITH_BODY = Set.of("POST", "PUT", "PATCH");
    private static final String FORBIDDEN_ENDING = "Expression";

    /** Bytes; Tasklist's largest queries take a few thousand. */
    private static final int LONGEST_BODY = 1 << 20;

    private final JsonFactory json = new JsonFactory();

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        String rest = request.getPathInfo();
        return !QUERIES.matcher(request.getServletPath() + (rest == null ? "" : rest))
                .matches();
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (Collections.list(request.getParameterNames()).stream().anyMatch(QueryExpressionFilter::forbidden)) {
            refuse(request, response, HttpStatus.BAD_REQUEST, QueryGuard.REFUSAL);
            return;
        }
        if (!WITH_BODY.contains(request.getMethod())) {
            chain.doFilter(request, response);
            return;
        }
        if (request.getHeader(HttpHeaders.CONTENT_ENCODING) != null || !speaksUtf8(request)) {
            refuse(request, response, HttpStatus.UNSUPPORTED_MEDIA_TYPE, "Запрос должен быть в UTF-8 и без сжатия.");
            return;
        }
        byte[] body = request.getInputStream().readNBytes(LONGEST_BODY + 1);
        if (body.length > LONGEST_BODY) {
            refuse(request, response, HttpStatus.PAYLOAD_TOO_LARGE, "Запрос длиннее 1 МБ.");
        } else if (!isForm(request) && namesExpression(body)) {
            refuse(request, response, HttpStatus.BAD_REQUEST, QueryGuard.REFUSAL);
        } else {
            chain.doFilter(new ReadAgain(request, body), response);
        }
    }

    /** Another charset could spell the forbidden word with other bytes for the engine than for us. */
    private static boolean speaksUtf8(HttpServletRequest request) {
        String charset = request.getCharacterEncoding();
        return charset == null || charset.equalsIgnoreCase(StandardCharsets.UTF_8.name());
    }

    private static boolean isForm(HttpServletRequest request) {
        String type = request.getContentType();
        return type != null && type.toLowerCase(Locale.ROOT).startsWith("multipart/");
    }

    /** Whether any field on any level has a forbidden name; so does a body that is not JSON from end to end. */
    private boolean namesExpression(byte[] body) throws IOException {
        try (JsonParser parser = json.createParser(body)) {
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                if (token == JsonToken.FIELD_NAME && forbidden(parser.currentName())) {
                    return true;
                }
            }
            return false;
        } catch (JsonProcessingException unreadable) {
            return true;
        }
    }

    private static boolean forbidden(String name) {
        return name.endsWith(FORBIDDEN_ENDING);
    }

    private static void refuse(HttpServletRequest request, HttpServletResponse response, HttpStatus status, String why)
            throws IOException {
        log.warn("Refused a query by {}: {} {}", request.getRemoteUser(), request.getMethod(), request.getRequestURI());
        response.setStatus(status.value());
        response.setContentType(MediaType.APPLICATION_JSON_VALUE);
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        // In the shape of the engine's own errors, so that Tasklist shows it.
        response.getWriter().write("{\"type\":\"InvalidRequestException\",\"message\":\"" + why + "\"}");
    }

    /** The request with the body that was read, to be read once more. */
    private static final class ReadAgain extends HttpServletRequestWrapper {

        private final byte[] body;

        ReadAgain(HttpServletRequest request, byte[] body) {
            super(request);
            this.body = body;
        }

        @Override
        public ServletInputStream getInputStream() {
            return new Kept(new ByteArrayInputStream(body));
        }

        @Override
        public BufferedReader getReader() {
            return new BufferedReader(new InputStreamReader(getInputStream(), charset()));
        }

        private Charset charset() {
            return StandardCharsets.UTF_8;
        }
    }

    private static final class Kept extends ServletInputStream {

        private final ByteArrayInputStream bytes;

        Kept(ByteArrayInputStream bytes) {
            this.bytes = bytes;
        }

        @Override
        public int read() {
            return bytes.read();
        }

        @Override
        public int read(byte[] buffer, int offset, int length) {
            return bytes.read(buffer, offset, length);
        }

        @Override
        public boolean isFinished() {
            return bytes.available() == 0;
        }

        @Override
        public boolean isReady() {
            return true;
        }

        @Override
        public void setReadListener(ReadListener listener) {
            throw new UnsupportedOperationException("Nobody reads a query asynchronously");
        }
    }
}
