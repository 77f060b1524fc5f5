package dev.rollcall.api;

import dev.rollcall.security.Access;
import dev.rollcall.security.TokenScope;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.springframework.http.HttpMethod;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/// Checks a token's scopes before a controller runs, and names the one that is missing.
@Component
class ScopeCheck implements HandlerInterceptor {

    private final Access access;

    ScopeCheck(Access access) {
        this.access = access;
    }

    @Override
    public boolean preHandle(
            HttpServletRequest request, HttpServletResponse response, Object handler) {
        boolean asksForMethods = request.getMethod().equals(HttpMethod.OPTIONS.name());
        if (asksForMethods || !(handler instanceof HandlerMethod method)) {
            return true;
        }
        var viewer = access.viewer();
        var needs = method.getMethodAnnotation(NeedsScope.class);
        if (needs == null) {
            throw new AccessDeniedException("Nobody may use this address.");
        }
        var scopes = viewer.tokenScopes();
        if (needs.value().length > 0
                && !scopes.contains(TokenScope.ADMIN)
                && Arrays.stream(needs.value()).noneMatch(scopes::contains)) {
            throw new AccessDeniedException(
                    "The token lacks the scope "
                            + Arrays.stream(needs.value())
                                    .map(TokenScope::text)
                                    .collect(Collectors.joining(" or "))
                            + ".");
        }
        return true;
    }
}
