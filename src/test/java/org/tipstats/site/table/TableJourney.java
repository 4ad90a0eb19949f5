package org.tipstats.site.table;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import org.tipstats.SignedIn;
import org.tipstats.site.frame.BrowserPage;
import org.tipstats.site.frame.PageTest;

/** The steps that all journeys with the page of a table have. */
abstract class TableJourney extends PageTest {

    @Inject
    SignedIn people;

    static void upload(BrowserPage seen, String language, FilePayload file) {
        Page page = seen.page();
        seen.go("/" + language + "/desk/submissions/new");
        page.selectOption("#dataflow", "VICTIMS");
        page.setInputFiles("#file", file);
        page.click("form[enctype] .actions button[type=submit]");
        page.waitForSelector(".verdict");
    }

    static void update(Page page) {
        page.waitForResponse(
                answer -> answer.request().method().equals("POST"),
                () -> page.locator("form.page > p.actions button").click());
        page.waitForLoadState();
    }

    static FilePayload file(String text) {
        return new FilePayload("national.csv", "text/csv", text.getBytes(StandardCharsets.UTF_8));
    }
}
