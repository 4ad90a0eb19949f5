package org.tipstats.disseminate.data;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.not;
import static org.tipstats.disseminate.data.PublishedSample.DATA;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Queries that are not valid are refused, with all their faults. */
@QuarkusTest
class DataRefusalsTest {

    @Inject
    PublishedSample sample;

    /** Some faults are found only where there is a release. */
    @BeforeEach
    void publish() {
        sample.publish();
    }

    private static Response get(String path) {
        return given().urlEncodingEnabled(false).get(path);
    }

    private static ValidatableResponse refused(String query) {
        return get(DATA + "?" + query)
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("type", equalTo("/problems/invalid-parameter"));
    }

    @ParameterizedTest
    @CsvSource({
        "REF_AREA=ATU, REF_AREA, ATU, AUT",
        "REF_AREA=Palau, REF_AREA, Palau, PLW",
        "SEX=W, SEX, W, F",
        "REF_AREA=children(ATU), REF_AREA, ATU, AUT",
        "OBS_STATUS=q, OBS_STATUS, q, Q",
        "SEXX=F, SEXX, F, SEX",
        "relaese=x, relaese, x, release",
        "labels=nmae, labels, nmae, name",
        "lang=de, lang, de, en",
        "format=cvs, format, cvs, csv",
        "header=full, header, full, plain",
        "raw=yes, raw, yes, true",
    })
    void whatIsUnknownIsRefusedWithWhatIsProbablyMeant(String query, String parameter, String value, String meant) {
        refused(query)
                .body("errors[0].parameter", equalTo(parameter))
                .body("errors[0].value", equalTo(value))
                .body("errors[0].suggestions", hasItem(meant));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SEX=F&SEX=M",
                "release=a&release=b",
                "limit=1&limit=1",
                "TIME_PERIOD=2003:2002",
                "TIME_PERIOD=2003:2004:2005",
                "TIME_PERIOD=1999",
                "TIME_PERIOD=03",
                "TIME_PERIOD=children(2003)",
                "REF_AREA=",
                "REF_AREA=PLW,",
                "REF_AREA=2003:2004",
                "REF_AREA=children(PLW",
                "REF_AREA=parents(PLW)",
                "limit=0",
                "limit=-1",
                "limit=10001",
                "limit=x",
                "limit=",
                "cursor=x",
                "cursor=%25",
                "cursor=LTE",
                "cursor=NDI5NDk2NzI5NQ",
                "asOf=yesterday",
                "asOf=2026-01-01",
                "asOf=",
                "OBS_VALUE=12",
                "COMMENT=x",
                "release=a%00b",
                "REF_AREA=%FF",
                "%FF=1",
                "ref_area=PLW",
                "access_token=x",
                "callback=x",
            })
    void whatIsMalformedIsRefused(String query) {
        refused(query).body("errors.size()", equalTo(1));
    }

    @Test
    void allFaultsAreToldAtOnce() {
        refused("REF_AREA=ATU,PWL&SEX=F&SEX=M&AGES=_T&TIME_PERIOD=2004:2003")
                .body("errors.parameter", containsInAnyOrder("REF_AREA", "REF_AREA", "SEX", "AGES", "TIME_PERIOD"))
                .body("errors.suggestions.flatten()", hasItems("AUT", "PLW", "AGE", "2003:2004"));
    }

    @Test
    void anUnknownDataflowIsNotFound() {
        for (String path : List.of("", "/codes", "/provenance")) {
            get("/api/v1/data/VICTIM" + path)
                    .then()
                    .statusCode(404)
                    .contentType("application/problem+json")
                    .body("detail", containsString("dataflow"));
        }
    }

    @Test
    void aReleaseIsNamedByItsIdOrByAnInstant() {
        refused("release=x&asOf=2026-01-01T00:00:00Z").body("errors[0].parameter", equalTo("asOf"));
    }

    /** Only the data query itself can be posted; its series, for example, cannot. */
    @Test
    void anAddressThatIsTooLongNamesThePostWhereThereIsOne() {
        String many = "?REF_AREA=" + "AUT,".repeat(2_100) + "AUT";
        get(DATA + many).then().statusCode(414).body("detail", containsString("POST to " + DATA));
        get(DATA.replace("/data/", "/series/") + many)
                .then()
                .statusCode(414)
                .body("detail", not(containsString("POST")));
    }
}
