package dev.rollcall.api;

import dev.rollcall.database.Patience;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/// Gives a program its answer within five seconds also when the database has stopped answering:
/// then it learns that it has to ask again. Before everything else, for whoever asks is looked up
/// in the database, too.
@Component
@Order(FilterOrder.IN_TIME)
class AnswerInTime extends OncePerRequestFilter {

    private static final Duration PATIENCE = Duration.ofSeconds(4);

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        // A file with the plans of a year is written in statements that may take their time.
        return !ApiRequests.isForApi(request)
                || request.getRequestURI().endsWith("/schedules/imports");
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Patience.<IOException, ServletException>within(
                PATIENCE, () -> chain.doFilter(request, response));
    }
}
