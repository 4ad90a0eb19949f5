package org.tipstats.site.tabulate;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.WaitUntilState;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tipstats.mapping.count.CaseLists;
import org.tipstats.mapping.count.CaseLists.CaseList;
import org.tipstats.site.frame.BrowserPage;
import org.tipstats.site.frame.PageTest;
import org.tipstats.site.frame.PageView;

/** Tests the page that counts a list of cases, in a real browser that loses its network once the page is loaded. */
@QuarkusTest
class TabulatePageTest extends PageTest {

    /** What browsers call a good value of the cumulative layout shift. */
    private static final double MAX_SHIFT = 0.1;

    @TempDir
    Path folder;

    private static CaseList list(String file) {
        return CaseLists.all()
                .filter(list -> list.file().endsWith(file))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void thePageIsFitForEveryone() {
        checkLooks("/tabulate", "tabulate");
    }

    /** Browsers refuse any connection of the page, and the service has no operation that takes a list. */
    @Test
    void thePagesPolicyAllowsNoConnection() {
        given().get("/fr/tabulate")
                .then()
                .statusCode(200)
                .header("Content-Security-Policy", equalTo(TabulateResource.POLICY))
                .header("Content-Security-Policy", containsString("connect-src 'none'"));
        given().multiPart("file", "a,b").post("/fr/tabulate").then().statusCode(greaterThanOrEqualTo(400));
    }

    /** The codes and words are a script of their own, so that the page shows before they are there. */
    @Test
    void thePageIsSmallAndBrowsersKeepItsWords() {
        String page = given().get("/en/tabulate").asString();
        assertTrue(page.length() < 100_000, page.length() + " characters");
        String words = Jsoup.parse(page).selectFirst("#vocabulary").attr("src");
        given().accept("text/javascript")
                .get(words)
                .then()
                .statusCode(200)
                .contentType("text/javascript")
                .header("Cache-Control", containsString("immutable"))
                .body(startsWith("export default JSON.parse('{"));
        given().get(words.replaceFirst("/\\w{32}/", "/former/"))
                .then()
                .statusCode(200)
                .header("Cache-Control", equalTo("no-store"));
    }

    /** The form is there before its words, so that nothing moves when they have come. */
    @Test
    void nothingMovesWhenTheWordsHaveCome() {
        try (BrowserPage seen = open("/tabulate", PageView.at(PageView.PHONE))) {
            Page page = seen.alone().page();
            List<Route> waiting = new CopyOnWriteArrayList<>();
            page.route("**/vocabulary.js", waiting::add);
            page.reload(new Page.ReloadOptions().setWaitUntil(WaitUntilState.COMMIT));
            page.waitForSelector("#tabulate[inert]");
            page.waitForFunction("() => performance.getEntriesByName('first-contentful-paint').length > 0");
            page.waitForCondition(() -> !waiting.isEmpty());
            waiting.forEach(Route::resume);
            page.waitForSelector("#tabulate:not([inert])");
            Object moved = page.evaluate("async () => { let sum = 0;"
                    + " new PerformanceObserver(list => list.getEntries().forEach(e => { sum += e.value; }))"
                    + ".observe({ type: 'layout-shift', buffered: true });"
                    + " await new Promise(done => setTimeout(done, 300)); return sum; }");
            assertTrue(((Number) moved).doubleValue() < MAX_SHIFT, "moved by " + moved);
        }
    }

    @Test
    void aListIsCountedWithoutAnyRequest() throws IOException {
        journey(PageView.at(PageView.DESK));
    }

    @Test
    void theSameInArabicOnAPhoneAtNight() throws IOException {
        journey(PageView.at(PageView.PHONE).in("ar").dark());
    }

    private void journey(PageView look) throws IOException {
        try (BrowserPage seen = open("/tabulate", look)) {
            Page page = seen.page();
            List<String> requests = offline(seen);
            CaseList plain = list("plain.csv");
            page.setInputFiles("#list-file", plain.file());
            page.waitForSelector("#columns tr");
            page.click("#count");
            page.waitForSelector("#fault:not([hidden])");
            page.selectOption("#area", "AUT");
            count(page);
            seen.picture("tabulate-counted").check();

            assertEquals("result-heading", page.evaluate("() => document.activeElement.id"));
            assertEquals("7", page.textContent("[data-fact=used]"));
            assertEquals("1", page.textContent("[data-fact=SAME_PERSON]"));
            assertEquals("androgyn", page.textContent("#words th"));
            assertEquals(plain.count().csv(), content(page, "#download"));

            page.selectOption("#words select", "_O");
            count(page);
            assertTrue(content(page, "#download").contains(",I,A,AUT,_O,Y45T54,ORG,NUMBER,2024,1,A,"));
            assertEquals(List.of(), requests);
            seen.check();
        }
    }

    /** Watches the network of a page, and takes it away. */
    private static List<String> offline(BrowserPage seen) {
        Page page = seen.alone().page();
        page.waitForSelector("#tabulate:not([inert])");
        page.waitForLoadState();
        List<String> requests = new CopyOnWriteArrayList<>();
        page.onRequest(request -> {
            if (!request.url().startsWith("blob:")) {
                requests.add(request.url());
            }
        });
        page.context().setOffline(true);
        return requests;
    }

    private static void count(Page page) {
        page.click("#count");
        page.waitForSelector("#result:not([hidden])");
    }

    private static String content(Page page, String button) throws IOException {
        Download download = page.waitForDownload(() -> page.click(button));
        return Files.readString(download.path());
    }

    /** The columns of a workbook are matched by hand once. The saved choices match them in the next year. */
    @Test
    void savedChoicesHaveNothingOfARowAndAreUsedAgain() throws IOException {
        CaseList workbook = list("workbook.xlsx");
        Path saved = folder.resolve("columns.json");
        try (BrowserPage seen = open("/tabulate", PageView.at(PageView.DESK))) {
            Page page = seen.page();
            List<String> requests = offline(seen);
            page.selectOption("#area", "NOR");
            page.setInputFiles("#list-file", workbook.file());
            page.waitForSelector("#columns tr");
            page.selectOption("#sheet", "1");
            page.check("#header-1");
            workbook.json()
                    .get("mapping")
                    .get("columns")
                    .properties()
                    .forEach(column -> page.selectOption(
                            "#columns select[aria-label='" + column.getKey() + "']",
                            column.getValue().asText()));
            count(page);
            assertEquals(workbook.count().csv(), content(page, "#download"));
            Files.writeString(saved, content(page, "#save"));
            assertEquals(List.of(), requests);
        }
        String choices = Files.readString(saved);
        assertTrue(choices.contains("\"Birth date\": \"BIRTH_DATE\""), choices);
        assertFalse(choices.contains("101") || choices.contains("Female"), choices);
        try (BrowserPage seen = open("/tabulate", PageView.at(PageView.DESK))) {
            Page page = seen.page();
            offline(seen);
            page.selectOption("#area", "NOR");
            page.setInputFiles("#mapping-file", saved);
            page.setInputFiles("#list-file", workbook.file());
            page.waitForSelector("#columns tr");
            count(page);
            assertEquals(workbook.count().csv(), content(page, "#download"));
        }
    }

    @Test
    void aFileThatIsNoListIsRefusedInWords() throws IOException {
        Path broken = Files.write(folder.resolve("broken.xlsx"), new byte[] {'P', 'K', 3, 4, 0, 0});
        try (BrowserPage seen = open("/tabulate", PageView.at(PageView.DESK))) {
            seen.page().waitForSelector("#tabulate:not([inert])");
            seen.page().setInputFiles("#list-file", broken);
            seen.page().waitForSelector("#fault:not([hidden])");
            assertEquals("The file cannot be read as CSV or XLSX.", seen.page().textContent("#fault"));
            seen.check();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"vocabulary.js", "tabulate.js", "tabulate-engine.js", "base.js"})
    void aPageWithoutOneOfItsScriptsAsksToLoadItAgain(String missing) {
        try (BrowserPage seen = open("/tabulate", PageView.at(PageView.PHONE).in("fr"))) {
            Page page = seen.alone().page();
            page.route("**/" + missing, Route::abort);
            page.reload();
            page.waitForSelector("#not-loaded:not([hidden])");
            assertEquals(
                    "La page ne s’est pas chargée entièrement. Veuillez la recharger.",
                    page.textContent("#not-loaded"));
            assertFalse(page.isVisible("#list-file"));
        }
    }

    @Test
    void withoutScriptsThePageNamesTheCommand() {
        try (BrowserPage seen = open("/tabulate", PageView.at(PageView.DESK).withoutScript())) {
            assertTrue(seen.page().isVisible("noscript p"));
            assertFalse(seen.page().isVisible("#list-file"));
        }
    }
}
