package dev.rollcall.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;

class MetricsReadersTests {

    private static final String TOKEN = "f0e1d2c3b4a5968778695a4b3c2d1e0f";

    @Test
    void letsInWhoeverSendsTheToken() {
        assertThat(mayRead(TOKEN, "Bearer " + TOKEN)).isTrue();
        assertThat(mayRead(TOKEN, "bearer " + TOKEN)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Bearer ", "Bearer f0e1", "Basic " + TOKEN, TOKEN, "Bearer x" + TOKEN})
    void keepsEverybodyElseOut(String header) {
        assertThat(mayRead(TOKEN, header)).isFalse();
        assertThat(mayRead(TOKEN, null)).isFalse();
    }

    @Test
    void letsNobodyInWithoutAConfiguredToken() {
        assertThat(mayRead("", "Bearer ")).isFalse();
        assertThat(mayRead("", null)).isFalse();
    }

    @Test
    void asksForTheTokenOnlyWhereThereIsOne() throws Exception {
        assertThat(refusal(TOKEN, "/actuator/prometheus").getStatus()).isEqualTo(401);
        assertThat(refusal(TOKEN, "/actuator/prometheus").getHeader("WWW-Authenticate"))
                .isEqualTo("Bearer realm=\"metrics\"");
        assertThat(refusal(TOKEN, "/actuator/env").getStatus()).isEqualTo(404);
        assertThat(refusal("", "/actuator/prometheus").getStatus()).isEqualTo(404);
    }

    @Test
    void takesNoTokenThatCouldBeGuessed() {
        assertThatThrownBy(() -> readers("prometheus"))
                .hasMessage(
                        "ROLLCALL_METRICS_TOKEN needs at least 20 characters; make one with:"
                                + " openssl rand -hex 24");
    }

    private static boolean mayRead(String token, @Nullable String header) {
        var request = new MockHttpServletRequest("GET", MetricsReaders.ADDRESS);
        if (header != null) {
            request.addHeader("Authorization", header);
        }
        return readers(token)
                .authorize(() -> null, new RequestAuthorizationContext(request))
                .isGranted();
    }

    private static MockHttpServletResponse refusal(String token, String address) throws Exception {
        var response = new MockHttpServletResponse();
        readers(token).refuse(new MockHttpServletRequest("GET", address), response);
        return response;
    }

    private static MetricsReaders readers(String token) {
        return new MetricsReaders(new SecurityProperties.Metrics(token));
    }
}
