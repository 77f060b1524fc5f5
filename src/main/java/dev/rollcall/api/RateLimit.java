package dev.rollcall.api;

import dev.rollcall.security.Access;
import io.github.bucket4j.Bucket;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.AuthenticationException;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/// Keeps one token from taking the whole server. Generous: a feed at its busiest does not notice.
@Component
@Order(FilterOrder.RATE_LIMIT)
class RateLimit extends OncePerRequestFilter {

    private final Access access;
    private final ApiProperties properties;
    private final ProblemWriter problems;

    /// As many entries as tokens were used since the start.
    private final Map<String, Bucket> buckets = new ConcurrentHashMap<>();

    RateLimit(Access access, ApiProperties properties, ProblemWriter problems) {
        this.access = access;
        this.properties = properties;
        this.problems = problems;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !ApiRequests.isForApi(request);
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String caller;
        try {
            caller = access.viewer().actor().id();
        } catch (AuthenticationException e) {
            // What nobody needs a token for is not counted by token.
            chain.doFilter(request, response);
            return;
        }
        var probe =
                buckets.computeIfAbsent(caller, first -> bucket()).tryConsumeAndReturnRemaining(1);
        if (probe.isConsumed()) {
            chain.doFilter(request, response);
            return;
        }
        long seconds =
                Math.max(
                        1,
                        TimeUnit.NANOSECONDS.toSeconds(
                                probe.getNanosToWaitForRefill() + 999_999_999L));
        response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(seconds));
        problems.write(
                response,
                Fault.TOO_MANY_REQUESTS.problem(
                        "This token sent more than "
                                + properties.requestsPerSecond()
                                + " requests a second. Wait "
                                + (seconds == 1 ? "a second" : seconds + " seconds")
                                + ", and send several events in one request."));
    }

    private Bucket bucket() {
        return Bucket.builder()
                .addLimit(limit ->
                        limit.capacity(properties.burst())
                                .refillGreedy(
                                        properties.requestsPerSecond(), Duration.ofSeconds(1)))
                .build();
    }
}
