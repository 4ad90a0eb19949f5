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
        releases.accept("VICTIMS", "HTI", FILE + "HTI,_T,_T,_T,2015,20,N\n");
        releases.accept("VICTIMS", "AUT", FILE + "AUT,_T,_T,_T,2015,90,\n");
        releases.accept("VICTIMS", "DEU", FILE + "DEU,_T,_T,_T,2015,70,\n");
        releases.accept("VICTIMS", "UGA", FILE + "UGA,_T,_T,_T,2015,40,\n");
        releases.draft("withheld-1", null);
        assertEquals(200, apply("withheld-1", "withhold:VICTIMS:2015:019"));
        releases.as(AccountRole.PUBLISHER)
                .post(RELEASES + "withheld-1/publication")
                .then()
                .statusCode(200)
                .body("notes", containsString("The total of Americas"));
        assertEquals(409, apply("withheld-1", "withhold:VICTIMS:2015:019"));
        RestAssured.get("/api/v1/data/VICTIMS?release=withheld-1&REF_AREA=019&UNIT_MEASURE=NUMBER")
                .then()
                .statusCode(200)
                .body("observations[0].OBS_VALUE", nullValue());

        releases.accept("VICTIMS", "KEN", FILE + "KEN,_T,_T,_T,2015,50,\n");
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
