package dev.rollcall.bench;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/// How long the server was busy with each thing a page asked it to do: from the first filter to the
/// end of the answer. What browsers and the way to them take is not in it.
final class RequestTimes implements Filter {

    private final Queue<Request> requests = new ConcurrentLinkedQueue<>();

    /// @param from when it came, in milliseconds since 1970
    /// @param millis how long it took
    record Request(double from, double millis) {}

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        double from = System.currentTimeMillis();
        long start = System.nanoTime();
        try {
            chain.doFilter(request, response);
        } finally {
            if ("uidl".equals(request.getParameter("v-r"))) {
                requests.add(new Request(from, (System.nanoTime() - start) / 1e6));
            }
        }
    }

    /// The longest of those that came within a time, 0 when none did.
    double longest(double from, double to) {
        return List.copyOf(requests).stream()
                .filter(request -> request.from() >= from - 1 && request.from() <= to)
                .mapToDouble(Request::millis)
                .max()
                .orElse(0);
    }
}
