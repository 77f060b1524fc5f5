package dev.rollcall.api;

import dev.rollcall.backoffice.TaskRefused;
import dev.rollcall.shared.InvalidInput;
import dev.rollcall.shared.NotFound;
import dev.rollcall.work.WorkRefused;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.sql.SQLException;
import java.sql.SQLTransientException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Collectors;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionSystemException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.ServletRequestBindingException;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.NoHandlerFoundException;
import org.springframework.web.servlet.resource.NoResourceFoundException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.exc.MismatchedInputException;

/// Turns whatever went wrong under `/api` into a problem a program can read.
///
/// A resolver rather than advice of controllers: it also sees requests that reach no controller
/// (unknown addresses, wrong methods), and leaves those of the screens alone.
@Component
class ApiErrors implements HandlerExceptionResolver, Ordered {

    private static final Logger log = LoggerFactory.getLogger(ApiErrors.class);

    private static final String RETRY_SOON = "1";
    private static final String RETRY_LATER = "5";
    private static final int LONGEST_QUOTE = 60;

    private final ProblemWriter problems;

    ApiErrors(ProblemWriter problems) {
        this.problems = problems;
    }

    @Override
    public int getOrder() {
        return HIGHEST_PRECEDENCE;
    }

    @Override
    public @Nullable ModelAndView resolveException(
            HttpServletRequest request,
            HttpServletResponse response,
            @Nullable Object handler,
            Exception failure) {
        if (!ApiRequests.isForApi(request)) {
            return null;
        }
        if (!(failure instanceof AsyncRequestNotUsableException)) {
            try {
                answer(response, failure);
            } catch (IOException e) {
                log.debug("Nobody waits for the answer any more", e);
            }
        }
        return new ModelAndView();
    }

    /// Answers with the problem a failure means.
    void answer(HttpServletResponse response, Exception failure) throws IOException {
        problems.write(response, problem(response, failure));
    }

    private static Problem problem(HttpServletResponse response, Exception failure) {
        return switch (failure) {
            case InvalidInput e -> invalid(FieldErrors.of(e.problems()));
            case HttpMessageNotReadableException e -> unreadable(e);
            case MissingServletRequestParameterException e ->
                    invalid("/" + e.getParameterName(), "This parameter is needed.");
            case MethodArgumentTypeMismatchException e -> invalid("/" + e.getName(), mismatch(e));
            case ServletRequestBindingException e ->
                    Fault.MALFORMED.problem(
                            "Something the request needs is missing: " + e.getBody().getDetail());
            case InvalidParameterException _ ->
                    Fault.MALFORMED.problem(
                            "The parameters of the address cannot be read. A percent sign is"
                                    + " written as %25.");
            case NotFound e -> Fault.NOT_FOUND.problem(sentence(e));
            case NoResourceFoundException _, NoHandlerFoundException _ ->
                    Fault.NOT_FOUND.problem(
                            "There is no such address; /v3/api-docs lists them all.");
            case HttpRequestMethodNotSupportedException e -> methodNotAllowed(response, e);
            case HttpMediaTypeNotAcceptableException e ->
                    Fault.NOT_ACCEPTABLE.problem(
                            "This address answers with "
                                    + listed(e.getSupportedMediaTypes())
                                    + ".");
            case HttpMediaTypeNotSupportedException e -> {
                response.setHeader(HttpHeaders.ACCEPT, listed(e.getSupportedMediaTypes()));
                yield Fault.UNSUPPORTED_MEDIA_TYPE.problem(
                        "This address takes " + listed(e.getSupportedMediaTypes()) + ".");
            }
            case AccessDeniedException e -> Fault.MISSING_SCOPE.problem(sentence(e));
            case AuthenticationException _ ->
                    Fault.UNAUTHENTICATED.problem("Send a valid token: Authorization: Bearer rc_…");
            case OptimisticLockingFailureException e ->
                    Fault.CONFLICT.problem(
                            isOurs(e)
                                    ? sentence(e)
                                    : "Somebody else changed this at the same moment. Read it again"
                                            + " and repeat your change.");
            case WorkRefused e -> Fault.CONFLICT.problem(sentence(e));
            case TaskRefused e -> Fault.CONFLICT.problem(sentence(e));
            case ConcurrencyFailureException e -> unavailable(response, RETRY_SOON, e);
            case DataIntegrityViolationException e -> {
                log.warn("The database refused a change: {}", withoutValues(e));
                yield Fault.CONFLICT.problem(
                        "This contradicts what is stored. Read it again and repeat your change.");
            }
            case ErrorResponse e when e.getStatusCode().is4xxClientError() -> protocol(e);
            default -> {
                if (cause(failure, BodyTooLarge.class).isPresent()) {
                    yield BodyTooLarge.problem();
                }
                yield isDatabaseAway(failure)
                        ? unavailable(response, RETRY_LATER, failure)
                        : internal(failure);
            }
        };
    }

    private static Problem invalid(String pointer, String detail) {
        return invalid(List.of(new Problem.FieldError(pointer, detail)));
    }

    private static Problem invalid(List<Problem.FieldError> errors) {
        var first = errors.getFirst();
        var detail =
                (first.pointer().isEmpty() ? "" : first.pointer() + ": ")
                        + first.detail()
                        + (errors.size() == 1 ? "" : " And " + (errors.size() - 1) + " more.");
        return Fault.INVALID_INPUT.problem(detail).withErrors(errors);
    }

    private static Problem unreadable(HttpMessageNotReadableException e) {
        if (cause(e, BodyTooLarge.class).isPresent()) {
            return BodyTooLarge.problem();
        }
        var cause = cause(e, JacksonException.class);
        if (cause.isEmpty()) {
            return Fault.MALFORMED.problem("A body is needed.");
        }
        var json = cause.get();
        if (json instanceof StreamReadException) {
            var where = json.getLocation();
            return Fault.MALFORMED.problem(
                    "The body is not valid JSON"
                            + (where == null || where.getLineNr() < 1
                                    ? "."
                                    : "; look at line "
                                            + where.getLineNr()
                                            + ", column "
                                            + where.getColumnNr()
                                            + "."));
        }
        if (json instanceof DatabindException bound) {
            return invalid(pointer(bound), mismatch(bound));
        }
        return Fault.MALFORMED.problem("The body cannot be read.");
    }

    private static String pointer(DatabindException e) {
        return e.getPath().stream()
                .map(step ->
                        step.getPropertyName() == null
                                ? "/" + step.getIndex()
                                : "/"
                                        + step.getPropertyName()
                                                .replace("~", "~0")
                                                .replace("/", "~1"))
                .collect(Collectors.joining());
    }

    private static String mismatch(DatabindException e) {
        var type = e instanceof MismatchedInputException mismatch ? mismatch.getTargetType() : null;
        return type == null ? "This has the wrong form." : expected(type);
    }

    private static String mismatch(MethodArgumentTypeMismatchException e) {
        var type = e.getRequiredType();
        var value = "" + e.getValue();
        var shown =
                value.length() <= LONGEST_QUOTE ? value : value.substring(0, LONGEST_QUOTE) + "…";
        return (type == null ? "This has the wrong form." : expected(type))
                + " It was \""
                + shown
                + "\".";
    }

    private static String expected(Class<?> type) {
        if (type.isEnum()) {
            return "This is one of "
                    + Arrays.stream(type.getEnumConstants())
                            .map(Object::toString)
                            .collect(Collectors.joining(", "))
                    + ".";
        }
        return switch (type.getSimpleName()) {
            case "Instant" -> "This is an instant with an offset, such as " + Rfc3339.EXAMPLE + ".";
            case "LocalDate" -> "This is a date, such as 2026-03-02.";
            case "int", "Integer", "long", "Long" -> "This is a whole number.";
            case "BigDecimal", "double", "Double" -> "This is a number.";
            case "boolean", "Boolean" -> "This is true or false.";
            case "String" -> "This is a text.";
            default ->
                    Iterable.class.isAssignableFrom(type) || type.isArray()
                            ? "This is a JSON array."
                            : "This is a JSON object.";
        };
    }

    private static Problem methodNotAllowed(
            HttpServletResponse response, HttpRequestMethodNotSupportedException e) {
        var methods = e.getSupportedMethods();
        if (methods == null || methods.length == 0) {
            return Fault.METHOD_NOT_ALLOWED.problem("The method " + e.getMethod() + " is unknown.");
        }
        var allowed = Arrays.stream(methods).sorted().collect(Collectors.joining(", "));
        response.setHeader(HttpHeaders.ALLOW, allowed);
        return Fault.METHOD_NOT_ALLOWED.problem("This address takes " + allowed + ".");
    }

    private static Problem protocol(ErrorResponse e) {
        var detail = e.getBody().getDetail();
        var status = HttpStatus.resolve(e.getStatusCode().value());
        return Fault.OTHER
                .problem(
                        detail != null
                                ? detail
                                : status == null ? "Unknown failure." : status.getReasonPhrase())
                .withStatus(e.getStatusCode().value());
    }

    /// The message of the database without the values that were there already: they are about
    /// people.
    private static String withoutValues(Exception failure) {
        return cause(failure, SQLException.class)
                .map(sql -> ("" + sql.getMessage()).replaceAll("(?s)entry '.*' for", "entry … for"))
                .orElse(failure.getClass().getSimpleName());
    }

    private static Problem unavailable(
            HttpServletResponse response, String retryAfter, Exception failure) {
        log.warn("Not available: {}", failure.toString());
        response.setHeader(HttpHeaders.RETRY_AFTER, retryAfter);
        return Fault.UNAVAILABLE.problem(
                retryAfter.equals(RETRY_SOON)
                        ? "The request was not carried out. Repeat it in a second."
                        : "The database does not answer. Repeat the request in "
                                + retryAfter
                                + " seconds: events with the same ids, other writes with the same"
                                + " Idempotency-Key, so that nothing is done twice.");
    }

    private static Problem internal(Exception failure) {
        var id = HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextLong());
        log.error("Failure {}", id, failure);
        return Fault.INTERNAL.problem(
                "This is our fault. When you report it, give the number " + id + ".");
    }

    /// Whether the database cannot be reached or does not answer, wherever the driver noticed.
    private static boolean isDatabaseAway(Exception failure) {
        return failure instanceof DataAccessResourceFailureException
                || failure instanceof QueryTimeoutException
                || failure instanceof TransientDataAccessException
                || failure instanceof CannotCreateTransactionException
                || failure instanceof TransactionSystemException
                // Nor can a transaction be rolled back on a connection that is gone.
                || cause(failure, org.hibernate.TransactionException.class).isPresent()
                || cause(failure, SQLTransientException.class).isPresent()
                || cause(failure, java.sql.SQLNonTransientConnectionException.class).isPresent();
    }

    private static <T extends Throwable> Optional<T> cause(Throwable failure, Class<T> type) {
        var seen = new ArrayList<Throwable>();
        for (var cause = failure;
                cause != null && !seen.contains(cause);
                cause = cause.getCause()) {
            if (type.isInstance(cause)) {
                return Optional.of(type.cast(cause));
            }
            seen.add(cause);
        }
        return Optional.empty();
    }

    private static boolean isOurs(Exception e) {
        return e.getClass().getName().startsWith("dev.rollcall.") || e.getCause() == null;
    }

    private static String sentence(Throwable e) {
        return "" + e.getMessage();
    }

    private static String listed(List<MediaType> types) {
        return types.stream().map(MediaType::toString).collect(Collectors.joining(", "));
    }
}
