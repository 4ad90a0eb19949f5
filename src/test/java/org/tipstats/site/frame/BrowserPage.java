package org.tipstats.site.frame;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.ConsoleMessage;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.Cookie;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.tipstats.site.frame.Frame.Theme;

/** A page in a browser. Records every fault of the page. The caller must close it. */
public final class BrowserPage implements AutoCloseable {

    /**
     * Runs axe. Contrast and structure are the same in both directions of writing, so only pages from left to right are checked
     * for them; the rules about names and places know no theme, so dark Arabic pages are skipped.
     */
    private static final String RUN_AXE = resource("/org/tipstats/site/frame/accessibility.js");

    private static final String OVERFLOW =
            "() => document.documentElement.scrollWidth" + " - document.documentElement.clientWidth";

    static final String RECORD_VIOLATIONS = "window.reported = []; document.addEventListener('securitypolicyviolation',"
            + " e => window.reported.push(e.effectiveDirective + ' ' + e.blockedURI + ' ' + e.sample));";

    private static final String NEXT_FRAME =
            "() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(() => done())))";

    /**
     * Offers axe to each document. The browser keeps what it has compiled of this function for the next document, and compiles
     * none of it where no one calls it.
     */
    static final String LOAD_AXE = "window.loadAxe = () => {" + resource("/axe.min.js") + "\n};";

    private final Page page;
    private final String host;
    private final List<String> faults = new ArrayList<>();
    private final Consumer<com.microsoft.playwright.Frame> arrival = frame -> arrived = true;
    private final Consumer<Request> request = this::checkHost;
    private final Consumer<String> error = text -> addFault("script failed: " + text);
    private final Consumer<ConsoleMessage> message = this::checkMessage;
    private PageView look;
    private boolean arrived;
    private boolean alone;
    private boolean broken;

    BrowserPage(Page page, PageView look, String origin) {
        this.page = page;
        this.look = look;
        this.host = URI.create(origin).getAuthority();
        page.onFrameNavigated(arrival);
        page.onRequest(request);
        page.onPageError(error);
        page.onConsoleMessage(message);
    }

    private void checkHost(Request sent) {
        URI address = URI.create(sent.url());
        if (!"data".equals(address.getScheme()) && !host.equals(address.getAuthority())) {
            addFault("asks another host: " + sent.url());
        }
    }

    private void checkMessage(ConsoleMessage shown) {
        boolean meant = broken && shown.text().endsWith("net::ERR_CONNECTION_RESET");
        if (shown.type().equals("error") && !meant && !shown.text().contains("the server responded with a status")) {
            addFault("console: " + shown.text());
        }
    }

    /** Adds a fault, but none of the document that an earlier reader of the page left. */
    private void addFault(String fault) {
        if (arrived) {
            faults.add(fault);
        }
    }

    /**
     * Finds captions, heads of rows and newest years that are cut off at the sides of a table that scrolls. Fails if no
     * table is wider than its place.
     */
    private static final String CUT_OFF = """
            () => {
              const wide = [...document.querySelectorAll('.scroller')].filter(e => e.scrollWidth > e.clientWidth + 1);
              if (wide.length === 0) throw new Error('no table scrolls sideways');
              return wide.flatMap(scroller => {
                const place = scroller.getBoundingClientRect();
                return [...scroller.querySelectorAll('caption, tbody th, thead th:last-child')].filter(e => {
                  const { left, right } = e.getBoundingClientRect();
                  return left < place.left - 1 || right > place.right + 1;
                }).map(e => e.textContent.trim());
              });
            }""";

    /** Fails if a table that scrolls sideways hides its caption, the heads of its rows or its newest year at first. */
    public BrowserPage checkFirstSight() {
        assertEquals(List.of(), page.evaluate(CUT_OFF), page.url() + " " + look);
        return this;
    }

    /**
     * Returns the page itself, for clicks and text. A test that changes what outlives a document, such as routes,
     * listeners, scripts for each document and the media, must call {@link #alone()}.
     */
    public Page page() {
        return page;
    }

    /** Lets no other test use the page. */
    public BrowserPage alone() {
        alone = true;
        return this;
    }

    /** Gives the browser a cookie of this website, which it forgets when the test closes the page. */
    public BrowserPage withCookie(String name, String value) {
        page.context().addCookies(List.of(new Cookie(name, value).setUrl("http://" + host)));
        return this;
    }

    /**
     * Breaks the connection of every form sent to the address from now on. The browser's own error message about it is
     * not a fault.
     */
    public void breakOff(String address) {
        broken = true;
        alone = true;
        page.route(address, route -> {
            if (route.request().method().equals("POST")) {
                route.abort("connectionreset");
            } else {
                route.resume();
            }
        });
    }

    /** Goes to an address of this website. Fails if what the service sends is not valid HTML. */
    public Response go(String path) {
        Response answer = page.navigate("http://" + host + path);
        if (look.theme() == Theme.LIGHT
                && answer.headers().getOrDefault("content-type", "").startsWith("text/html")) {
            assertEquals(List.of(), HtmlChecker.errors(answer.text()), path + " is not valid HTML");
        }
        return answer;
    }

    /**
     * Fails if the page in its present state breaks an accessibility rule or its security policy, is not valid HTML,
     * scrolls sideways, had a script error, or sent a request to another host.
     */
    public BrowserPage check() {
        page.waitForLoadState();
        String where = page.url() + " " + look + " ";
        if (look.script()) {
            Object reported = page.evaluate("() => window.reported");
            assertEquals(List.of(), reported, where + "breaks its security policy");
        }
        assertEquals(List.of(), faults, where);
        int wider = ((Number) page.evaluate(OVERFLOW)).intValue();
        assertTrue(wider <= 0, where + "scrolls sideways by " + wider + " pixels");
        if (look.theme() == Theme.LIGHT) {
            // The library of the charts marks its place so.
            String html = page.content().replaceAll(" _echarts_instance_=\"[^\"]*\"", "");
            assertEquals(List.of(), HtmlChecker.errors(html), where + "is not valid HTML");
        }
        boolean leftToRight = !look.language().equals("ar");
        if (look.script() && (leftToRight || look.theme() == Theme.LIGHT)) {
            page.evaluate("() => { if (!('axe' in window)) window.loadAxe(); }");
            assertEquals(List.of(), page.evaluate(RUN_AXE, leftToRight), where + "is not accessible");
        }
        return this;
    }

    /**
     * Checks the page in its present state, in its look and in the {@link PageView#opposite} one. The page must have scripts.
     * The document stays the same: what the service sends depends neither on the theme of the device nor on the width of
     * its window. But what a script measures when it is loaded stays, too.
     *
     * @param name the name of the screenshots
     */
    public BrowserPage checkBoth(String name) {
        PageView opened = look;
        picture(name).check();
        turn(look.opposite());
        picture(name).check();
        turn(opened);
        return this;
    }

    private void turn(PageView other) {
        look = other;
        WebBrowser.turn(page, other);
        // Charts are drawn again.
        page.evaluate(NEXT_FRAME);
    }

    /** Saves a screenshot if {@code -Dscreenshots=folder} is set. */
    public BrowserPage picture(String name) {
        String folder = System.getProperty("screenshots");
        if (folder != null) {
            page.screenshot(new Page.ScreenshotOptions()
                    .setPath(Path.of(folder, name + "-" + look + ".png"))
                    .setFullPage(true));
        }
        return this;
    }

    @Override
    public void close() {
        if (alone) {
            page.context().close();
            return;
        }
        page.offFrameNavigated(arrival);
        page.offRequest(request);
        page.offPageError(error);
        page.offConsoleMessage(message);
        WebBrowser.release(look, page, "http://" + host);
    }

    private static String resource(String name) {
        try (InputStream in = BrowserPage.class.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
