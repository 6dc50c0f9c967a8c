package org.perezvon;

import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.perezvon.kernel.Conflict;
import org.perezvon.kernel.InvalidInput;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;

/** Refusals of our REST API as problem details (RFC 9457): what, why and what to do, in Russian. */
@RestControllerAdvice("org.perezvon")
class ProblemAdvice extends ResponseEntityExceptionHandler {

    private static final String CHARACTER_NOT_IN_REPERTOIRE = "22021";

    private static final Logger log = LoggerFactory.getLogger(ProblemAdvice.class);

    @ExceptionHandler
    ProblemDetail refused(InvalidInput refusal) {
        return problem(refusal.problems());
    }

    @ExceptionHandler
    ProblemDetail refused(IllegalArgumentException refusal) {
        return ProblemDetail.forStatusAndDetail(
                HttpStatus.BAD_REQUEST, refusal.getMessage() == null ? "Данные не приняты" : refusal.getMessage());
    }

    @ExceptionHandler
    ProblemDetail refused(Conflict refusal) {
        return ProblemDetail.forStatusAndDetail(HttpStatus.CONFLICT, refusal.getMessage());
    }

    /** Nobody types it, and the database has no place for it. */
    @ExceptionHandler
    ProblemDetail unstorable(DataIntegrityViolationException refusal) {
        boolean zero = refusal.getMostSpecificCause() instanceof SQLException cause
                && CHARACTER_NOT_IN_REPERTOIRE.equals(cause.getSQLState());
        if (!zero) {
            throw refusal;
        }
        return ProblemDetail.forStatusAndDetail(
                HttpStatus.BAD_REQUEST, "В тексте есть символ с кодом 0, его нельзя сохранить: уберите его");
    }

    /** Two people, or one person twice, did the same at the same moment; the first has done it. */
    @ExceptionHandler
    ProblemDetail doneAlready(DuplicateKeyException twice) {
        log.info(
                "Done by somebody else at the same moment: {}", twice.getClass().getSimpleName());
        return ProblemDetail.forStatusAndDetail(
                HttpStatus.CONFLICT, "Это уже сделано: обновите список, задачу только что завершили");
    }

    @ExceptionHandler
    ProblemDetail mistyped(MethodArgumentTypeMismatchException mismatch) {
        return ProblemDetail.forStatusAndDetail(
                HttpStatus.BAD_REQUEST, "Значение параметра «" + mismatch.getName() + "» не подходит");
    }

    @Override
    protected ResponseEntity<Object> handleMethodArgumentNotValid(
            MethodArgumentNotValidException e, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        ProblemDetail problem = problem(e.getFieldErrors().stream()
                .map(error -> new InvalidInput.Problem(error.getField(), String.valueOf(error.getDefaultMessage())))
                .toList());
        return handleExceptionInternal(e, problem, headers, HttpStatus.BAD_REQUEST, request);
    }

    @Override
    protected ResponseEntity<Object> handleMissingServletRequestParameter(
            MissingServletRequestParameterException e, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(
                HttpStatus.BAD_REQUEST, "Не указан параметр «" + e.getParameterName() + "»");
        return handleExceptionInternal(e, problem, headers, HttpStatus.BAD_REQUEST, request);
    }

    @Override
    protected ResponseEntity<Object> handleHttpMessageNotReadable(
            HttpMessageNotReadableException e, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        // The parser's own message may quote what was sent, personal data included.
        log.info(
                "Unreadable request body: {}",
                e.getMostSpecificCause().getClass().getSimpleName());
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(
                HttpStatus.BAD_REQUEST,
                "Тело запроса не читается: ожидается JSON в UTF-8, моменты времени — вида 2026-11-17T10:30:00+08:00");
        return handleExceptionInternal(e, problem, headers, HttpStatus.BAD_REQUEST, request);
    }

    private static ProblemDetail problem(List<InvalidInput.Problem> problems) {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(HttpStatus.BAD_REQUEST, detail(problems));
        problem.setTitle("Данные не приняты");
        problem.setProperty("errors", problems);
        return problem;
    }

    private static String detail(List<InvalidInput.Problem> problems) {
        @Nullable
        String joined = problems.stream()
                .map(InvalidInput.Problem::message)
                .reduce((a, b) -> a + ". " + b)
                .orElse(null);
        return joined == null ? "Данные не приняты" : joined;
    }
}
