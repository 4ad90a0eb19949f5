package org.tipstats.disseminate.data;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.tipstats.disseminate.data.PublishedSample.DATA;
import static org.tipstats.disseminate.data.PublishedSample.ORGANS_2003;
import static org.tipstats.disseminate.data.PublishedSample.RELEASE;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class AvailableCodesTest {

    private static final String CODES = DATA + "/codes?release=" + RELEASE;

    @Inject
    PublishedSample sample;

    @BeforeEach
    void publish() {
        sample.publish();
    }

    private static Response get(String path) {
        return given().urlEncodingEnabled(false).get(path);
    }

    @Test
    void theCodesOfOneAreaAreCounted() {
        Response response = get(CODES + "&REF_AREA=PLW");
        response.then()
                .statusCode(200)
                .body("release", equalTo(RELEASE))
                .body("dataflow", equalTo("VICTIMS"))
                .body("total", equalTo(6))
                .body("codes.REF_AREA.id", equalTo(List.of("PLW")))
                .body("codes.REF_AREA.observations", equalTo(List.of(6)))
                .body("codes.EXPLOITATION.id", equalTo(List.of("ORG", "OTH_SOLDIER")))
                .body("codes.EXPLOITATION.observations", equalTo(List.of(4, 2)))
                .body("codes.UNIT_MEASURE.id", equalTo(List.of("NUMBER", "PER_100000_POP")))
                .body("codes.UNIT_MEASURE.observations", equalTo(List.of(4, 2)))
                .body("codes.TIME_PERIOD.id", equalTo(List.of("2002", "2003", "2004")))
                .body("codes.TIME_PERIOD.observations", equalTo(List.of(1, 4, 1)));
        assertTrue(
                response.asString().contains("\"REF_AREA\":[{\"id\":\"PLW\",\"name\":\"Palau\",\"observations\":6}]"),
                response.asString());
    }

    @Test
    void suppressedAndMissingOnesCountLikeOthers() {
        get(CODES + "&REF_AREA=children(057)&UNIT_MEASURE=NUMBER&" + ORGANS_2003)
                .then()
                .body("total", equalTo(7))
                .body("codes.REF_AREA.id", equalTo(List.of("FSM", "GUM", "KIR", "MHL", "MNP", "NRU", "PLW")))
                .body("codes.REF_AREA.observations", equalTo(List.of(1, 1, 1, 1, 1, 1, 1)));
    }

    @Test
    void theNamesComeInTheReadersLanguage() {
        get(CODES + "&REF_AREA=PLW&lang=ru").then().body("codes.REF_AREA.name", equalTo(List.of("Палау")));
        given().header("Accept-Language", "zh-Hant-TW")
                .get(CODES + "&REF_AREA=PLW")
                .then()
                .body("codes.REF_AREA.name", equalTo(List.of("帕劳")));
    }

    @Test
    void whereThereIsNothingTheListsAreEmpty() {
        get(CODES + "&REF_AREA=ATA")
                .then()
                .body("total", equalTo(0))
                .body("codes.size()", equalTo(7))
                .body("codes.REF_AREA", equalTo(List.of()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"REF_AREA=PLX", "SEXX=F", "SEX=F&SEX=M", "lang=de", "format=csv", "limit=1", "labels=name"})
    void whatItDoesNotHaveIsRefused(String query) {
        assertEquals(400, get(CODES + "&" + query).statusCode());
    }
}
