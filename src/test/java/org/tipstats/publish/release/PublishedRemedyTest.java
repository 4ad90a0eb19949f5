package org.tipstats.publish.release;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.tipstats.platform.access.AccountRole;

/** A release that was published with a remedy. */
@QuarkusTest
class PublishedRemedyTest {

    private static final String RELEASES = "/api/v1/releases/";
    private static final String FILE = "REF_AREA,SEX,AGE,EXPLOITATION,TIME_PERIOD,OBS_VALUE,CONF_STATUS\n";

    @Inject
    TestReleases releases;

    private void accept(String area, int count, String confidentiality) {
        String row = area + ",_T,_T,_T,%d," + count + "," + confidentiality + "\n";
        releases.accept("VICTIMS", area, FILE + row.formatted(2014) + row.formatted(2015));
    }

    private int apply(String release, String remedy) {
        return releases.as(AccountRole.REVIEWER)
                .contentType("application/json")
                .body(Map.of("ids", List.of(remedy)))
                .post(RELEASES + release + "/remedies")
                .statusCode();
    }

    /**
     * Haiti keeps its total back. In the next release, the Americas' total is still withheld, because showing it would
     * reveal what the first release withheld. Nothing blocks that release, and its notes say why.
     */
    @Test
    void itNeverChangesAndTheNextReleaseKeepsWhatItWithheld() {
        accept("HTI", 20, "N");
        accept("AUT", 90, "");
        accept("DEU", 70, "");
        accept("UGA", 40, "");
        releases.draft("withheld-1", null);
        assertEquals(200, apply("withheld-1", "withhold:VICTIMS:2014:019"));
        assertEquals(200, apply("withheld-1", "withhold:VICTIMS:2015:019"), "a second call adds");
        releases.as(AccountRole.PUBLISHER)
                .post(RELEASES + "withheld-1/publication")
                .then()
                .statusCode(200)
                .body("notes", containsString("for 2014 may be withheld"))
                .body("notes", containsString("for 2015 may be withheld"));
        assertEquals(409, apply("withheld-1", "withhold:VICTIMS:2015:019"));
        RestAssured.get("/api/v1/data/VICTIMS?release=withheld-1&REF_AREA=019&UNIT_MEASURE=NUMBER")
                .then()
                .statusCode(200)
                .body("observations[0].OBS_VALUE", nullValue());

        accept("KEN", 50, "");
        releases.draft("withheld-2", null);
        releases.as(AccountRole.REVIEWER)
                .get(RELEASES + "withheld-2/checks")
                .then()
                .body("publishable", equalTo(true));
        releases.as(AccountRole.REVIEWER)
                .get("/api/v1/data/VICTIMS?release=withheld-2&REF_AREA=019&UNIT_MEASURE=NUMBER")
                .then()
                .body("observations[0].OBS_VALUE", nullValue());
    }
}
