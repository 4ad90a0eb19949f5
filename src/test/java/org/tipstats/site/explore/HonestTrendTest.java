package org.tipstats.site.explore;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Page;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tipstats.publish.release.TestReleases;
import org.tipstats.site.frame.BrowserPage;
import org.tipstats.site.frame.PageTest;
import org.tipstats.site.frame.PageView;

/**
 * A trend must not fall because a country stopped reporting.
 *
 * <pre>
 * Micronesia       2012   2013   2014
 * Guam (150,000)   900    950    -
 * Palau (20,000)   30     40     50
 * </pre>
 */
@QuarkusTest
class HonestTrendTest extends PageTest {

    private static final String RELEASE = "trend-1";
    private static final String PATH = "/data/VICTIMS?REF_AREA=057&SEX=_T&AGE=_T&EXPLOITATION=_T"
            + "&UNIT_MEASURE=NUMBER&TIME_PERIOD=2012:2014&view=line";

    @Inject
    TestReleases releases;

    @BeforeEach
    void publish() {
        if (releases.isPublished(RELEASE)) {
            return;
        }
        String header = "REF_AREA,SEX,AGE,EXPLOITATION,TIME_PERIOD,OBS_VALUE\n";
        releases.accept("VICTIMS", "GUM", header + "GUM,_T,_T,_T,2012,900\nGUM,_T,_T,_T,2013,950\n");
        releases.accept(
                "VICTIMS", "PLW", header + "PLW,_T,_T,_T,2012,30\nPLW,_T,_T,_T,2013,40\nPLW,_T,_T,_T,2014,50\n");
        releases.accept("POPULATION", "population", """
                REF_AREA,SEX,AGE,TIME_PERIOD,OBS_VALUE
                GUM,_T,_T,2012,150000
                GUM,_T,_T,2013,150000
                GUM,_T,_T,2014,150000
                PLW,_T,_T,2012,20000
                PLW,_T,_T,2013,20000
                PLW,_T,_T,2014,20000
                """);
        releases.publish(RELEASE);
    }

    @Test
    void theTableSaysWhereTheReportersChangeAndWhoTheyAre() {
        given().urlEncodingEnabled(false)
                .get("/en" + PATH)
                .then()
                .statusCode(200)
                .body(containsString(
                        "data-v=\"50\" data-s=\"u\" data-b=\"reporters\" data-n=\"1 of 8\" data-p=\"11.8%\" data-o"))
                .body(containsString("No line leads to 2014: countries and areas with more than a tenth"))
                .body(containsString("A hollow mark rests on few people: 2014."));
    }

    @Test
    void theSameReportersGiveALineWithoutBreak() {
        given().urlEncodingEnabled(false)
                .get("/en" + PATH + "&panel=constant")
                .then()
                .statusCode(200)
                .body(containsString(
                        "One country or area has a public number in every year shown (11.8 % of the people)"))
                .body(containsString("<p>Palau</p>"))
                .body(containsString("data-v=\"40\""))
                .body(not(containsString("data-v=\"990\"")))
                .body(not(containsString("data-b=")))
                .body(containsString("/api/v1/series/VICTIMS?"))
                .body(containsString("&amp;panel=constant\">API for this page</a>"));
    }

    @Test
    void theChartHasAGapWithASignAndTheCoverageUnderItsYears() {
        try (BrowserPage seen = open(PATH, PageView.at(PageView.DESK))) {
            Page page = seen.page();
            page.waitForSelector("figure[data-ready] svg");
            seen.picture("honest-trend").check();
            String drawn = page.textContent(".plot svg");
            assertTrue(drawn.contains("≠"), drawn);
            assertTrue(drawn.contains("100.0%") && drawn.contains("11.8%"), drawn);
            assertTrue(drawn.contains("1 of 8"), drawn);
            // One line with two points, and a point by itself.
            int[] joined = page.locator(".plot svg path[fill=none][stroke-linejoin=bevel]").all().stream()
                    .mapToInt(path -> path.getAttribute("d").split("[LC]").length - 1)
                    .toArray();
            assertEquals(1, Arrays.stream(joined).max().orElse(0));
        }
    }
}
