package dev.rollcall.bench;

import java.io.IOException;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.util.OptionalLong;
import java.util.Queue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A browser with the board open, as far as the server can tell: it signs in, asks for the page
/// with the board on it, says that it is there, asks for its first rows and listens.
final class BoardClient implements AutoCloseable {

    private static final Pattern KEY = Pattern.compile("\"Vaadin-Security-Key\":\"([^\"]+)\"");
    private static final Pattern PUSH = Pattern.compile("\"Vaadin-Push-ID\":\"([^\"]+)\"");
    private static final Pattern ROWS =
            Pattern.compile(
                    "\"node\":(\\d+),\"type\":\"put\",\"key\":\"tag\",\"feat\":0,\"value\":\"rollcall-board\"");

    /// Somebody was available or active and is the other now; of a text only the new end is sent.
    private static final Pattern ANOTHER_WORD = Pattern.compile("(vailable|ctive)\"");

    private static final String NAVIGATE =
            """
            {"type":"event","node":1,"event":"ui-navigate","data":{"route":"adherence","query":"",\
            "appShellTitle":"","historyState":{"idx":0},"trigger":"client"}}\
            """;
    private static final String ON_SCREEN =
            """
            {"type":"event","node":%s,"event":"board-range","data":{"event.detail.first":0,\
            "event.detail.last":15,"event.detail.heard":1}}\
            """;

    private final CookieManager cookies = new CookieManager();
    private final HttpClient http;
    private final ProductProcess product;
    private final AtomicLong bytes = new AtomicLong();
    private final AtomicLong messages = new AtomicLong();
    private final Queue<Long> heard = new ConcurrentLinkedQueue<>();
    private @Nullable WebSocket socket;

    /// @param threads shared; cookies are its own
    private BoardClient(ProductProcess product, Executor threads) {
        this.product = product;
        this.http =
                HttpClient.newBuilder()
                        .version(HttpClient.Version.HTTP_1_1)
                        .cookieHandler(cookies)
                        .executor(threads)
                        .build();
    }

    static BoardClient open(ProductProcess product, Executor threads) throws Exception {
        var client = new BoardClient(product, threads);
        client.signIn();
        var first = client.get("/?v-r=init&location=adherence&query=");
        var key = found(KEY, first);
        client.call(key, 0, NAVIGATE);
        client.listen(found(PUSH, first));
        client.call(key, 1, ON_SCREEN.formatted(found(ROWS, first)));
        return client;
    }

    /// Somebody who has signed in; for a browser to take over.
    static String session(ProductProcess product) throws Exception {
        var client = new BoardClient(product, Runnable::run);
        client.signIn();
        return client.cookie().getValue();
    }

    private void signIn() throws IOException, InterruptedException {
        var form =
                "username=%s&password=%s"
                        .formatted(
                                encoded(PreparedFloor.SUPERVISOR), encoded(PreparedFloor.PASSWORD));
        http.send(
                HttpRequest.newBuilder(URI.create(product.url("/login")))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(form))
                        .build(),
                BodyHandlers.discarding());
        cookie();
    }

    private HttpCookie cookie() {
        return cookies.getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().equals("JSESSIONID"))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("Not signed in"));
    }

    private String get(String path) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(product.url(path))).build();
        return http.send(request, BodyHandlers.ofString()).body();
    }

    private String call(String key, int turn, String what)
            throws IOException, InterruptedException {
        var body =
                "{\"csrfToken\":\"%s\",\"rpc\":[%s],\"syncId\":%d,\"clientId\":%d}"
                        .formatted(key, what, turn, turn);
        var answer =
                http.send(
                        HttpRequest.newBuilder(URI.create(product.url("/?v-r=uidl&v-uiId=0")))
                                .header("Content-Type", "application/json; charset=UTF-8")
                                .POST(HttpRequest.BodyPublishers.ofString(body))
                                .build(),
                        BodyHandlers.ofString());
        return answer.body();
    }

    private void listen(String pushId) throws Exception {
        var address =
                product.url(
                                "/VAADIN/push?v-r=push&v-uiId=0&v-pushId="
                                        + pushId
                                        + "&X-Atmosphere-tracking-id=0"
                                        + "&X-Atmosphere-Framework=3.1.5-javascript"
                                        + "&X-Atmosphere-Transport=websocket"
                                        + "&X-Atmosphere-TrackMessageSize=true"
                                        + "&Content-Type=application/json;%20charset=UTF-8"
                                        + "&X-atmo-protocol=true")
                        .replace("http:", "ws:");
        socket =
                http.newWebSocketBuilder()
                        .header("Origin", product.url(""))
                        .buildAsync(URI.create(address), new Ear())
                        .get(60, TimeUnit.SECONDS);
    }

    long bytes() {
        return bytes.get();
    }

    long messages() {
        return messages.get();
    }

    /// When it was first told, after an instant, that somebody does something else now; both in
    /// nanoseconds of [System#nanoTime]. Forgets what it was told before; empty when nothing yet.
    OptionalLong toldAfter(long instant) {
        heard.removeIf(at -> at < instant);
        return heard.stream().mapToLong(at -> at).min();
    }

    @Override
    public void close() {
        var open = socket;
        if (open != null) {
            open.abort();
        }
        http.shutdownNow();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static String found(Pattern pattern, String text) {
        var matcher = pattern.matcher(text);
        if (!matcher.find()) {
            throw new IllegalStateException(pattern + " is not in " + text);
        }
        return matcher.group(1);
    }

    private final class Ear implements WebSocket.Listener {
        @Override
        public @Nullable CompletionStage<?> onText(
                WebSocket from, CharSequence text, boolean last) {
            bytes.addAndGet(text.length());
            messages.addAndGet(last ? 1 : 0);
            if (ANOTHER_WORD.matcher(text).find()) {
                heard.add(System.nanoTime());
            }
            from.request(1);
            return null;
        }
    }
}
