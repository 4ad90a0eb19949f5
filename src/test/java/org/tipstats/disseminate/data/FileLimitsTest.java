package org.tipstats.disseminate.data;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tipstats.publish.release.TestReleases;

/** Tests replies above a limit. In tests a workbook may have 500 observations. */
@QuarkusTest
class FileLimitsTest {

    private static final String RELEASE = "limited-1";
    private static final String QUERY =
            "/api/v1/data/VICTIMS?release=" + RELEASE + "&REF_AREA=HMD&UNIT_MEASURE=NUMBER&format=xlsx";

    @Inject
    TestReleases releases;

    /** Publishes 25 figures for each of 24 years: 600 figures. */
    @BeforeEach
    void publish() {
        if (releases.isPublished(RELEASE)) {
            return;
        }
        StringBuilder file = new StringBuilder("REF_AREA,SEX,AGE,EXPLOITATION,TIME_PERIOD,OBS_VALUE\n");
        for (int year = 2001; year <= 2024; year++) {
            for (String sex : List.of("_T", "F", "M", "_O", "_U")) {
                for (String form : List.of("OTH_CRIM", "OTH_BEG", "OTH_MARR", "OTH_ADOPT", "OTH_MIX")) {
                    file.append("HMD,%s,_T,%s,%d,1000\n".formatted(sex, form, year));
                }
            }
        }
        releases.accept("VICTIMS", "HMD", file.toString());
        releases.publish(RELEASE);
    }

    private static ValidatableResponse get(String address) {
        return given().urlEncodingEnabled(false).get(address).then();
    }

    @Test
    void aReplyThatWouldBeTooLargeSaysHowLargeAndWhatIsSmallEnough() {
        get(QUERY)
                .statusCode(413)
                .contentType("application/problem+json")
                .body("type", equalTo("/problems/too-large"))
                .body("limit", equalTo(500))
                .body("observations", equalTo(600))
                .body("estimatedBytes", greaterThan(5_000))
                .body("errors.find { it.parameter == 'TIME_PERIOD' }.suggestions", hasItem("2005:2024"))
                .body("errors.find { it.parameter == 'SEX' }.suggestions", hasItem("_T"));
    }

    @Test
    void whatIsSuggestedIsSmallEnough() {
        assertEquals(500, 20 * 25);
        get(QUERY + "&TIME_PERIOD=2005:2024").statusCode(200);
        get(QUERY + "&SEX=_T").statusCode(200);
        get(QUERY + "&limit=500").statusCode(200);
        get(QUERY.replace("xlsx", "csv")).statusCode(200);
    }
}
