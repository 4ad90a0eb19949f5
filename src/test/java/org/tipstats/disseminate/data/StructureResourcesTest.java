package org.tipstats.disseminate.data;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tipstats.publish.release.TestReleases;

/** Tests the structures as readers and submitters see them. */
@QuarkusTest
class StructureResourcesTest {

    private static final List<String> DATAFLOWS = List.of(
            "MIRROR",
            "MIRROR_FLOWS",
            "OFFENCES",
            "PERSONS",
            "PERSONS_CITIZENSHIP",
            "POPULATION",
            "VICTIMS",
            "VICTIMS_CITIZENSHIP",
            "VICTIMS_REPATRIATION",
            "VICTIMS_SUPPORT");

    @Test
    void allDataflowsAreListed() {
        given().get("/api/v1/dataflows")
                .then()
                .statusCode(200)
                .body("items.id", equalTo(DATAFLOWS))
                .body("items.version.unique()", equalTo(List.of("1.0.0")))
                .body("items.findAll { it.reference }.id", equalTo(List.of("POPULATION")))
                .body("items.findAll { it.derivedFrom }.id", equalTo(List.of("MIRROR", "MIRROR_FLOWS")))
                .body("items.find { it.id == 'VICTIMS' }.name", equalTo("Detected victims of trafficking in persons"))
                .body("next", equalTo(null));
        assertEquals(
                DATAFLOWS,
                TestReleases.pages("/api/v1/dataflows?limit=3", "items").stream()
                        .map(item -> ((Map<?, ?>) item).get("id"))
                        .toList());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "VICTIMS | FREQ,REF_AREA,SEX,AGE,EXPLOITATION,UNIT_MEASURE,TIME_PERIOD | 5",
                "VICTIMS_CITIZENSHIP | FREQ,REF_AREA,CITIZENSHIP,SEX,UNIT_MEASURE,TIME_PERIOD | 5",
                "VICTIMS_REPATRIATION | FREQ,REF_AREA,COUNTERPART_AREA,UNIT_MEASURE,TIME_PERIOD | 5",
                "VICTIMS_SUPPORT | FREQ,REF_AREA,SUPPORT,SEX,UNIT_MEASURE,TIME_PERIOD | 5",
                "PERSONS | FREQ,REF_AREA,STAGE,SEX,AGE,UNIT_MEASURE,TIME_PERIOD | 5",
                "PERSONS_CITIZENSHIP | FREQ,REF_AREA,STAGE,CITIZENSHIP,UNIT_MEASURE,TIME_PERIOD | 5",
                "OFFENCES | FREQ,REF_AREA,OFFENCE,UNIT_MEASURE,TIME_PERIOD | 5",
                "POPULATION | FREQ,REF_AREA,SEX,AGE,UNIT_MEASURE,TIME_PERIOD | 0",
                "MIRROR | FREQ,REF_AREA,CITIZENSHIP,FIGURE,UNIT_MEASURE,TIME_PERIOD | 0",
                "MIRROR_FLOWS | FREQ,REF_AREA,FLOW,UNIT_MEASURE,TIME_PERIOD | 0",
            })
    void aDataflowHasItsDimensionsInOrder(String id, String dimensions, int threshold) {
        given().get("/api/v1/dataflows/" + id)
                .then()
                .statusCode(200)
                .body("id", equalTo(id))
                .body("structure", equalTo("DSD_" + id))
                .body("dimensions.id", equalTo(List.of(dimensions.split(","))))
                .body("measure", equalTo("OBS_VALUE"))
                .body("threshold", equalTo(threshold));
    }

    @Test
    void aDataflowTellsWhatAFileNeedsAndWhatIsPublished() {
        given().get("/api/v1/dataflows/VICTIMS?lang=es")
                .then()
                .body(
                        "dimensions.findAll { it.required }.id",
                        equalTo(List.of("REF_AREA", "SEX", "AGE", "EXPLOITATION", "TIME_PERIOD")))
                .body("dimensions.find { it.id == 'UNIT_MEASURE' }.submitted", equalTo(List.of("NUMBER")))
                .body("dimensions.find { it.id == 'UNIT_MEASURE' }.published", hasItems("NUMBER", "PER_100000_POP"))
                .body("dimensions.find { it.id == 'SEX' }.codelist", equalTo("CL_SEX"))
                .body("dimensions.find { it.id == 'SEX' }.name", equalTo("Sexo"))
                .body(
                        "attributes.findAll { it.publishedOnly }.id",
                        equalTo(List.of(
                                "LOWER_BOUND", "UPPER_BOUND", "N_AREAS", "N_REPORTING", "N_MASKED", "POP_COVERAGE")));
    }

    @Test
    void aDerivedDataflowNeedsNoColumnsAndHasNoTemplate() {
        given().get("/api/v1/dataflows/MIRROR")
                .then()
                .statusCode(200)
                .body("derivedFrom", equalTo(List.of("VICTIMS_CITIZENSHIP", "VICTIMS_REPATRIATION")))
                .body("dimensions.findAll { it.required }.id", equalTo(List.of()));
        for (String form : List.of("csv", "xlsx")) {
            given().get("/api/v1/dataflows/MIRROR/template." + form).then().statusCode(404);
        }
    }

    @Test
    void allCodeListsAreListed() {
        given().get("/api/v1/codelists")
                .then()
                .statusCode(200)
                .body(
                        "items.id",
                        hasItems(
                                "CL_AREA",
                                "CL_SEX",
                                "CL_AGE",
                                "CL_EXPLOITATION",
                                "CL_STAGE",
                                "CL_OFFENCE",
                                "CL_SUPPORT",
                                "CL_CITIZENSHIP",
                                "CL_UNIT_MEASURE",
                                "CL_FREQ",
                                "CL_OBS_STATUS",
                                "CL_CONF_STATUS"))
                .body("items.find { it.id == 'CL_SEX' }.codes", equalTo(5));
    }

    @Test
    void aCodeListHasItsCodesWithParentsAndNamesInSixLanguages() {
        given().get("/api/v1/codelists/CL_AREA")
                .then()
                .statusCode(200)
                .body("codes.find { it.id == 'AUT' }.parent", equalTo("155"))
                .body("codes.find { it.id == 'AUT' }.name", equalTo("Austria"))
                .body(
                        "codes.find { it.id == 'AUT' }.names",
                        equalTo(Map.of(
                                "en",
                                "Austria",
                                "fr",
                                "Autriche",
                                "es",
                                "Austria",
                                "ru",
                                "Австрия",
                                "ar",
                                "النمسا",
                                "zh",
                                "奥地利")))
                .body("codes.find { it.id == '155' }.parent", equalTo("150"))
                .body("codes.find { it.id == 'ATA' }", not(org.hamcrest.Matchers.hasKey("parent")))
                .body("codes.findAll { it.id.length() == 3 }.size()", equalTo(249 + 30));
        given().get("/api/v1/codelists/CL_SEX").then().body("codes.id", equalTo(List.of("_T", "F", "M", "_O", "_U")));
    }

    @ParameterizedTest
    @CsvSource({"en, Female", "fr, Femmes", "es, Mujeres", "zh, 女性"})
    void theReadersLanguageIsChosen(String language, String name) {
        String path = "/api/v1/codelists/CL_SEX";
        String asked = given().get(path + "?lang=" + language).path("codes.find { it.id == 'F' }.name");
        assertEquals(name, asked);
        String preferred = given().header("Accept-Language", "de, " + language + "-XX;q=0.7, *;q=0.1")
                .get(path)
                .path("codes.find { it.id == 'F' }.name");
        assertEquals(name, preferred);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"dataflows/NOTHING", "dataflows/victims", "codelists/CL_NOTHING", "dataflows/X/template.csv"})
    void whatIsUnknownIsNotFound(String path) {
        given().get("/api/v1/" + path).then().statusCode(404).contentType("application/problem+json");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"dataflows?lang=de", "dataflows/VICTIMS?foo=1", "codelists/CL_SEX?limit=1", "codelists?limit=0"})
    void whatIsMalformedIsRefused(String path) {
        given().get("/api/v1/" + path).then().statusCode(400).body("type", equalTo("/problems/invalid-parameter"));
    }

    @Test
    void aTemplateIsAHeaderToFill() {
        Response template = given().get("/api/v1/dataflows/PERSONS/template.csv");
        template.then()
                .statusCode(200)
                .contentType("text/csv")
                .header("Content-Disposition", equalTo("attachment; filename=\"PERSONS_template.csv\""));
        assertEquals(
                "REF_AREA,STAGE,SEX,AGE,TIME_PERIOD,OBS_VALUE,OBS_STATUS,CONF_STATUS,COMMENT,SOURCE_AGENCY,LEGAL_BASIS,"
                        + "TIME_COVERAGE,GEO_COVERAGE,VICTIM_STATUS,AGE_BASIS,MULTI_RESPONSE,DEDUPLICATED,DEF_DIFF\r\n",
                template.asString());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "VICTIMS | AUT,_T,_T,_T,2005,120",
                "PERSONS | AUT,CONVICTED,_T,_T,2005,120",
                "OFFENCES | AUT,0204,2005,120",
                "VICTIMS_SUPPORT | AUT,_T,_T,2005,120",
                "VICTIMS_CITIZENSHIP | AUT,_T,_T,2005,120",
                "VICTIMS_REPATRIATION | AUT,BEL,2005,120",
                "PERSONS_CITIZENSHIP | AUT,CONVICTED,_T,2005,120",
                "POPULATION | AUT,_T,_T,2005,8200000",
            })
    void aFilledTemplateIsValid(String dataflow, String row) {
        String template =
                given().get("/api/v1/dataflows/" + dataflow + "/template.csv").asString();
        int columns = template.strip().split(",").length;
        String filled = template + row + ",".repeat(columns - row.split(",").length) + "\r\n";
        given().contentType("text/csv; charset=utf-8")
                .body(filled)
                .post("/api/v1/validations?dataflow=" + dataflow)
                .then()
                .statusCode(200)
                .body("valid", equalTo(true))
                .body("counts.error", equalTo(0))
                .body("file.rows", equalTo(1));
    }
}
