package org.tipstats.disseminate.data;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.tipstats.disseminate.data.PublishedSample.DATA;
import static org.tipstats.disseminate.data.PublishedSample.RELEASE;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tipstats.publish.release.TestReleases;

/** Tests that the pages of a long reply belong together. */
@QuarkusTest
class DataPagesTest {

    @Inject
    PublishedSample sample;

    @Inject
    TestReleases releases;

    @BeforeEach
    void publish() {
        sample.publish();
    }

    private static Response get(String path) {
        Response response = given().urlEncodingEnabled(false).get(path);
        assertEquals(200, response.statusCode(), response.asString());
        return response;
    }

    @Test
    void pagesTogetherAreTheWhole() {
        String query = DATA + "?release=" + RELEASE + "&REF_AREA=057,children(057)&labels=name&lang=fr";
        List<Object> whole = get(query).path("observations");
        assertTrue(whole.size() > 15, whole.size() + " observations");
        for (int limit : List.of(1, 4, whole.size(), whole.size() + 1)) {
            assertEquals(whole, TestReleases.pages(query + "&limit=" + limit, "observations"));
        }
    }

    @Test
    void theNextPageIsInTheBodyAndInALink() {
        Response page = get(DATA + "?REF_AREA=PLW,MHL&SEX=_T&limit=2&release=" + RELEASE);
        String next = page.path("next");
        assertEquals(DATA + "?REF_AREA=PLW,MHL&SEX=_T&limit=2&release=sample-1&cursor=Mg", next);
        assertEquals("<" + next + ">; rel=\"next\"", page.header("Link"));
        page.then().body("observations.size()", equalTo(2));
        Response odd = get(DATA + "?REF_AREA=PLW,MHL&SEX=_T&limit=2&rele%61se=" + RELEASE + "&c%75rsor=Mg");
        get(odd.path("next")).then().body("observations.size()", equalTo(2));
    }

    @Test
    void aHundredObservationsAreUsual() {
        StringBuilder file = new StringBuilder("REF_AREA,SEX,AGE,EXPLOITATION,TIME_PERIOD,OBS_VALUE\n");
        for (int year = 2001; year <= 2026; year++) {
            for (String sex : List.of("_T", "F", "M", "_O", "_U")) {
                file.append("MNP,")
                        .append(sex)
                        .append(",_T,OTH_ADOPT,")
                        .append(year)
                        .append(",1000\n");
            }
        }
        releases.accept("VICTIMS", "MNP", file.toString());
        releases.publish("hundred-1");
        String query = DATA + "?release=hundred-1&REF_AREA=MNP&EXPLOITATION=OTH_ADOPT&UNIT_MEASURE=NUMBER";
        get(query).then().body("observations.size()", equalTo(100)).body("total", equalTo(130));
        get(query + "&limit=10000")
                .then()
                .body("observations.size()", equalTo(130))
                .body("next", equalTo(null));
        String csv = get(query + "&format=csv").asString();
        assertEquals(131, csv.lines().count(), "a file has all observations");
    }

    @Test
    void afterTheEndComesNothing() {
        get(DATA + "?release=" + RELEASE + "&REF_AREA=PLW&cursor=OTk5OTk")
                .then()
                .body("observations.size()", equalTo(0))
                .body(
                        "total",
                        equalTo(get(DATA + "?release=" + RELEASE + "&REF_AREA=PLW")
                                .<Integer>path("total")))
                .body("next", equalTo(null));
    }

    @Test
    void aPageLeadsOnWithinItsReleaseWhateverIsPublishedMeanwhile() {
        String query = DATA + "?REF_AREA=057,children(057)&limit=3";
        String file = "REF_AREA,SEX,AGE,EXPLOITATION,TIME_PERIOD,OBS_VALUE\nUMI,_T,_T,OTH_CRIM,2003,%d\n";
        releases.accept("VICTIMS", "UMI", file.formatted(10));
        releases.publish("paged-1");
        for (String when : List.of("", "&release=latest", "&asOf=2199-01-01T00:00:00Z")) {
            Response first = get(query + when);
            assertEquals("paged-1", first.path("release"));
            List<Object> whole = get(query.replace("limit=3", "limit=10000") + "&release=paged-1")
                    .path("observations");
            assertEquals(whole, concatenated(first, whole.size()));
        }
        Response first = get(query);
        releases.accept("VICTIMS", "UMI", file.formatted(20) + "UMI,F,_T,OTH_CRIM,2001,30\n");
        releases.publish("paged-2");
        List<Object> whole = get(query.replace("limit=3", "limit=10000") + "&release=paged-1")
                .path("observations");
        assertEquals(whole, concatenated(first, whole.size()));
        assertEquals("paged-2", get(query).path("release"));
    }

    private static List<Object> concatenated(Response first, int most) {
        List<Object> all = new java.util.ArrayList<>(first.<List<Object>>path("observations"));
        String next = first.path("next");
        assertFalse(next.contains("asOf"), next);
        all.addAll(TestReleases.pages(next, "observations"));
        assertTrue(all.size() <= most, all.size() + " of " + most);
        return all;
    }

    @Test
    void filesComeInPagesWhereALimitIsGiven() {
        String query = DATA + "?release=" + RELEASE + "&REF_AREA=057,children(057)&format=csv";
        List<String> whole = get(query).asString().lines().toList();
        List<String> pages = new java.util.ArrayList<>(whole.subList(0, 1));
        for (String next = query + "&limit=5"; next != null; ) {
            Response page = get(next);
            List<String> lines = page.asString().lines().toList();
            assertEquals(whole.get(0), lines.get(0));
            pages.addAll(lines.subList(1, lines.size()));
            String link = page.header("Link");
            next = link == null ? null : link.substring(1, link.indexOf('>'));
        }
        assertEquals(whole, pages);
    }
}
