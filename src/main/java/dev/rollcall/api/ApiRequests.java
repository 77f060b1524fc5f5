package dev.rollcall.api;

import jakarta.servlet.http.HttpServletRequest;

/// Tells the public interface's requests from those of screens.
final class ApiRequests {

    static final String BASE = "/api/v1";

    private ApiRequests() {}

    static boolean isForApi(HttpServletRequest request) {
        return isForApi(request.getRequestURI(), request.getContextPath());
    }

    static boolean isForApi(String address, String context) {
        var path = address.substring(Math.min(address.length(), context.length()));
        return path.equals("/api") || path.startsWith("/api/");
    }
}
