package org.perezvon.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Queue;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.perezvon.testing.MovableClock;
import org.perezvon.testing.ScriptedSmtp;
import org.springframework.boot.ssl.DefaultSslBundleRegistry;

class AccessTokensTest {

    private final MovableClock clock = new MovableClock();
    private final AccessTokens tokens = new AccessTokens(clock);
    private final List<String> asked = new ArrayList<>();
    private final Queue<String> answers = new ArrayDeque<>();
    private HttpServer server;

    @BeforeEach
    void serve() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 10);
        server.createContext("/token", exchange -> {
            asked.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            String answer = answers.isEmpty() ? "{\"error\":\"invalid_client\"}" : answers.remove();
            byte[] body = answer.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            exchange.sendResponseHeaders(answer.contains("error") ? 400 : 200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
        clock.release();
    }

    @Test
    void a_token_is_asked_for_once_and_again_shortly_before_it_runs_out() {
        answers.add(token("first", 3600, null));
        answers.add(token("second", 3600, null));

        assertThat(tokens.token(settings(null))).isEqualTo("first");
        clock.forward(Duration.ofMinutes(58));
        assertThat(tokens.token(settings(null))).isEqualTo("first");
        clock.forward(Duration.ofMinutes(1).plusSeconds(1));
        assertThat(tokens.token(settings(null))).isEqualTo("second");

        assertThat(asked).hasSize(2).allMatch(body -> body.contains("grant_type=client_credentials"));
    }

    @Test
    void a_token_that_the_mail_server_refused_is_not_used_again() {
        answers.add(token("revoked", 3600, null));
        answers.add(token("good", 3600, null));
        tokens.token(settings(null));

        tokens.refused(settings(null));

        assertThat(tokens.token(settings(null))).isEqualTo("good");
    }

    @Test
    void a_server_of_letters_that_refuses_a_token_is_shown_a_new_one_the_next_time() throws MessagingException {
        answers.add(token("revoked", 3600, null));
        answers.add(token("good", 3600, null));
        try (ScriptedSmtp smtp = new ScriptedSmtp()) {
            smtp.answer("EHLO", "250-scripted.example\r\n250 AUTH XOAUTH2");
            smtp.answer("AUTH", "535 5.7.8 token expired");
            MailSettings.Smtp route = new MailSettings.Smtp(
                    "127.0.0.1", smtp.port(), "vopros", null, MailSettings.Tls.NONE, null, settings(null));
            ServerAccess access = Locksmith.access(new DefaultSslBundleRegistry(), clock);
            Session session = access.session(route, "smtp", Duration.ofSeconds(10));

            assertThatThrownBy(() -> access.logIn(session.getTransport("smtp"), route))
                    .isInstanceOf(AuthenticationFailedException.class);
            smtp.answer("AUTH", "235 welcome");
            Transport second = session.getTransport("smtp");
            access.logIn(second, route);
            second.close();

            assertThat(smtp.commands().stream()
                            .filter(command -> command.startsWith("AUTH"))
                            .map(AccessTokensTest::shown))
                    .containsExactly("revoked", "good");
        }
    }

    @Test
    void a_refresh_token_is_used_and_so_is_the_one_that_replaces_it() {
        answers.add(token("first", 1, "second-refresh"));
        answers.add(token("second", 3600, null));

        tokens.token(settings("first-refresh"));
        tokens.token(settings("first-refresh"));

        assertThat(asked.get(0)).contains("grant_type=refresh_token").contains("refresh_token=first-refresh");
        assertThat(asked.get(1)).contains("refresh_token=second-refresh");
    }

    @Test
    void what_the_token_server_answers_is_said_in_words_and_can_be_cured() {
        assertThatThrownBy(() -> tokens.token(settings(null)))
                .isInstanceOf(NoAccessToken.class)
                .hasMessageContaining("не выдал токен")
                .hasMessageContaining("invalid_client");

        answers.add(token("good", 3600, null));

        assertThat(tokens.token(settings(null))).isEqualTo("good");
    }

    private MailSettings.Oauth2 settings(@Nullable String refreshToken) {
        return new MailSettings.Oauth2(
                "http://127.0.0.1:" + server.getAddress().getPort() + "/token",
                "perezvon",
                "secret",
                refreshToken,
                List.of("mail"));
    }

    /** {@code AUTH XOAUTH2} and the token, with the name of the account before it. */
    private static String shown(String command) {
        String said = new String(Base64.getDecoder().decode(command.split(" ")[2]), StandardCharsets.UTF_8);
        return said.substring(said.indexOf("Bearer ") + 7).trim();
    }

    private static String token(String value, int seconds, @Nullable String refreshToken) {
        return "{\"token_type\":\"Bearer\",\"access_token\":\"" + value + "\",\"expires_in\":" + seconds
                + (refreshToken == null ? "" : ",\"refresh_token\":\"" + refreshToken + "\"") + "}";
    }
}
