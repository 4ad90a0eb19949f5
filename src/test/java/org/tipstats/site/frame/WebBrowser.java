package org.tipstats.site.frame;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.tipstats.site.frame.Frame.Theme;

/** The one browser of a test run: Debian's Chromium, started when the first page is opened. */
final class WebBrowser {

    private static final Path CHROMIUM = Path.of("/usr/bin/chromium");
    private static final int HEIGHT = 900;

    private static Browser started;

    private WebBrowser() {}

    /** Returns the browser. If there is none, the test fails in CI, and is skipped with a message elsewhere. */
    static synchronized Browser get() {
        boolean found = Files.isExecutable(CHROMIUM);
        String missing = "there is no " + CHROMIUM + ": this page is not checked";
        if ("true".equals(System.getenv("CI"))) {
            assertTrue(found, missing);
        }
        assumeTrue(found, missing);
        if (started == null) {
            Playwright playwright = Playwright.create(
                    new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
            started = playwright
                    .chromium()
                    .launch(new BrowserType.LaunchOptions()
                            .setExecutablePath(CHROMIUM)
                            .setArgs(List.of("--no-sandbox", "--disable-gpu", "--force-color-profile=srgb")));
            Runtime.getRuntime().addShutdownHook(new Thread(playwright::close));
        }
        return started;
    }

    /** Opens a new browser context, without cookies. */
    static BrowserContext reader(PageView look) {
        return get().newContext(new Browser.NewContextOptions()
                .setViewportSize(look.width(), HEIGHT)
                .setLocale(look.language())
                .setColorScheme(look.theme() == Theme.DARK ? ColorScheme.DARK : ColorScheme.LIGHT)
                .setReducedMotion(ReducedMotion.REDUCE)
                .setJavaScriptEnabled(look.script()));
    }
}
