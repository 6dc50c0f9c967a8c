package org.perezvon.testing;

import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A real Chromium, the one this machine has: nothing is downloaded. Name it by the environment variable {@code CHROMIUM}
 * when it lies at an unusual place.
 */
public final class Browser implements AutoCloseable {

    private static final List<String> USUAL_PLACES = List.of(
            "/usr/bin/chromium",
            "/usr/bin/chromium-browser",
            "/usr/bin/google-chrome",
            "/usr/bin/google-chrome-stable",
            "/snap/bin/chromium",
            "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
            "/Applications/Chromium.app/Contents/MacOS/Chromium",
            "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe");

    private final Playwright playwright;
    private final com.microsoft.playwright.Browser chromium;

    private Browser(Path executable) {
        playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        chromium = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(executable)
                        .setArgs(List.of(
                                "--headless",
                                "--no-sandbox",
                                "--disable-gpu",
                                "--no-first-run",
                                "--disable-background-networking")));
    }

    /** Skips the test where no browser is installed; on a build server, where {@code CI} is set, its absence is a failure. */
    public static Browser start() {
        Optional<Path> executable = Stream.concat(Stream.ofNullable(System.getenv("CHROMIUM")), USUAL_PLACES.stream())
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst();
        if (executable.isEmpty()) {
            String message = "No Chromium here, so no operator was watched in a browser; looked at " + USUAL_PLACES;
            return Objects.requireNonNull(System.getenv("CI") == null ? abort(message) : fail(message));
        }
        return new Browser(executable.get());
    }

    /**
     * A window of somebody at a desk in Irkutsk.
     *
     * @param house address of the application
     */
    public Page window(String house) {
        return chromium.newContext(new com.microsoft.playwright.Browser.NewContextOptions()
                        .setBaseURL(house)
                        .setLocale("ru-RU")
                        .setTimezoneId("Asia/Irkutsk")
                        .setViewportSize(1440, 900))
                .newPage();
    }

    @Override
    public void close() {
        chromium.close();
        playwright.close();
    }
}
