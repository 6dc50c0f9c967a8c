package org.perezvon.security;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.stereotype.Component;

/** Says no: to programs by a problem detail (RFC 9457) whose {@code detail} a person can read, to people by a page. */
@Component
class Refusals {

    private static final String ASK_FOR_PASSWORD = "Basic realm=\"Perezvon\", charset=\"UTF-8\"";

    /** A scheme no browser knows, so that none opens its own password window over Tasklist. */
    private static final String ASK_FOR_LOGIN = "FormBased realm=\"Perezvon\"";

    private final ObjectMapper json;

    Refusals(ObjectMapper json) {
        this.json = json;
    }

    void unknown(HttpServletRequest request, HttpServletResponse response, AuthenticationException why)
            throws IOException {
        boolean fromPage = request.getHeader("Sec-Fetch-Mode") != null;
        response.setHeader(HttpHeaders.WWW_AUTHENTICATE, fromPage ? ASK_FOR_LOGIN : ASK_FOR_PASSWORD);
        boolean tried = request.getHeader(HttpHeaders.AUTHORIZATION) != null;
        write(
                response,
                HttpStatus.UNAUTHORIZED,
                "Нужен вход",
                tried
                        ? "Неверное имя или пароль. После неудачной попытки учётная запись не отвечает до минуты."
                        : "Войдите по имени и паролю: программа — заголовком Authorization (Basic), человек — на странице /login.");
    }

    void forbidden(HttpServletRequest request, HttpServletResponse response, AccessDeniedException why)
            throws IOException {
        if (Caller.PERSON.matches(request)) {
            response.sendError(HttpStatus.FORBIDDEN.value());
            return;
        }
        write(
                response,
                HttpStatus.FORBIDDEN,
                "Доступ закрыт",
                why instanceof CsrfException
                        ? "Страница устарела или запрос пришёл с чужого сайта. Обновите страницу и повторите."
                        : "У вашей учётной записи нет права на это действие. Обратитесь к администратору.");
    }

    private void write(HttpServletResponse response, HttpStatus status, String title, String detail)
            throws IOException {
        if (response.isCommitted()) {
            return;
        }
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, detail);
        problem.setTitle(title);
        response.setStatus(status.value());
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        json.writeValue(response.getOutputStream(), problem);
    }
}
