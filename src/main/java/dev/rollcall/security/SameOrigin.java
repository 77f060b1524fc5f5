package dev.rollcall.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.web.filter.OncePerRequestFilter;

/// Refuses what a page of another origin sends: a browser lets any page open a socket to here, with
/// the cookies of whoever looks at it.
///
/// An origin is ours when its host and port are those the browser asked for, or those of
/// `rollcall.public-url`, which counts behind a proxy that changes them.
class SameOrigin extends OncePerRequestFilter {

    private static final Logger log = LoggerFactory.getLogger(SameOrigin.class);

    private final String publicAuthority;

    SameOrigin(URI publicUrl) {
        this.publicAuthority = publicUrl.getAuthority();
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var origin = request.getHeader(HttpHeaders.ORIGIN);
        if (origin == null || isReading(request) || isOurs(origin, request)) {
            chain.doFilter(request, response);
            return;
        }
        log.info("Refused: a request from another origin");
        response.sendError(HttpServletResponse.SC_FORBIDDEN);
    }

    private static boolean isReading(HttpServletRequest request) {
        var reads = request.getMethod().equals("GET") || request.getMethod().equals("HEAD");
        return reads && request.getHeader(HttpHeaders.UPGRADE) == null && !isPush(request);
    }

    private static boolean isPush(HttpServletRequest request) {
        return request.getRequestURI()
                .substring(request.getContextPath().length())
                .startsWith("/VAADIN/push");
    }

    private boolean isOurs(String origin, HttpServletRequest request) {
        try {
            var authority = new URI(origin).getAuthority();
            return authority != null
                    && (authority.equalsIgnoreCase(request.getHeader(HttpHeaders.HOST))
                            || authority.equalsIgnoreCase(publicAuthority));
        } catch (URISyntaxException e) {
            return false;
        }
    }
}
