package org.tipstats.site.home;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ForcedColors;
import com.microsoft.playwright.options.Media;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tipstats.site.area.ProfileData;
import org.tipstats.site.frame.BrowserPage;
import org.tipstats.site.frame.PageTest;
import org.tipstats.site.frame.PageView;

/** Checks the rules that every public page must keep, whatever it shows. */
@QuarkusTest
class EveryPageTest extends PageTest {

    /** Text spacing of WCAG 2.2, success criterion 1.4.12. */
    private static final String WIDE_TEXT = "* { line-height: 1.5 !important; letter-spacing: 0.12em !important;"
            + " word-spacing: 0.16em !important; } p { margin-block-end: 2em !important; }";

    /** Applies a reader's own style sheet, to which the page's security policy does not apply. */
    private static final String SET = "text => { const sheet = new CSSStyleSheet(); sheet.replaceSync(text);"
            + " document.adoptedStyleSheets.push(sheet); }";

    /** Finds texts that are cut off in boxes that neither grow nor scroll. */
    private static final String CUT = "() => [...document.querySelectorAll('main *')]"
            + ".filter(e => e.children.length === 0 && e.textContent.trim() !== ''"
            + " && getComputedStyle(e).overflowX === 'hidden' && !e.closest('.aside')"
            + " && e.scrollWidth > e.clientWidth + 1).map(e => e.outerHTML)";

    /** Checks that the focused element is drawn, inside the window, and not hidden behind another. */
    private static final String IN_SIGHT =
            "() => { const e = document.activeElement; const box = e.getBoundingClientRect();"
                    + " const upper = Math.max(0, box.top), lower = Math.min(innerHeight, box.bottom);"
                    + " const x = box.left + Math.min(box.width, innerWidth) / 2, y = (upper + lower) / 2;"
                    + " if (box.width === 0 || lower - upper < 8) return e.outerHTML.slice(0, 200);"
                    + " const top = document.elementFromPoint(Math.max(1, Math.min(innerWidth - 2, x)), y);"
                    + " const style = getComputedStyle(e);"
                    + " const ring = style.outlineStyle !== 'none' || style.boxShadow !== 'none';"
                    + " return top && (e.contains(top) || top.contains(e)) && ring ? '' : e.outerHTML.slice(0, 200); }";

    /**
     * Notes the focused element, and returns those of the first 120 elements for the keyboard that have not had the focus. Of a
     * group of radio buttons the keyboard stops at the chosen one.
     */
    private static final String NOT_REACHED =
            "() => { (window.reached ??= new Set()).add(document.activeElement); return [...document.querySelectorAll("
                    + "'a[href], button, input:not([type=hidden]), select, textarea, summary, [tabindex=\"0\"]')]"
                    + ".filter(e => e.checkVisibility() && !e.disabled && (e.type !== 'radio' || e.checked)).slice(0, 120)"
                    + ".filter(e => !window.reached.has(e)).map(e => e.outerHTML.slice(0, 200)); }";

    @Inject
    ProfileData data;

    @BeforeEach
    void publish() {
        data.publish();
    }

    static Stream<String> pages() {
        return Stream.of(
                "/",
                "/data",
                "/data/VICTIMS?REF_AREA=FRO&TIME_PERIOD=2009:2012&SEX=_T,F,M&AGE=_T&EXPLOITATION=_T",
                "/areas",
                "/areas/FRO",
                "/areas/150",
                "/areas/FRO/brief",
                "/areas/FRO/metadata",
                "/topics",
                "/topics/women-and-children?area=FRO",
                "/topics/who-reports?area=154",
                "/calendar",
                "/coverage?region=154",
                "/releases",
                "/releases/profile-1",
                "/releases/profile-2/changes",
                "/search?q=islands",
                "/methods",
                "/developers",
                "/about",
                "/accessibility",
                "/check",
                "/tabulate",
                "/sign-in");
    }

    /**
     * A page has one heading, a title that names the place, the caveat on its figures, and absolute links to all
     * languages.
     */
    @ParameterizedTest
    @MethodSource("pages")
    void aPageSaysWhatItIs(String path) {
        Document page = sent("/en" + path);
        assertEquals(1, page.select("h1").size());
        assertTrue(page.title().endsWith(" · TIPstats") || path.equals("/"), page.title());
        assertTrue(page.select("footer .caveat").text().startsWith("Detected victims are the people whom"));
        List<String> alternates = page.select("link[rel=alternate][hreflang]").eachAttr("href");
        assertEquals(6, alternates.size());
        assertTrue(alternates.stream().allMatch(address -> address.startsWith(origin() + "/")), alternates.toString());
    }

    private static String origin() {
        return "http://localhost:" + RestAssured.port;
    }

    private static Document sent(String path) {
        return Jsoup.parse(RestAssured.given()
                .urlEncodingEnabled(false)
                .accept("text/html")
                .get(origin() + path)
                .asString());
    }

    /** Axe checks roles and structure of the English pages only. The order of names may differ. */
    @ParameterizedTest
    @MethodSource("pages")
    void anArabicPageIsBuiltLikeTheEnglishPage(String path) {
        assertEquals(structure(sent("/en" + path)), structure(sent("/ar" + path)));
    }

    /** Returns the elements that occur in a page, each with its role and the elements around it. */
    private static Set<String> structure(Document page) {
        return page.select("*").stream()
                .map(element -> Stream.concat(Stream.of(element), element.parents().stream())
                        .map(each -> each.tagName() + " " + each.attr("role"))
                        .collect(Collectors.joining(" in ")))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @ParameterizedTest
    @MethodSource("pages")
    void textMayBeSetWiderOnANarrowScreen(String path) {
        for (String language : new String[] {"en", "ar"}) {
            try (BrowserPage seen = open(path, PageView.at(PageView.NARROW).in(language))) {
                assertEquals(0, widthBeyondTheScreen(seen), "scrolls sideways");
                seen.page().evaluate(SET, WIDE_TEXT);
                assertEquals(0, widthBeyondTheScreen(seen), "scrolls sideways with wide text");
                assertEquals(List.of(), seen.page().evaluate(CUT));
            }
        }
    }

    private static int widthBeyondTheScreen(BrowserPage seen) {
        Object wider = seen.page()
                .evaluate("() => document.documentElement.scrollWidth - document.documentElement.clientWidth");
        return ((Number) wider).intValue();
    }

    @ParameterizedTest
    @MethodSource("pages")
    void whatTheKeyboardReachesIsInSight(String path) {
        try (BrowserPage seen = open(path, PageView.at(PageView.DESK))) {
            Page page = seen.page();
            List<?> missing = (List<?>) page.evaluate(NOT_REACHED);
            // After its last element the focus leaves the page, and then comes back to the first one.
            for (int i = 2 * missing.size(); i > 0 && !missing.isEmpty(); i--) {
                page.keyboard().press("Tab");
                assertEquals(
                        "",
                        page.evaluate("() => document.activeElement === document.body ? '' : (" + IN_SIGHT + ")()"));
                missing = (List<?>) page.evaluate(NOT_REACHED);
            }
            assertEquals(List.of(), missing);
        }
    }

    /** If the system sets the colours, marks still have a border or text of their own. */
    @Test
    void withTheColoursOfTheSystemStatesAreStillTold() {
        try (BrowserPage seen = reader(PageView.at(PageView.DESK))) {
            Page page = seen.page();
            page.emulateMedia(new Page.EmulateMediaOptions().setForcedColors(ForcedColors.ACTIVE));
            seen.go("/en/coverage?region=154");
            seen.picture("coverage-forced");
            assertTrue(page.locator("td.status, td .sign, .heat td").count() > 0);
            Object empty = page.evaluate("() => [...document.querySelectorAll('.heat tbody td')]"
                    + ".filter(e => !e.innerText.trim()).length");
            assertEquals(0, ((Number) empty).intValue(), "a cell needs more than a colour");
            page.keyboard().press("Tab");
            assertEquals("", page.evaluate(IN_SIGHT), "the focus");
        }
    }

    @Test
    void withTheColoursOfTheSystemTheBarsOfAChartStillDiffer() {
        try (BrowserPage seen = reader(PageView.at(PageView.DESK))) {
            seen.page().emulateMedia(new Page.EmulateMediaOptions().setForcedColors(ForcedColors.ACTIVE));
            seen.go("/en/data/VICTIMS?REF_AREA=FRO&SEX=_T,F,M&AGE=_T&EXPLOITATION=_T&UNIT_MEASURE=NUMBER&view=bar");
            seen.page().waitForSelector("figure[data-ready] svg");
            Object colours = seen.page()
                    .evaluate("() => new Set([...document.querySelectorAll('.plot svg path')]"
                            + ".map(e => e.getAttribute('fill')).filter(fill => /^rgb\\(\\d+, /.test(fill))).size");
            assertEquals(3, ((Number) colours).intValue());
        }
    }

    /** A printed page has no navigation and no scroll bars, and prints the addresses of links. */
    @Test
    void aReleaseIsPrintedWhole() {
        try (BrowserPage seen = open("/releases/profile-1", PageView.at(PageView.DESK))) {
            Page page = seen.page();
            seen.alone();
            page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
            assertEquals(0, visible(page, "nav, form, .desk-bar"));
            assertTrue(visible(page, "main table") > 0);
            Object cut = page.evaluate("() => [...document.querySelectorAll('.scroller')]"
                    + ".filter(e => getComputedStyle(e).overflowX !== 'visible').length");
            assertEquals(0, ((Number) cut).intValue(), "tables must not be cut off");
            Object shown = page.evaluate(
                    "() => getComputedStyle(" + "document.querySelector('main a[href^=\"/api\"]'), '::after').content");
            assertTrue(String.valueOf(shown).contains("/api"), "addresses must be printed: " + shown);
        }
    }

    private static int visible(Page page, String selector) {
        Object count = page.evaluate(
                "selector => [...document.querySelectorAll(selector)].filter(e => e.checkVisibility()).length",
                selector);
        return ((Number) count).intValue();
    }
}
