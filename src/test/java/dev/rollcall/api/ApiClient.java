package dev.rollcall.api;

import dev.rollcall.people.Directory;
import dev.rollcall.people.UnitId;
import dev.rollcall.security.Access;
import dev.rollcall.security.NewToken;
import dev.rollcall.security.TokenScope;
import dev.rollcall.security.Tokens;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Another program: sends requests with a token of its own and reads the answers.
@Component
class ApiClient {

    private static final JsonMapper JSON = new JsonMapper();

    private final MockMvcTester http;
    private final Access access;
    private final Tokens tokens;
    private final Directory directory;

    ApiClient(MockMvc mvc, Access access, Tokens tokens, Directory directory) {
        this.http = MockMvcTester.create(mvc);
        this.access = access;
        this.tokens = tokens;
        this.directory = directory;
    }

    /// A token for everybody with some scopes.
    String token(TokenScope... scopes) {
        return token(null, scopes);
    }

    /// A token for one unit and what lies below it.
    String tokenFor(String unit, TokenScope... scopes) {
        return token(Set.of(directory.unit(unit).orElseThrow().id()), scopes);
    }

    private String token(@Nullable Set<UnitId> units, TokenScope... scopes) {
        return access.asSystem(
                "test",
                () -> tokens.create(new NewToken("Test", Set.of(scopes), units, null)).text());
    }

    Answer get(String token, String path) {
        return send(token, HttpMethod.GET, path, null, Map.of());
    }

    Answer put(String token, String path, String json) {
        return send(token, HttpMethod.PUT, path, json, Map.of());
    }

    Answer put(String token, String path, String json, Map<String, String> headers) {
        return send(token, HttpMethod.PUT, path, json, headers);
    }

    Answer post(String token, String path, String json) {
        return send(token, HttpMethod.POST, path, json, Map.of());
    }

    Answer post(String token, String path, String json, Map<String, String> headers) {
        return send(token, HttpMethod.POST, path, json, headers);
    }

    Answer delete(String token, String path) {
        return send(token, HttpMethod.DELETE, path, null, Map.of());
    }

    Answer csv(String token, String path, String text) {
        return send(
                token,
                HttpMethod.POST,
                path,
                text,
                Map.of(HttpHeaders.CONTENT_TYPE, "text/csv; charset=utf-8"));
    }

    Answer send(
            @Nullable String token,
            HttpMethod method,
            String path,
            @Nullable String body,
            Map<String, String> headers) {
        var request = http.method(method).uri(java.net.URI.create(path));
        if (token != null) {
            request.header(HttpHeaders.AUTHORIZATION, "Bearer " + token);
        }
        if (body != null) {
            request.contentType(MediaType.APPLICATION_JSON)
                    .content(body.getBytes(StandardCharsets.UTF_8));
        }
        headers.forEach((name, value) -> {
            if (name.equals(HttpHeaders.CONTENT_TYPE)) {
                request.contentType(value);
            } else {
                request.header(name, value);
            }
        });
        return new Answer(request.exchange());
    }

    /// What came back.
    record Answer(MvcTestResult result) {

        int status() {
            return result.getResponse().getStatus();
        }

        String text() {
            return new String(result.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
        }

        JsonNode json() {
            return JSON.readTree(text());
        }

        JsonNode at(String pointer) {
            return json().at(pointer);
        }

        List<String> propertyNames() {
            return List.copyOf(json().propertyNames());
        }

        @Nullable String header(String name) {
            return result.getResponse().getHeader(name);
        }

        @Override
        public String toString() {
            return status() + " " + text();
        }
    }
}
