package dev.rollcall.api;

import jakarta.servlet.http.HttpServletRequest;

/// Tells the public interface's requests from those of screens.
final class ApiRequests {

    static final String BASE = "/api/v1";

    private ApiRequests() {}

    static boolean isForApi(HttpServletRequest request) {
        var path = request.getRequestURI().substring(request.getContextPath().length());
        return path.equals("/api") || path.startsWith("/api/");
    }
}
