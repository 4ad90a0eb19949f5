package org.tipstats.site.search;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.tipstats.site.frame.SitePages.get;

import io.quarkus.arc.All;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tipstats.publish.read.PublishedReleases;
import org.tipstats.publish.release.TestReleases;
import org.tipstats.site.area.ProfileData;
import org.tipstats.start.boot.TestClock;

/** Tests the search over HTTP: its page, the embargo, and that all instances find the same. */
@QuarkusTest
class SearchResourceTest {

    private static final String FIGURES = "/en/data/PERSONS?REF_AREA=IMN&amp;STAGE=CONVICTED";

    @Inject
    TestReleases releases;

    @Inject
    ProfileData profiles;

    @Inject
    TestClock moved;

    @Inject
    Clock clock;

    @Inject
    PublishedReleases published;

    @Inject
    @All
    List<SearchSource> sources;

    @AfterEach
    void reset() {
        moved.reset();
    }

    private static Response search(String language, String query) {
        return given().urlEncodingEnabled(false)
                .header("Accept", "text/html")
                .get("/" + language + "/search?q=" + URLEncoder.encode(query, StandardCharsets.UTF_8));
    }

    @ParameterizedTest
    @CsvSource({
        "en, methodology, /en/methods",
        "fr, suppression, /fr/methods#protection",
        "es, mapa, /es/data/VICTIMS?view=map",
        "ru, Австрия, /ru/areas/AUT",
        "ar, قوائم الرموز, /ar/methods#codelists",
        "zh, 奥地利, /zh/areas/AUT"
    })
    void thePageHasWhatIsFoundInEachLanguage(String language, String query, String address) {
        search(language, query).then().statusCode(200).body(containsString("href=\"" + address + "\""));
    }

    @Test
    void whateverIsTypedIsAnswered() {
        for (String query : List.of("*:*", "a AND (", "\"", "~~~", "\\", "' or 1=1 --", "a".repeat(100))) {
            assertEquals(200, search("en", query).statusCode(), query);
        }
        assertEquals(400, search("en", "a".repeat(101)).statusCode());
    }

    @Test
    void aReleaseUnderEmbargoIsNotFoundBeforeItsInstant() {
        releases.accept("PERSONS", "IMN", """
                REF_AREA,STAGE,SEX,AGE,TIME_PERIOD,OBS_VALUE
                IMN,SUSPECTED,_T,_T,2003,310
                IMN,PROSECUTED,_T,_T,2003,210
                IMN,CONVICTED,_T,_T,2003,160
                """);
        Instant until = clock.instant().plus(Duration.ofHours(1)).truncatedTo(ChronoUnit.SECONDS);
        releases.publish("searched-1", until);

        assertHidden();
        moved.stopAt(until.minusMillis(1));
        assertHidden();
        moved.stopAt(until);
        search("en", "convictions isle of man").then().body(containsString(FIGURES));
        search("en", "searched-1").then().body(containsString("href=\"/en/releases/searched-1\""));
    }

    private static void assertHidden() {
        search("en", "convictions isle of man").then().statusCode(200).body(not(containsString(FIGURES)));
        search("en", "searched-1").then().statusCode(200).body(not(containsString("/en/releases/searched-1")));
    }

    @Test
    void everyInstanceFindsTheSame() {
        releases.acceptOne();
        if (!releases.isPublished("searched-0")) {
            releases.publish("searched-0");
        }
        List<SearchSource> otherOrder = new ArrayList<>(sources);
        Collections.reverse(otherOrder);
        ReleaseIndex one = new SearchIndex(sources, published).latest();
        ReleaseIndex other = new SearchIndex(otherOrder, published).latest();

        assertTrue(sources.size() >= 5, "the sources were not found");
        assertFalse(one.documents().isEmpty());
        assertEquals(paths(one.documents()), paths(other.documents()));
        assertEquals(one.bytes(), other.bytes());
    }

    private static List<String> paths(List<SearchDocument> documents) {
        return documents.stream()
                .map(document -> document.kind() + " " + document.path())
                .toList();
    }

    @Test
    void theSearchFindsAreasDatasetsAndCodes() {
        profiles.publish();
        get("/en/search?q=Deutschland").then().statusCode(200).body(containsString("href=\"/en/areas/DEU\""));
        get("/ru/search?q=%D1%82%D1%80%D1%83%D0%B4")
                .then()
                .body(containsString("/ru/methods/codelists/CL_EXPLOITATION"));
        get("/en/search?q=2009+victims+faroe")
                .then()
                .body(
                        containsString("href=\"/en/data/VICTIMS?REF_AREA=FRO&amp;SEX=_T&amp;AGE=_T&amp;EXPLOITATION=_T"
                                + "&amp;UNIT_MEASURE=NUMBER&amp;TIME_PERIOD=2009\""),
                        not(containsString("/en/data/VICTIMS_SUPPORT?REF_AREA=FRO")));
        get("/en/search?q=2008+victims+faroe")
                .then()
                .body(containsString("No page has all these words."), not(containsString("TIME_PERIOD=2008")));
        get("/en/search?q=zzzz").then().body(containsString("No results."));
        get("/en/search?q=%3Cscript%3E").then().body(containsString("value=\"&lt;script&gt;\""));
        get("/en/search").then().statusCode(200).body(not(containsString("No results.")));
        get("/en/").then().body(containsString("action=\"/en/search\""), containsString("href=\"/en/areas\""));
    }
}
