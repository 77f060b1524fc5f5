package dev.rollcall.journeys;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/// An installed Chromium for a journey: `@RegisterExtension static final Browsers browsers`.
public final class Browsers implements BeforeAllCallback, AfterAllCallback {

    private static final List<String> PROGRAMS =
            List.of("chromium", "chromium-browser", "google-chrome", "google-chrome-stable");

    private static final List<String> FLAGS =
            List.of(
                    "--no-sandbox",
                    "--disable-gpu",
                    "--disable-quic",
                    "--no-first-run",
                    "--disable-background-networking",
                    "--disable-component-update",
                    "--disable-sync");

    private @Nullable Playwright playwright;
    private @Nullable Browser browser;

    /// How long something may take on a machine with other work to do. How quick the product is,
    /// the benchmarks say.
    private static final double PATIENCE_MILLIS = 60_000;

    @Override
    public void beforeAll(ExtensionContext context) {
        open();
    }

    @Override
    public void afterAll(ExtensionContext context) {
        close();
    }

    /// Starts it on the thread that will use it; another one must not.
    void open() {
        PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE_MILLIS);
        playwright =
                Playwright.create(
                        new Playwright.CreateOptions()
                                .setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        browser =
                playwright
                        .chromium()
                        .launch(
                                new BrowserType.LaunchOptions()
                                        .setExecutablePath(program())
                                        .setArgs(FLAGS));
    }

    void close() {
        if (playwright != null) {
            playwright.close();
        }
    }

    /// A person's own browser: cookies and all.
    public BrowserContext person(int width, int height, ColorScheme scheme) {
        var person =
                Objects.requireNonNull(browser)
                        .newContext(
                                new NewContextOptions()
                                        .setViewportSize(width, height)
                                        .setColorScheme(scheme)
                                        .setLocale("en-GB")
                                        .setTimezoneId("Europe/Berlin"));
        person.setDefaultTimeout(PATIENCE_MILLIS);
        return person;
    }

    public BrowserContext person() {
        return person(1440, 900, ColorScheme.LIGHT);
    }

    /// Signs in through the form, as people do.
    static Page signIn(
            BrowserContext person, RunningProduct product, String email, String password) {
        var page = person.newPage();
        page.navigate(product.url("/login"));
        page.locator("input[name=username]").fill(email);
        page.locator("input[name=password]").fill(password);
        page.locator("input[name=password]").press("Enter");
        page.waitForURL(url -> !url.contains("/login"));
        return page;
    }

    static Page signInToDemo(BrowserContext person, String who) {
        return signIn(person, RunningProduct.demo(), who + "@rollcall.demo", "rollcall-demo");
    }

    /// Keeps a picture: below `target/screens`, or in `docs/screens` when the build is run with
    /// `-Drollcall.screens=docs/screens`.
    static void picture(Page page, String name) {
        var folder = Path.of(System.getProperty("rollcall.screens", "target/screens"));
        // The glow of loading is for people who wait, not for pictures.
        page.screenshot(
                new Page.ScreenshotOptions()
                        .setPath(folder.resolve(name + ".png"))
                        .setStyle(".v-loading-indicator { display: none !important }"));
    }

    private static Path program() {
        var named = Optional.ofNullable(System.getenv("ROLLCALL_CHROMIUM")).map(Path::of);
        var onPath =
                Stream.of(Optional.ofNullable(System.getenv("PATH")).orElse("").split(":"))
                        .flatMap(folder -> PROGRAMS.stream().map(p -> Path.of(folder, p)));
        var mac = Path.of("/Applications/Google Chrome.app/Contents/MacOS/Google Chrome");
        return Stream.concat(named.stream(), Stream.concat(onPath, Stream.of(mac)))
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow(() ->
                        new IllegalStateException(
                                "The browser tests need Chromium or Chrome. Install it, or"
                                        + " name its program in ROLLCALL_CHROMIUM."));
    }
}
