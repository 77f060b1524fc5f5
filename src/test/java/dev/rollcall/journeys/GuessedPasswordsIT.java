package dev.rollcall.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// Somebody guesses passwords at the form, without a browser, and learns nothing: not even who has
/// a user.
@Timeout(300)
class GuessedPasswordsIT {

    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" content=\"([^\"]+)\"");

    private final HttpClient http =
            HttpClient.newBuilder().cookieHandler(new CookieManager()).build();

    @Test
    void arePutOffAfterTenAndTellNothing() throws Exception {
        var csrf = csrf();
        // As whom no other journey signs in: they are put off for a while now.
        var known = "analyst@rollcall.demo";
        var unknown = "nobody@rollcall.demo";
        long knownNanos = Long.MAX_VALUE;
        long unknownNanos = Long.MAX_VALUE;
        for (int i = 0; i < 10; i++) {
            // The quickest of ten: what else the machine does only ever adds to it.
            knownNanos = Math.min(knownNanos, refused(known, csrf));
            unknownNanos = Math.min(unknownNanos, refused(unknown, csrf));
        }
        assertThat((double) unknownNanos / knownNanos).isBetween(0.8, 1.25);

        assertThat(answer(known, "rollcall-demo", csrf)).endsWith("/login?throttled");
        assertThat(answer(unknown, "guess", csrf)).endsWith("/login?throttled");
    }

    /// How long it took to say no.
    private long refused(String email, String csrf) throws IOException, InterruptedException {
        long begin = System.nanoTime();
        assertThat(answer(email, "guess", csrf)).endsWith("/login?error");
        return System.nanoTime() - begin;
    }

    /// Where an attempt to sign in leads.
    private String answer(String email, String password, String csrf)
            throws IOException, InterruptedException {
        var form = "username=%s&password=%s&_csrf=%s".formatted(email, password, csrf);
        var request =
                HttpRequest.newBuilder(URI.create(RunningProduct.demo().url("/login")))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(form))
                        .build();
        var response = http.send(request, HttpResponse.BodyHandlers.discarding());
        assertThat(response.statusCode()).isEqualTo(302);
        return response.headers().firstValue("Location").orElseThrow();
    }

    private String csrf() throws IOException, InterruptedException {
        var request =
                HttpRequest.newBuilder(URI.create(RunningProduct.demo().url("/login"))).build();
        var page = http.send(request, HttpResponse.BodyHandlers.ofString()).body();
        var found = TOKEN.matcher(page);
        assertThat(found.find()).as(page).isTrue();
        return found.group(1);
    }
}
