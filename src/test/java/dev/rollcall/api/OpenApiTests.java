package dev.rollcall.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.support.ModuleTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

@ModuleTest
class OpenApiTests {

    private static final Path COMMITTED = Path.of("docs", "openapi.json");
    private static final Path GENERATED = Path.of("target", "openapi.json");

    private static final JsonMapper JSON =
            JsonMapper.builder()
                    .enable(SerializationFeature.INDENT_OUTPUT)
                    .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
                    .build();

    @Autowired private ApiClient api;

    @Test
    void committedDescriptionIsTheOneTheApplicationGives() throws IOException {
        var answer = api.send(null, HttpMethod.GET, "/v3/api-docs", null, Map.of());
        assertThat(answer.status()).isEqualTo(200);
        var generated =
                JSON.writeValueAsString(JSON.treeToValue(answer.json(), Map.class))
                                .replace("\r\n", "\n")
                        + "\n";
        Files.createDirectories(GENERATED.getParent());
        Files.writeString(GENERATED, generated);
        assertThat(Files.exists(COMMITTED) ? Files.readString(COMMITTED) : "")
                .as(
                        "The public interface changed. If that is meant: cp %s %s",
                        GENERATED, COMMITTED)
                .isEqualTo(generated);
    }

    @Test
    void describesOpenApi31WithABearerToken() {
        var document = api.send(null, HttpMethod.GET, "/v3/api-docs", null, Map.of()).json();
        assertThat(document.path("openapi").stringValue()).startsWith("3.1");
        assertThat(document.at("/components/securitySchemes/token/scheme").stringValue())
                .isEqualTo("bearer");
    }

    @Test
    void saysOfEveryAddressWhatItNeedsAndHowItFails() {
        var document = api.send(null, HttpMethod.GET, "/v3/api-docs", null, Map.of()).json();
        assertThat(document.path("paths").propertyStream())
                .isNotEmpty()
                .allSatisfy(path -> {
                    assertThat(path.getKey()).startsWith("/api/v1/");
                    for (JsonNode operation : path.getValue()) {
                        assertThat(operation.path("description").stringValue())
                                .as(path.getKey())
                                .containsAnyOf("Scope: ", "Any valid token.");
                        assertThat(operation.at("/responses/401").isObject()).isTrue();
                    }
                });
    }

    @Test
    void showsABrowsablePage() {
        assertThat(api.send(null, HttpMethod.GET, "/swagger-ui.html", null, Map.of()).status())
                .isIn(200, 302);
    }
}
