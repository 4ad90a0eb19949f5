package org.tipstats.site.frame;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import io.restassured.RestAssured;
import org.tipstats.SiteSession;

/**
 * The base of tests of pages in a browser. A subclass is a {@code @QuarkusTest}. Without a browser the tests are
 * skipped with a message.
 */
public abstract class PageTest {

    /**
     * Opens a page and checks that it exists.
     *
     * @param path the path below the language
     */
    public static BrowserPage open(String path, PageView look) {
        BrowserPage seen = on(WebBrowser.freePage(look), look);
        Response answer = seen.go("/" + look.language() + path);
        assertEquals(200, answer.status(), answer.url());
        return seen;
    }

    /** Makes a reader who has not opened anything yet, and who shares the page with no other test. */
    public static BrowserPage reader(PageView look) {
        return on(WebBrowser.newPage(look), look).alone();
    }

    /** Opens a page of a copy of the website, which another server of this machine serves. */
    public static BrowserPage openCopy(String origin, String path, PageView look) {
        BrowserPage seen = new BrowserPage(WebBrowser.freePage(look), look, origin);
        Response answer = seen.go("/" + look.language() + path);
        assertEquals(200, answer.status(), answer.url());
        return seen;
    }

    private static BrowserPage on(Page page, PageView look) {
        return new BrowserPage(page, look, "http://localhost:" + RestAssured.port);
    }

    /** Types a token on the page for it, in the language of the look, and comes to the desk. */
    public static BrowserPage signIn(String token, PageView look) {
        BrowserPage seen = open("/sign-in", look);
        seen.page().fill("#token", token);
        seen.page().click("form.stack button[type=submit]");
        seen.page().waitForURL("**/" + look.language() + "/desk");
        return seen;
    }

    /** Opens the desk with the cookie of a session, which takes less than {@link #signIn}. */
    public static BrowserPage signedIn(String token, PageView look) {
        String session = SiteSession.open(token).cookie();
        assertNotNull(session, "nobody is signed in");
        BrowserPage seen = on(WebBrowser.freePage(look), look).withCookie("tipstats", session);
        assertEquals(200, seen.go("/" + look.language() + "/desk").status());
        return seen;
    }

    /**
     * Checks a page in all usual looks, see {@link BrowserPage#checkBoth}.
     *
     * @param name the name of its screenshots
     */
    public static void checkLooks(String path, String name) {
        for (PageView look : PageView.USUAL) {
            try (BrowserPage seen = open(path, look)) {
                seen.checkBoth(name);
            }
        }
    }
}
