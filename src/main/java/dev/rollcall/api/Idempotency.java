package dev.rollcall.api;

import dev.rollcall.security.Access;
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
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.annotation.Order;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ContentCachingResponseWrapper;

/// Answers a write that carries an `Idempotency-Key` once: the same key with the same request gets
/// the first answer again, with another request a refusal.
///
/// Kept is every answer that says what became of the request. Not kept are those after which the
/// same request may well succeed: no or not enough rights, too many requests, our own failures.
@Component
@Order(FilterOrder.IDEMPOTENCY)
class Idempotency extends OncePerRequestFilter {

    static final String KEY = "Idempotency-Key";
    static final String REPLAYED = "Idempotency-Replayed";

    private static final Logger log = LoggerFactory.getLogger(Idempotency.class);

    private static final int LONGEST_KEY = 255;
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Duration SHORTEST_PAUSE = Duration.ofMillis(10);
    private static final Duration LONGEST_PAUSE = Duration.ofMillis(250);
    private static final Set<String> WRITES = Set.of("POST", "PUT", "PATCH", "DELETE");
    private static final Set<Integer> NOT_KEPT = Set.of(401, 403, 413, 429);
    private static final List<String> KEPT_HEADERS =
            List.of(
                    HttpHeaders.CONTENT_TYPE,
                    HttpHeaders.ETAG,
                    HttpHeaders.LOCATION,
                    HttpHeaders.LINK,
                    HttpHeaders.ALLOW);

    private final FirstAnswers answers;
    private final Access access;
    private final ProblemWriter problems;
    private final ApiErrors errors;

    Idempotency(FirstAnswers answers, Access access, ProblemWriter problems, ApiErrors errors) {
        this.answers = answers;
        this.access = access;
        this.problems = problems;
        this.errors = errors;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !ApiRequests.isForApi(request)
                || request.getHeader(KEY) == null
                || !WRITES.contains(request.getMethod());
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var key = request.getHeader(KEY).strip();
        if (key.isEmpty() || key.length() > LONGEST_KEY) {
            problems.write(
                    response,
                    Fault.MALFORMED.problem(
                            "An " + KEY + " has 1 to " + LONGEST_KEY + " characters."));
            return;
        }
        var body = request.getInputStream().readAllBytes();
        try {
            var subject =
                    new FirstAnswers.Request(
                            access.viewer().actor().id(),
                            sha256(key.getBytes(StandardCharsets.UTF_8)),
                            fingerprint(request, body));
            switch (claim(subject)) {
                case FirstAnswers.Claim.Granted _ ->
                        work(subject, new Repeatable(request, body), response, chain);
                case FirstAnswers.Claim.Done(var answer) -> replay(answer, response);
                case FirstAnswers.Claim.Taken _ -> {
                    response.setHeader(HttpHeaders.RETRY_AFTER, "1");
                    problems.write(
                            response,
                            Fault.IN_PROGRESS.problem(
                                    "Repeat it in a moment; it then gets the first answer."));
                }
                case FirstAnswers.Claim.Other _ ->
                        problems.write(
                                response,
                                Fault.IDEMPOTENCY_KEY_REUSED.problem(
                                        "This "
                                                + KEY
                                                + " came with another request before. Use a new"
                                                + " key for each new request."));
            }
        } catch (DataAccessException e) {
            errors.answer(response, e);
        }
    }

    /// Waits for whoever is at the same request already, so that all get its answer.
    private FirstAnswers.Claim claim(FirstAnswers.Request subject) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        for (var pause = SHORTEST_PAUSE; ; pause = longer(pause)) {
            var claim = answers.claim(subject);
            if (!(claim instanceof FirstAnswers.Claim.Taken) || System.nanoTime() > end) {
                return claim;
            }
            try {
                TimeUnit.NANOSECONDS.sleep(pause.toNanos());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return claim;
            }
        }
    }

    private static Duration longer(Duration pause) {
        var twice = pause.multipliedBy(2);
        return twice.compareTo(LONGEST_PAUSE) < 0 ? twice : LONGEST_PAUSE;
    }

    private void work(
            FirstAnswers.Request subject,
            HttpServletRequest request,
            HttpServletResponse response,
            FilterChain chain)
            throws ServletException, IOException {
        var kept = new ContentCachingResponseWrapper(response);
        boolean done = false;
        try {
            chain.doFilter(request, kept);
            if (kept.getStatus() < 500 && !NOT_KEPT.contains(kept.getStatus())) {
                keep(subject, answer(kept));
                done = true;
            }
        } finally {
            if (kept.getStatus() == HttpStatus.SERVICE_UNAVAILABLE.value()) {
                // Without the database this takes time that the answer does not have.
                Thread.startVirtualThread(() -> forget(subject));
            } else if (!done) {
                forget(subject);
            }
            kept.copyBodyToResponse();
        }
    }

    private void keep(FirstAnswers.Request subject, FirstAnswers.Answer answer) {
        try {
            answers.keep(subject, answer);
        } catch (DataAccessException | TransactionException e) {
            // The work is done, and saying otherwise would have it done again.
            log.warn("The answer to a request that was carried out could not be kept");
        }
    }

    private void forget(FirstAnswers.Request subject) {
        try {
            answers.forget(subject);
        } catch (DataAccessException e) {
            // The claim runs out by itself.
            log.warn("A claimed idempotency key could not be given back: {}", e.getMessage());
        }
    }

    private static FirstAnswers.Answer answer(ContentCachingResponseWrapper response) {
        var headers = new LinkedHashMap<String, String>();
        for (var name : KEPT_HEADERS) {
            var value =
                    name.equals(HttpHeaders.CONTENT_TYPE)
                            ? response.getContentType()
                            : response.getHeader(name);
            if (value != null) {
                headers.put(name, value);
            }
        }
        return new FirstAnswers.Answer(
                response.getStatus(), headers, response.getContentAsByteArray());
    }

    private static void replay(FirstAnswers.Answer answer, HttpServletResponse response)
            throws IOException {
        response.setStatus(answer.status());
        answer.headers().forEach(response::setHeader);
        response.setHeader(REPLAYED, "true");
        response.setContentLength(answer.body().length);
        response.getOutputStream().write(answer.body());
    }

    private static byte[] fingerprint(HttpServletRequest request, byte[] body) {
        var query = request.getQueryString();
        var digest = digest();
        digest.update(
                (request.getMethod()
                                + " "
                                + request.getRequestURI()
                                + "?"
                                + (query == null ? "" : query)
                                + "\n"
                                + request.getHeader(HttpHeaders.IF_MATCH)
                                + "\n")
                        .getBytes(StandardCharsets.UTF_8));
        return digest.digest(body);
    }

    private static byte[] sha256(byte[] bytes) {
        return digest().digest(bytes);
    }

    private static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /// A request whose body was read already.
    private static final class Repeatable extends HttpServletRequestWrapper {

        private final byte[] body;

        Repeatable(HttpServletRequest request, byte[] body) {
            super(request);
            this.body = body;
        }

        @Override
        public ServletInputStream getInputStream() {
            return new Bytes(new ByteArrayInputStream(body));
        }

        @Override
        public BufferedReader getReader() {
            var encoding = getCharacterEncoding();
            return new BufferedReader(
                    new InputStreamReader(
                            getInputStream(),
                            encoding == null ? StandardCharsets.UTF_8 : Charset.forName(encoding)));
        }
    }

    private static final class Bytes extends ServletInputStream {

        private final ByteArrayInputStream bytes;

        Bytes(ByteArrayInputStream bytes) {
            this.bytes = bytes;
        }

        @Override
        public int read() {
            return bytes.read();
        }

        @Override
        public int read(byte[] target, int offset, int length) {
            return bytes.read(target, offset, length);
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
            throw new IllegalStateException("This body is read at once, not in the background");
        }
    }
}
