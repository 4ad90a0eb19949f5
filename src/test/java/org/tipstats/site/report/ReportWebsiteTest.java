package org.tipstats.site.report;

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
}
