package org.tipstats.site.submit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.JSHandle;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.tipstats.SignedIn;
import org.tipstats.SiteSession;
import org.tipstats.site.frame.BrowserPage;
import org.tipstats.site.frame.PageTest;
import org.tipstats.site.frame.PageView;

/** Submits files in a browser: dropped or chosen, with progress, stopped, disconnected, and sent twice. */
@QuarkusTest
class SendingFilesTest extends PageTest {

    private static final String HEADER = "REF_AREA,SEX,AGE,EXPLOITATION,TIME_PERIOD,OBS_VALUE\n";
    private static final String FORM = "/desk/submissions/new";

    /** Records the messages of the live region in order. */
    private static final String LISTEN = """
            () => { window.heard = []; new MutationObserver(() => {
              const region = document.getElementById('announcements');
              if (region && window.heard.at(-1) !== region.textContent) window.heard.push(region.textContent);
            }).observe(document.body, { childList: true, subtree: true, characterData: true }); }""";

    private static final String DROP = """
            ([name, text]) => { const data = new DataTransfer();
              data.items.add(new File([text], name, { type: 'text/csv' })); return data; }""";

    @Inject
    SignedIn people;

    @ConfigProperty(name = "tipstats.max-upload")
    MemorySize maxUpload;

    @Test
    void aFileIsDroppedAndEveryStepIsSaid() {
        dropped("GIB", PageView.at(PageView.DESK));
    }

    @Test
    void theSameInArabicOnAPhone() {
        dropped("GAB", PageView.at(PageView.PHONE).in("ar"));
    }

    private void dropped(String area, PageView look) {
        try (BrowserPage seen = at(area, look)) {
            Page page = seen.page();
            page.selectOption("#dataflow", "VICTIMS");
            page.evaluate(LISTEN);
            JSHandle data = page.evaluateHandle(DROP, List.of("dropped.csv", HEADER + area + ",X,_T,_T,2013,4\n"));
            page.locator("[data-drop]").dispatchEvent("dragover", Map.of("dataTransfer", data));
            assertTrue(page.locator("[data-drop].over").isVisible());
            seen.picture("drop-over").check();
            page.locator("[data-drop]").dispatchEvent("drop", Map.of("dataTransfer", data));
            assertTrue(page.textContent("#file-button").contains("dropped.csv"));
            seen.picture("drop-chosen").check();
            String heard = String.valueOf(page.evaluate("() => window.heard.join(' | ')"));
            assertTrue(heard.contains("dropped.csv") && heard.contains(" | "), "two messages are due: " + heard);
            page.focus("form[data-upload] button[type=submit]");
            page.keyboard().press("Enter");
            page.waitForURL("**/report");
            assertEquals("X", page.locator("td.bad.error").first().textContent().strip());
        }
    }

    @Test
    void theStepsAreSaidToThoseWhoDoNotSeeThem() {
        try (BrowserPage seen = at("GEO", PageView.at(PageView.DESK))) {
            Page page = seen.page();
            page.selectOption("#dataflow", "VICTIMS");
            page.evaluate(LISTEN);
            page.setInputFiles("#file", file("said.csv", HEADER + "GEO,_T,_T,_T,2013,4\n"));
            seen.breakOff("**" + FORM);
            page.click("form[data-upload] button[type=submit]");
            page.waitForSelector("#sending-end button");

            List<?> heard = (List<?>) page.evaluate("() => window.heard");
            assertTrue(heard.contains("Selected: said.csv, 72 bytes"), heard.toString());
            assertTrue(heard.contains("Uploading said.csv: 0 %"), heard.toString());
        }
    }

    @Test
    void aLostConnectionKeepsTheForm() {
        try (BrowserPage seen = at("GHA", PageView.at(PageView.PHONE).in("ar"))) {
            Page page = seen.page();
            page.selectOption("#dataflow", "VICTIMS");
            page.check("input[value=replace]");
            page.setInputFiles("#file", file("lost.csv", HEADER + "GHA,_T,_T,_T,2013,4\n"));
            seen.breakOff("**" + FORM);
            page.click("form[data-upload] button[type=submit]");
            page.waitForSelector("#sending-end button");
            seen.picture("upload-lost").check();
            assertTrue(page.textContent("#file-button").contains("lost.csv"));
            assertEquals("VICTIMS", page.inputValue("#dataflow"));
            assertTrue(page.isChecked("input[value=replace]"));

            page.unroute("**" + FORM);
            page.keyboard().press("Enter");
            page.waitForURL(url -> url.matches(".*/desk/submissions/[0-9a-f-]{36}.*"));
        }
        assertEquals(1, files("GHA"));
    }

    @Test
    void aSendingCanBeStopped() {
        try (BrowserPage seen = at("ABW", PageView.at(PageView.DESK))) {
            Page page = seen.alone().page();
            page.selectOption("#dataflow", "VICTIMS");
            page.setInputFiles("#file", file("stopped.csv", HEADER + "ABW,_T,_T,_T,2013,4\n"));
            page.route("**" + FORM, route -> {
                // The request is neither forwarded nor answered, like the slowest connection.
            });
            page.click("form[data-upload] button[type=submit]");
            page.waitForSelector("#sending progress");
            seen.picture("upload-sending").check();
            page.click("#sending-cancel");
            page.waitForSelector("#sending-end:not([hidden])");
            seen.picture("upload-stopped").check();
            assertEquals("Cancelled. Nothing was stored.", page.textContent("#sending-end p"));
            assertTrue(page.textContent("#file-button").contains("stopped.csv"));
        }
        assertEquals(0, files("ABW"));
    }

    @Test
    void aDoubleClickSendsOnce() {
        AtomicInteger sent = new AtomicInteger();
        try (BrowserPage seen = at("GUY", PageView.at(PageView.DESK))) {
            Page page = seen.alone().page();
            page.onRequest(request -> {
                if (request.method().equals("POST")) {
                    sent.incrementAndGet();
                }
            });
            page.selectOption("#dataflow", "VICTIMS");
            page.setInputFiles("#file", file("twice.csv", HEADER + "GUY,_T,_T,_T,2013,4\n"));
            page.dblclick("form[data-upload] button[type=submit]");
            page.waitForSelector(".timeline");
            page.reload();
            page.waitForSelector(".timeline");
        }
        assertEquals(1, sent.get());
        assertEquals(1, files("GUY"));
    }

    @Test
    void sizeAndKindAreLookedAtBeforeAnythingIsSent() {
        AtomicInteger sent = new AtomicInteger();
        try (BrowserPage seen = at("AFG", PageView.at(PageView.TABLET))) {
            Page page = seen.alone().page();
            page.onRequest(request -> {
                if (request.method().equals("POST")) {
                    sent.incrementAndGet();
                }
            });
            page.click("form[data-upload] button[type=submit]");
            assertEquals(2, page.locator("#errors a").count());
            assertEquals("errors", page.evaluate("() => document.activeElement.id"));
            assertTrue(page.title().startsWith("Error:"));
            seen.picture("upload-missing").check();
            page.locator("#errors a").last().click();
            assertEquals("file-button", page.evaluate("() => document.activeElement.id"));

            page.selectOption("#dataflow", "VICTIMS");
            page.setInputFiles("#file", file("picture.png", "x"));
            page.click("form[data-upload] button[type=submit]");
            assertTrue(page.textContent("#file-fault").startsWith("picture.png is not a CSV"));
            page.evaluate("() => { document.querySelector('[data-drop]').dataset.limit = 10; }");
            page.setInputFiles("#file", file("large.csv", HEADER));
            page.click("form[data-upload] button[type=submit]");
            String limit = maxUpload.asLongValue() / (1 << 20) + " MB";
            assertTrue(page.textContent("#file-fault").startsWith("large.csv has 52 bytes; the limit is " + limit));
            assertEquals(page.textContent("#file-fault"), page.textContent("#errors a"));
            page.setInputFiles("#file", file("empty.csv", ""));
            page.click("form[data-upload] button[type=submit]");
            assertEquals("empty.csv is empty.", page.textContent("#file-fault"));
            assertTrue(page.textContent("#file-button").contains("empty.csv"), "the chosen file must stay");
        }
        assertEquals(0, sent.get());
    }

    @Test
    void aProblemOfTheServiceLeavesTheFormAsItIs() {
        try (BrowserPage seen = at("GRL", PageView.at(PageView.DESK))) {
            Page page = seen.page();
            page.selectOption("#dataflow", "VICTIMS");
            page.setInputFiles("#file", file("a.csv", HEADER + "GRL,_T,_T,_T,2013,4\n"));
            page.evaluate("() => { document.querySelector('form[data-upload] [name=form-token]').value = 'old'; }");
            page.click("form[data-upload] button[type=submit]");
            page.waitForSelector("#sending-end:not([hidden])");
            seen.picture("upload-problem").check();
            assertEquals("Your account has no access to this page", page.textContent("#sending-end h2"));
            assertTrue(page.textContent("#file-button").contains("a.csv"));
        }
    }

    /** 500 rows of more than a megabyte: the check is a job with its own page. */
    @Test
    void aLargeFileIsCheckedWhileOneSeesHowFarItIs() {
        StringBuilder rows = new StringBuilder("NOTE," + HEADER);
        for (int year = 2000; year < 2025; year++) {
            for (String age : List.of("_T", "Y0T17", "Y_GE18", "_U")) {
                for (String sex : List.of("_T", "F", "M", "_O", "_U")) {
                    String note = "x".repeat(3_000);
                    rows.append(note + ",GRL," + sex + "," + age + ",_T," + year + ",0\n");
                }
            }
        }
        assertTrue(rows.length() > 1 << 20);
        for (PageView look :
                List.of(PageView.at(PageView.DESK), PageView.at(PageView.DESK).withoutScript())) {
            try (BrowserPage seen = signedIn(people.submitter("GRL"), look)) {
                Page page = seen.page();
                seen.go("/en" + FORM);
                page.selectOption("#dataflow", "VICTIMS");
                page.setInputFiles("#file", file("large.csv", rows.toString()));
                page.click("form[data-upload] button[type=submit]");
                page.waitForSelector(".timeline, .verdict", new Page.WaitForSelectorOptions().setTimeout(120_000));
            }
        }
        assertEquals(1, files("GRL"), "the same file again must be the same submission");
    }

    private long files(String area) {
        String list = SiteSession.open(people.submitter(area)).page("/en/desk/submissions");
        return Jsoup.parse(list).select("main tbody tr").size();
    }

    private BrowserPage at(String area, PageView look) {
        BrowserPage seen = signedIn(people.submitter(area), look);
        assertEquals(200, seen.go("/" + look.language() + FORM).status());
        assertFalse(seen.page().isVisible("#file"), "the button must replace the file field");
        return seen;
    }

    private static FilePayload file(String name, String content) {
        return new FilePayload(name, "text/csv", content.getBytes(StandardCharsets.UTF_8));
    }
}
