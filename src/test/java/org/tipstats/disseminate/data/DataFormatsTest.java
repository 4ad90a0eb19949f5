package org.tipstats.disseminate.data;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.tipstats.disseminate.data.PublishedSample.DATA;
import static org.tipstats.disseminate.data.PublishedSample.ORGANS_2003;
import static org.tipstats.disseminate.data.PublishedSample.RELEASE;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tests the formats of data, and the parameters and headers that select them. */
@QuarkusTest
class DataFormatsTest {

    private static final String PALAU =
            DATA + "?release=" + RELEASE + "&REF_AREA=PLW&UNIT_MEASURE=NUMBER&" + ORGANS_2003;
    private static final String SDMX_CSV = "application/vnd.sdmx.data+csv;version=2.0.0";
    private static final String COLUMNS =
            "FREQ,REF_AREA,SEX,AGE,EXPLOITATION,UNIT_MEASURE,TIME_PERIOD,OBS_VALUE,OBS_STATUS,CONF_STATUS,COMMENT,"
                    + "SOURCE_AGENCY,LEGAL_BASIS,TIME_COVERAGE,GEO_COVERAGE,VICTIM_STATUS,AGE_BASIS,MULTI_RESPONSE,"
                    + "DEDUPLICATED,DEF_DIFF,LOWER_BOUND,UPPER_BOUND,N_AREAS,N_REPORTING,N_MASKED,POP_COVERAGE\n";

    @Inject
    PublishedSample sample;

    @BeforeEach
    void publish() {
        sample.publish();
    }

    private static Response get(String path) {
        return get(path, given());
    }

    private static Response get(String path, RequestSpecification request) {
        Response response = request.urlEncodingEnabled(false).get(path);
        assertEquals(200, response.statusCode(), response.asString());
        return response;
    }

    private static String text(Response response) {
        return new String(response.asByteArray(), java.nio.charset.StandardCharsets.UTF_8);
    }

    @Test
    void csvIsSdmxCsv20() {
        Response response = get(PALAU + "&format=csv");
        assertEquals(
                "STRUCTURE,STRUCTURE_ID,ACTION," + COLUMNS
                        + "dataflow,TIPSTATS:VICTIMS(1.0.0),I,A,PLW,_T,_T,ORG,NUMBER,2003,12,A,,"
                        + "\"'=HYPERLINK(\"\"http://x.example\"\"), said\n\"\"Police\"\"\",'-Police,,,,,,,,,,,,,,\n",
                text(response));
        assertEquals(SDMX_CSV, response.header("Content-Type"));
        assertEquals("attachment; filename=\"VICTIMS_sample-1.csv\"", response.header("Content-Disposition"));
    }

    @Test
    void aPlainHeaderLeavesTheThreeColumnsOut() {
        Response response = get(PALAU + "&format=csv&header=plain");
        assertEquals(
                COLUMNS
                        + "A,PLW,_T,_T,ORG,NUMBER,2003,12,A,,"
                        + "\"'=HYPERLINK(\"\"http://x.example\"\"), said\n\"\"Police\"\"\",'-Police,,,,,,,,,,,,,,\n",
                text(response));
        assertEquals("text/csv;charset=utf-8", response.header("Content-Type").toLowerCase(java.util.Locale.ROOT));
    }

    @Test
    void rawTextStaysAsItIs() {
        String csv = text(get(PALAU + "&format=csv&header=plain&raw=true"));
        assertTrue(csv.contains(",\"=HYPERLINK(\"\"http://x.example\"\"), said\n\"\"Police\"\"\",-Police,"), csv);
        assertEquals(
                text(get(PALAU + "&format=csv&header=plain")), text(get(PALAU + "&format=csv&header=plain&raw=false")));
    }

    @Test
    void everyKindOfAbsenceDiffersInCsv() {
        String areas = DATA + "?release=" + RELEASE + "&REF_AREA=057,children(057)&UNIT_MEASURE=NUMBER&" + ORGANS_2003;
        String csv = text(get(areas + "&format=csv&header=plain"));
        String tail = ",".repeat(16) + "\n";
        for (String line : new String[] {
            "A,057,_T,_T,ORG,NUMBER,2003,15,A" + ",".repeat(12) + "15,19,8,5,1,62.5\n",
            "A,FSM,_T,_T,ORG,NUMBER,2003,0,A," + tail,
            "A,GUM,_T,_T,ORG,NUMBER,2003,,M," + tail,
            "A,KIR,_T,_T,ORG,NUMBER,2003,,Q,A" + tail,
            "A,MHL,_T,_T,ORG,NUMBER,2003,,Q,C" + tail,
            "A,NRU,_T,_T,ORG,NUMBER,2003,,L," + tail,
        }) {
            assertTrue(csv.contains(line), line + csv);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "en | Reference area | Palau | Removal of organs",
                "fr | Zone de référence | Palaos | Prélèvement d'organes",
                "es | Zona de referencia | Palau | Extracción de órganos",
                "ru | Отчетная территория | Палау | Извлечение органов",
                "ar | المنطقة المرجعية | بالاو | نزع الأعضاء",
                "zh | 报告地区 | 帕劳 | 切除器官",
            })
    void labelsComeInSixLanguages(String language, String component, String area, String organs) {
        get(PALAU + "&labels=name&lang=" + language)
                .then()
                .body("observations[0].REF_AREA", equalTo("PLW"))
                .body("observations[0].labels.REF_AREA", equalTo(area))
                .body("observations[0].labels.EXPLOITATION", equalTo(organs));
        assertEquals(
                get(PALAU + "&labels=name&lang=" + language).<Object>path("observations"),
                get(PALAU + "&labels=both", given().header("Accept-Language", language + "-XX, de;q=0.5"))
                        .path("observations"));

        String names = text(get(PALAU + "&labels=name&format=csv&lang=" + language));
        assertTrue(names.startsWith("STRUCTURE,STRUCTURE_ID,STRUCTURE_NAME,ACTION,FREQ,"), names);
        assertTrue(names.contains(",REF_AREA," + component + ",SEX,"), names);
        assertTrue(names.contains(",PLW," + area + ",_T,"), names);

        String both = text(get(PALAU + "&labels=both&format=csv&lang=" + language));
        assertTrue(both.contains(",REF_AREA: " + component + ",SEX: "), both);
        assertTrue(both.contains(",PLW: " + area + ",_T: ") && both.contains(",ORG: " + organs + ","), both);
        assertTrue(both.contains(",12,"), "labels do not change numbers");

        String ids = text(get(PALAU + "&labels=id&format=csv&lang=" + language));
        assertEquals(text(get(PALAU + "&format=csv")), ids, "labels=id does not depend on the language");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "application/json | application/json",
                "*/* | application/json",
                "application/* | application/json",
                "text/csv | text/csv",
                "text/* | text/csv",
                "application/vnd.sdmx.data+csv | application/vnd.sdmx.data+csv",
                "application/vnd.sdmx.data+csv;version=2.0.0 | application/vnd.sdmx.data+csv",
                "application/json;q=0.5, text/csv;q=0.9 | text/csv",
                "text/csv;q=0.5, application/json;q=0.9 | application/json",
                "text/html, application/xhtml+xml, */*;q=0.8 | application/json",
                "application/json;q=0, */* | application/vnd.sdmx.data+csv",
                "text/csv;q=0.2, text/* | text/csv",
            })
    void acceptChoosesTheForm(String accept, String type) {
        Response response = get(PALAU, given().header("Accept", accept));
        assertTrue(response.header("Content-Type").startsWith(type), accept + ": " + response.header("Content-Type"));
    }

    @Test
    void theParameterGoesBeforeAccept() {
        assertEquals(
                SDMX_CSV,
                get(PALAU + "&format=csv", given().header("Accept", "image/png"))
                        .header("Content-Type"));
        assertEquals(
                "application/json",
                get(PALAU + "&format=json", given().header("Accept", "text/csv"))
                        .header("Content-Type"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "application/xml",
                "image/png",
                "application/json;q=0",
                "application/vnd.sdmx.data+csv;version=1.0.0",
                "nonsense",
            })
    void whatCannotBeMadeIsNotAcceptable(String accept) {
        given().header("Accept", accept)
                .get(DATA)
                .then()
                .statusCode(406)
                .contentType("application/problem+json")
                .body("type", equalTo("/problems/not-acceptable"))
                .body("detail", containsString("application/json"));
    }

    @Test
    void anEmptyAnswerIsAnAnswer() {
        String nothing = DATA + "?release=" + RELEASE + "&REF_AREA=ATA&format=";
        get(nothing + "json").then().body("total", equalTo(0)).body("observations.size()", equalTo(0));
        assertEquals("STRUCTURE,STRUCTURE_ID,ACTION," + COLUMNS, text(get(nothing + "csv")));
        assertNull(get(nothing + "json").path("next"));
    }
}
