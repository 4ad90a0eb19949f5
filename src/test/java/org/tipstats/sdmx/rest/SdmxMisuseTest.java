package org.tipstats.sdmx.rest;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.tipstats.sdmx.rest.SdmxSample.get;
import static org.tipstats.sdmx.rest.SdmxSample.text;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tipstats.sdmx.artefact.OfficialSchemas;

/** Tests that invalid requests are refused in the format of the standard, with its codes. */
@QuarkusTest
class SdmxMisuseTest {

    @Inject
    SdmxSample sample;

    @TestHTTPResource
    URI root;

    @BeforeEach
    void publish() {
        sample.publish();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "data/VICTIMS/A.LIE | 400 | 140",
                "data/VICTIMS/A.LIE......... | 400 | 140",
                "data/a,b,c,d/all | 400 | 140",
                "data/VICTIMS/all/all/more | 400 | 140",
                "data/TIPSTATS,VICTIMS,one/all | 400 | 140",
                "data/VICTIMS/all?startPeriod=soon | 400 | 140",
                "data/VICTIMS/all?startPeriod=2010-13 | 400 | 140",
                "data/VICTIMS/all?startPeriod=2012&endPeriod=2010 | 400 | 140",
                "data/VICTIMS/all?firstNObservations=0 | 400 | 140",
                "data/VICTIMS/all?lastNObservations=-1 | 400 | 140",
                "data/VICTIMS/all?lastNObservations=99999999999 | 400 | 140",
                "data/VICTIMS/all?detail=everything | 400 | 140",
                "data/VICTIMS/all?includeHistory=maybe | 400 | 140",
                "data/VICTIMS/all?updatedAfter=yesterday | 400 | 140",
                "data/VICTIMS/all?updatedAfter=%2B999999999-01-01T00:00:00Z | 400 | 140",
                "data/VICTIMS/all?startPeriod=2010&startPeriod=2011 | 400 | 140",
                "data/VICTIMS/all?format=pdf | 400 | 140",
                "data/VICTIMS/all?format=csv&labels=xx | 400 | 140",
                "data/VICTIMS/all?format=csv&formatVersion=2.0.0&keys=xx | 400 | 140",
                "data/VICTIMS/all?format=csv&formatVersion=1.0.0&updatedAfter=2010 | 406 | 140",
                "data/VICTIMS/all?format=csv&formatVersion=1.0.0&includeHistory=true | 406 | 140",
                "data/VICTIMS/%ff%fe | 400 | 140",
                "data/VICTIMS/all?dimensionAtObservation=NOTHING | 403 | 150",
                "data/VICTIMS/all?dimensionAtObservation=SEX&format=genericdata&x=1 | 200 | 0",
                "/data/VICTIMS/A.LIE._T._T._T.NUMBER | 200 | 0",
                "/dataflow/TIPSTATS/VICTIMS/latest | 200 | 0",
                "data/all/all | 413 | 130",
                "data/NOTHING/all | 404 | 100",
                "data/TIPSTATS,VICTIMS,7.0.0/all | 404 | 100",
                "availableconstraint/VICTIMS/all/all/NOTHING | 403 | 150",
                "availableconstraint/VICTIMS/all/all/all?mode=maybe | 400 | 140",
                "availableconstraint/VICTIMS/all/all/all?references=hierarchy | 400 | 140",
                "codelist/TIPSTATS/CL_SEX/soon | 400 | 140",
                "codelist/TIPSTATS/CL_SEX?references=cousins | 400 | 140",
                "codelist/TIPSTATS/CL_SEX?detail=little | 400 | 140",
                "codelist/TIPSTATS/CL_SEX?lang=xx | 400 | 140",
                "codelist/TIPSTATS/CL_SEX/1.0.0/F/more | 400 | 140",
                "schema/nonsense/TIPSTATS/VICTIMS/1.0.0 | 400 | 140",
            })
    void version1SaysWhatIsWrongInXml(String path, int status, int code) {
        Response response = get("/sdmx/v1/" + path);
        assertEquals(status, response.statusCode(), text(response));
        if (status != 200) {
            assertEquals("application/xml", response.header("Content-Type"));
            assertEquals(List.of(), OfficialSchemas.xml("2.1", response.asByteArray()));
            assertTrue(text(response).contains("<mes:ErrorMessage code=\"" + code + "\">"), text(response));
            assertFalse(text(response).contains("Exception"), text(response));
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "data/dataflow/TIPSTATS/VICTIMS/1.0.0/A.LIE._T._T._T.NUMBER.2005.X | 400 | 140",
                "data/galaxy/TIPSTATS/VICTIMS/1.0.0 | 400 | 140",
                "data/dataflow/TIPSTATS/VICTIMS/1.0.0/*?c[NOTHING]=1 | 422 | 150",
                "data/dataflow/TIPSTATS/VICTIMS/1.0.0/*?c[SEX]= | 400 | 140",
                "data/dataflow/TIPSTATS/VICTIMS/1.0.0/*?c[SEX]=xx:F | 400 | 140",
                "data/dataflow/TIPSTATS/VICTIMS/1.0.0/*?c[SEX]=F&c[SEX]=M | 400 | 140",
                "data/dataflow/TIPSTATS/VICTIMS/1.0.0/*?c[TIME_PERIOD]=ge:soon | 400 | 140",
                "data/dataflow/TIPSTATS/VICTIMS/1.0.0/*?startPeriod=2010 | 400 | 140",
                "availability/dataflow/TIPSTATS/VICTIMS/1.0.0/*?endPeriod=2010 | 400 | 140",
                "data/dataflow/TIPSTATS/VICTIMS/1.0.0/*?c[OBS_VALUE]=lt:abc | 400 | 140",
                "data/dataflow/TIPSTATS/VICTIMS/1.0.0/*?limit=0 | 400 | 140",
                "data/dataflow/TIPSTATS/VICTIMS/1.0.0/*?offset=-1 | 400 | 140",
                "data/dataflow/TIPSTATS/VICTIMS/1.0.0/*?sort=NOTHING | 422 | 150",
                "data/dataflow/TIPSTATS/VICTIMS/1.0.0/*?sort=SEX:up | 400 | 140",
                "data/dataflow/TIPSTATS/VICTIMS/1.0.0/*?attributes=NOTHING | 422 | 150",
                "data/dataflow/TIPSTATS/VICTIMS/1.0.0/*?measures=NOTHING | 422 | 150",
                "data/dataflow/TIPSTATS/VICTIMS/1.0.0/*?asOf=2010-01-01&updatedAfter=2011-01-01 | 400 | 140",
                "data/dataflow/TIPSTATS/NOTHING/1.0.0 | 404 | 100",
                "data/dataflow/TIPSTATS/VICTIMS/one | 400 | 140",
                "structure/nonsense | 400 | 140",
                "structure/dataflow/TIPSTATS/NOTHING | 404 | 100",
                "availability/dataflow/TIPSTATS/VICTIMS/1.0.0/*/NOTHING | 422 | 150",
                "nonsense | 404 | 100",
            })
    void version2SaysWhatIsWrongInJson(String path, int status, int code) {
        Response response = get("/sdmx/v2/" + path);
        assertEquals(status, response.statusCode(), text(response));
        assertEquals("application/json", response.header("Content-Type"));
        assertEquals(List.of(), OfficialSchemas.json("data", "2.1", response.asByteArray()));
        assertEquals(code, response.jsonPath().getInt("errors[0].code"));
        assertFalse(text(response).contains("Exception"), text(response));
    }

    @ParameterizedTest
    @ValueSource(strings = {"*/*", ",,,", "a/b;version=1+.+.+", "application/xml;q=abc", "\"", ";;;=;"})
    void hostileHeadersAreNoFaultOfTheService(String accept) {
        for (String path :
                List.of("/sdmx/v1/data/VICTIMS", "/sdmx/v1/nonsense", "/sdmx/v2/structure/dataflow", "/sdmx/v2/x")) {
            Response response = get(
                    path,
                    given().header("Accept", accept)
                            .header("Accept-Language", accept)
                            .header("If-None-Match", accept));
            assertTrue(response.statusCode() < 500, path + " " + response.statusCode());
        }
    }

    /** Sends raw requests, because HTTP clients refuse to send such addresses. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "data/VICTIMS/%zz",
                "data/VICTIMS/%",
                "data/VIC<TIMS>/all",
                "data/VIC\"TIMS/all",
                "data/VICTIMS/%f0%28"
            })
    void addressesThatAreNoneAreRefused(String path) throws IOException {
        for (String surface : List.of("/sdmx/v1/", "/sdmx/v2/")) {
            try (Socket socket = new Socket(root.getHost(), root.getPort())) {
                String request = "GET " + surface + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n";
                socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
                String reply = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
                assertTrue(reply.startsWith("HTTP/1.1 4"), reply);
                assertFalse(reply.contains("Exception"), reply);
            }
        }
    }

    @Test
    void aMethodThatThereIsNotIsRefusedInTheSameForm() {
        Response response = given().body("<x/>").contentType("application/xml").post("/sdmx/v1/dataflow");
        assertEquals(405, response.statusCode());
        assertTrue(text(response).contains("<mes:ErrorMessage code=\"140\">"), text(response));
    }

    @Test
    void manyAlternativesAndLongAddressesAreBounded() {
        String many = "X,".repeat(1_500);
        assertEquals(
                400,
                get("/sdmx/v2/data/dataflow/TIPSTATS/VICTIMS/1.0.0/*?c[SEX]=" + many)
                        .statusCode());
        assertEquals(414, get("/sdmx/v1/data/VICTIMS/" + "A+".repeat(6_000)).statusCode());
    }
}
