package dev.rollcall.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;

/// Tells a program that it may not come in, or not so far, as a problem of RFC 9457.
class ApiProblems implements AuthenticationEntryPoint, AccessDeniedHandler {

    private static final String UNAUTHENTICATED =
            """
            {"type":"urn:rollcall:problem:unauthenticated","title":"A valid token is needed",\
            "status":401,"detail":"Send a valid token: Authorization: Bearer rc_…",\
            "code":"unauthenticated"}\
            """;
    private static final String MISSING_SCOPE =
            """
            {"type":"urn:rollcall:problem:missing-scope","title":"The token may not do this",\
            "status":403,"detail":"The token's scopes do not cover this request.",\
            "code":"missing-scope"}\
            """;

    private static final String MALFORMED =
            """
            {"type":"urn:rollcall:problem:malformed","title":"The request cannot be read",\
            "status":400,"detail":"The method or the address is none that is used here; look for\
             slashes, semicolons, percent signs and control characters in it.",\
            "code":"malformed"}\
            """;

    /// What the firewall stopped before anybody looked at it.
    static void reject(HttpServletResponse response) throws IOException {
        write(response, HttpServletResponse.SC_BAD_REQUEST, MALFORMED);
    }

    @Override
    public void commence(
            HttpServletRequest request,
            HttpServletResponse response,
            AuthenticationException problem)
            throws IOException {
        response.setHeader(
                HttpHeaders.WWW_AUTHENTICATE,
                problem instanceof BadToken
                        ? "Bearer realm=\"rollcall\", error=\"invalid_token\""
                        : "Bearer realm=\"rollcall\"");
        write(response, HttpServletResponse.SC_UNAUTHORIZED, UNAUTHENTICATED);
    }

    @Override
    public void handle(
            HttpServletRequest request, HttpServletResponse response, AccessDeniedException problem)
            throws IOException {
        response.setHeader(
                HttpHeaders.WWW_AUTHENTICATE,
                "Bearer realm=\"rollcall\", error=\"insufficient_scope\"");
        write(response, HttpServletResponse.SC_FORBIDDEN, MISSING_SCOPE);
    }

    private static void write(HttpServletResponse response, int status, String body)
            throws IOException {
        var bytes = body.getBytes(StandardCharsets.UTF_8);
        response.setStatus(status);
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        response.setContentLength(bytes.length);
        response.getOutputStream().write(bytes);
    }

    /// A token was sent and opens nothing.
    static final class BadToken extends AuthenticationException {

        private static final long serialVersionUID = 1L;

        BadToken() {
            super("The token opens nothing");
        }
    }
}
