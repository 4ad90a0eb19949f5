package org.tipstats.site.report;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Media;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tipstats.site.frame.BrowserPage;
import org.tipstats.site.frame.PageTest;
import org.tipstats.site.frame.PageView;

/** Tests the report in a real browser. */
@QuarkusTest
class ReportWebsiteTest extends PageTest {

    private static final String ANNEX_IS_SHOWN = "() => document.querySelector('#annex details table')"
            + ".checkVisibility({ contentVisibilityAuto: true })";

    @Inject
    ReportData data;

    @BeforeEach
    void publish() {
        data.publish();
    }

    @Test
    void thePagesAreFitForEveryone() {
        checkLooks("/reports", "editions");
        checkLooks("/reports/" + ReportData.SECOND, "report");
        for (String language : new String[] {"en", "ar"}) {
            try (BrowserPage seen = open(
                    "/reports/" + ReportData.FIRST, PageView.at(PageView.NARROW).in(language))) {
                seen.picture("report-old").check();
            }
        }
    }

    @Test
    void theAnnexIsPrintedOpen() {
        try (BrowserPage seen = open("/reports/" + ReportData.SECOND, PageView.at(PageView.DESK))) {
            Page page = seen.alone().page();
            assertFalse((boolean) page.evaluate(ANNEX_IS_SHOWN));
            page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
            assertTrue((boolean) page.evaluate(ANNEX_IS_SHOWN));
        }
    }
}
