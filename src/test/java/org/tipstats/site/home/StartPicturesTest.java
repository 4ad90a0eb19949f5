package org.tipstats.site.home;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tipstats.publish.release.TestReleases;

/** The start page shows a trend, a map and the topics at once. */
@QuarkusTest
class StartPicturesTest {

    private static final String RELEASE = "start-1";

    @Inject
    TestReleases releases;

    @BeforeEach
    void publish() {
        if (!releases.isPublished(RELEASE)) {
            releases.accept("VICTIMS", "GUM", """
                    REF_AREA,SEX,AGE,EXPLOITATION,TIME_PERIOD,OBS_VALUE
                    GUM,_T,_T,_T,2012,900
                    GUM,F,_T,_T,2012,500
                    GUM,M,_T,_T,2012,400
                    GUM,_T,_T,_T,2013,950
                    """);
            releases.accept("POPULATION", "population", """
                    REF_AREA,SEX,AGE,TIME_PERIOD,OBS_VALUE
                    GUM,_T,_T,2012,150000
                    GUM,_T,_T,2013,150000
                    """);
            releases.publish(RELEASE);
        }
    }

    @Test
    void theStartPageHasAChartAMapAndTheTopics() {
        String page = given().get("/en").then().statusCode(200).extract().asString();
        assertTrue(page.contains("<svg class=\"drawing\""), "the trend");
        assertTrue(page.contains("href=\"/en/topics/women-and-children\""), "a topic");
        assertTrue(page.contains("#changes"), "what changed");
        Matcher map = Pattern.compile("<img src=\"([^\"]*map\\.svg[^\"]*)\"").matcher(page);
        assertTrue(map.find(), page);
        given().urlEncodingEnabled(false)
                .get(map.group(1).replace("&amp;", "&"))
                .then()
                .statusCode(200)
                .contentType(containsString("svg"))
                .body(containsString("Map of 1 country or area"));
        Matcher link =
                Pattern.compile("href=\"(/en/data/VICTIMS\\?[^\"]*view=map)\"").matcher(page);
        assertTrue(link.find(), page);
        String explorer = given().urlEncodingEnabled(false)
                .get(link.group(1).replace("&amp;", "&"))
                .then()
                .statusCode(200)
                .extract()
                .asString();
        assertEquals(1, explorer.split("<h1", -1).length - 1);
        assertTrue(explorer.contains("class=\"map"), "the map of the explorer");
    }
}
