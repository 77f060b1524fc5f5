package dev.rollcall.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;

/// Who may read the metrics: the monitoring system that sends the configured token. It works
/// without the database, so that monitoring sees more than silence when that is away; and where no
/// token is configured there is nothing to read.
final class MetricsReaders implements AuthorizationManager<RequestAuthorizationContext> {

    static final String ADDRESS = "/actuator/prometheus";

    private static final String SCHEME = "Bearer ";

    private final byte[] token;

    MetricsReaders(SecurityProperties.Metrics properties) {
        this.token = properties.token().getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public AuthorizationDecision authorize(
            Supplier<? extends @Nullable Authentication> authentication,
            RequestAuthorizationContext context) {
        return new AuthorizationDecision(mayRead(context.getRequest()));
    }

    private boolean mayRead(HttpServletRequest request) {
        var header = request.getHeader(HttpHeaders.AUTHORIZATION);
        return token.length > 0
                && header != null
                && header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())
                && MessageDigest.isEqual(
                        token,
                        header.substring(SCHEME.length()).strip().getBytes(StandardCharsets.UTF_8));
    }

    /// A monitoring system with a wrong token is told so; everybody else finds nothing here.
    void refuse(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (token.length > 0 && request.getRequestURI().endsWith(ADDRESS)) {
            response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer realm=\"metrics\"");
            response.sendError(HttpServletResponse.SC_UNAUTHORIZED);
        } else {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        }
    }
}
