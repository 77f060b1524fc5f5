package dev.rollcall.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.support.FrontDoor;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.web.context.WebApplicationContext;

/// The public interface over a real connection.
class FrontDoorTests extends ApiFixture {

    private static final int MEBIBYTE = 1024 * 1024;

    private static FrontDoor door;
    private final HttpClient http = HttpClient.newHttpClient();

    @BeforeAll
    static void open(@Autowired WebApplicationContext application) {
        door = FrontDoor.open(application);
    }

    @AfterAll
    static void close() {
        door.close();
    }

    @Test
    void answersAsWithoutAConnection() throws Exception {
        var answer =
                send(
                        "PUT",
                        "/units/porto",
                        HttpRequest.BodyPublishers.ofString(
                                quoted("{'name':'Porto','zone':'Europe/Lisbon'}")));
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo(api.get(admin, "/api/v1/units/porto").text());
        assertThat(answer.headers().firstValue("ETag")).contains("\"1\"");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void tellsWhoeverSendsFiftyMebibytesThatTheyAreTooMany(boolean announced) throws Exception {
        var blanks = new byte[50 * MEBIBYTE];
        Arrays.fill(blanks, (byte) ' ');
        var body =
                announced
                        ? HttpRequest.BodyPublishers.ofByteArray(blanks)
                        : HttpRequest.BodyPublishers.ofInputStream(
                                () -> new ByteArrayInputStream(blanks));
        var answer = send("POST", "/presence-events", body);
        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(answer.headers().firstValue("Content-Type"))
                .contains("application/problem+json");
        assertThat(answer.body()).contains("A request has at most 10 MiB. Send less at a time.");
    }

    @Test
    void answersEveryLineWithoutSenseWithAProblem() throws Exception {
        var lines =
                """
                GET /api/v1/agents/%00          400
                GET /api/v1/agents/a%2fb        400
                GET /api/v1/agents/a;b          400
                GET /api/v1/agents/a\\b          400
                GET /api/v1/agents/%zz          400
                GET /api/v1/agents/%ff          400
                GET /api/v1/agents/../units     400
                GET /api/v1//agents             400
                GET /api/v1/agents?limit=%zz    400
                GET /api/v1/agents?after="<>    400
                FOO /api/v1/agents              400
                TRACE /api/v1/agents            405
                GET /api/v2/agents              404
                GET /api                        404
                OPTIONS /api/v1/agents          200
                """;
        for (var line : lines.lines().toList()) {
            var parts = line.split(" +");
            var answer =
                    raw(
                            "%s %s HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer %s\r\nConnection: close\r\n\r\n"
                                    .formatted(parts[0], parts[1], admin));
            assertThat(answer).as(line).startsWith("HTTP/1.1 " + parts[2]);
            assertThat(answer).doesNotContainIgnoringCase("tomcat", "exception", "<html");
            if (!parts[2].equals("200")) {
                assertThat(answer)
                        .as(line)
                        .containsIgnoringCase("Content-Type: application/problem+json")
                        .contains("\"status\":" + parts[2]);
            }
        }
    }

    @Test
    void survivesHeadersWithoutEnd() throws Exception {
        assertThat(
                        raw(
                                "GET /api/v1/agents HTTP/1.1\r\nHost: x\r\nX: "
                                        + "x".repeat(100_000)
                                        + "\r\n\r\n"))
                .startsWith("HTTP/1.1 400");
    }

    private HttpResponse<String> send(String method, String path, HttpRequest.BodyPublisher body)
            throws IOException, InterruptedException {
        var request =
                HttpRequest.newBuilder(
                                URI.create("http://localhost:" + door.port() + "/api/v1" + path))
                        .method(method, body)
                        .header("Authorization", "Bearer " + admin)
                        .header("Content-Type", "application/json")
                        .timeout(Duration.ofSeconds(30))
                        .build();
        return http.send(request, HttpResponse.BodyHandlers.ofString());
    }

    private static String raw(String request) throws IOException {
        try (var socket = new Socket("localhost", door.port())) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
            InputStream answer = socket.getInputStream();
            return new String(answer.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
