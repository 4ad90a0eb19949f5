package org.tipstats.site.frame;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.google.gson.JsonObject;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.tipstats.site.frame.Frame.Theme;

/**
 * The one browser of a test run: Debian's Chromium, started when the first page is opened. The shell without a window has
 * the same engine and needs a third of the work for a page, so it is taken if it is there. Starting a page takes longer
 * than showing most of ours, so a page that a test closes serves the next test in the same language.
 */
final class WebBrowser {

    private static final Path SHELL = Path.of("/usr/bin/chromium-headless-shell");
    private static final Path CHROMIUM = Files.isExecutable(SHELL) ? SHELL : Path.of("/usr/bin/chromium");
    private static final Path FONTS = Path.of("src", "test", "resources", "fonts.conf");
    private static final int HEIGHT = 900;

    /** A page waits so long for what must appear on it, also on a busy machine. */
    private static final int PATIENCE_MILLIS = 120_000;

    private static final int MAX_FREE = 8;

    /** The pages that are free, the one that was used last at the end. */
    private static final Deque<FreePage> FREE = new ArrayDeque<>();

    private static Browser started;

    private record FreePage(PageView look, Page page) {}

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
                            .setEnv(environment())
                            .setArgs(List.of(
                                    "--no-sandbox",
                                    "--disable-gpu",
                                    "--force-color-profile=srgb",
                                    // Scripts of a page run too briefly to repay the compilers that make them faster.
                                    "--js-flags=--no-opt,--no-maglev")));
            Runtime.getRuntime().addShutdownHook(new Thread(playwright::close));
        }
        return started;
    }

    /** Returns the environment, with fonts for all languages. */
    private static Map<String, String> environment() {
        Map<String, String> environment = new HashMap<>(System.getenv());
        environment.put("FONTCONFIG_FILE", FONTS.toAbsolutePath().toString());
        return environment;
    }

    /** Opens a page in a browser context of its own, without cookies. */
    static Page newPage(PageView look) {
        BrowserContext reader = get().newContext(new Browser.NewContextOptions()
                .setViewportSize(look.width(), HEIGHT)
                .setLocale(look.language())
                .setColorScheme(scheme(look))
                .setReducedMotion(ReducedMotion.REDUCE)
                .setJavaScriptEnabled(look.script()));
        reader.setDefaultTimeout(PATIENCE_MILLIS);
        reader.addInitScript(BrowserPage.RECORD_VIOLATIONS);
        reader.addInitScript(BrowserPage.LOAD_AXE);
        return reader.newPage();
    }

    /** Returns a page without cookies and history. Its last document may still be shown. */
    static Page freePage(PageView look) {
        for (Iterator<FreePage> free = FREE.iterator(); free.hasNext(); ) {
            FreePage one = free.next();
            if (one.look.language().equals(look.language()) && one.look.script() == look.script()) {
                free.remove();
                if (!one.look.equals(look)) {
                    turn(one.page, look);
                }
                return one.page;
            }
        }
        return newPage(look);
    }

    /** Shows a page in another theme and width. */
    static void turn(Page page, PageView look) {
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme(look)));
        page.setViewportSize(look.width(), HEIGHT);
    }

    private static ColorScheme scheme(PageView look) {
        return look.theme() == Theme.DARK ? ColorScheme.DARK : ColorScheme.LIGHT;
    }

    /**
     * Lets a page forget its reader and keeps it for the next one. The cache stays: what it may use unasked has an address that
     * changes with its content, or belongs to a named release. So a test that takes a release back must open a page of its own.
     */
    static void release(PageView look, Page page, String origin) {
        BrowserContext reader = page.context();
        if (page.isClosed() || reader.pages().size() > 1) {
            reader.close();
            return;
        }
        reader.clearCookies();
        CDPSession session = reader.newCDPSession(page);
        JsonObject everything = new JsonObject();
        everything.addProperty("origin", origin);
        everything.addProperty("storageTypes", "all");
        session.send("Storage.clearDataForOrigin", everything);
        session.send("Page.resetNavigationHistory");
        session.detach();
        FREE.addLast(new FreePage(look, page));
        if (FREE.size() > MAX_FREE) {
            FREE.removeFirst().page.context().close();
        }
    }
}
