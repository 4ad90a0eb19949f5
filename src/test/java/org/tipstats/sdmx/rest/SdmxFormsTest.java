package org.tipstats.sdmx.rest;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.tipstats.sdmx.rest.SdmxSample.FLOW;
import static org.tipstats.sdmx.rest.SdmxSample.V1;
import static org.tipstats.sdmx.rest.SdmxSample.V2;
import static org.tipstats.sdmx.rest.SdmxSample.accepting;
import static org.tipstats.sdmx.rest.SdmxSample.get;
import static org.tipstats.sdmx.rest.SdmxSample.text;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests the choice of formats, and the headers for caches and browsers. */
@QuarkusTest
class SdmxFormsTest {

    private static final String KEY = "/A.LIE._T._T._T.NUMBER";
    private static final String DATA = V1 + "/data/VICTIMS" + KEY;
    private static final String VND = "application/vnd.sdmx.";

    @Inject
    SdmxSample sample;

    @TestHTTPResource
    URI root;

    /** Uses HTTP/1.1, because replies over HTTP/2 are not compressed, see PackingFilter. */
    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    @BeforeEach
    void publish() {
        sample.publish();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "*/* | genericdata+xml;version=2.1",
                "application/xml | genericdata+xml;version=2.1",
                "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8 | genericdata+xml;version=2.1",
                "application/json | data+json;version=1.0.0",
                "text/csv | data+csv;version=1.0.0",
                "application/vnd.sdmx.structurespecificdata+xml; version=2.1 | structurespecificdata+xml;version=2.1",
                "application/vnd.sdmx.structurespecificdata+xml;version=2.1;q=0.5, application/vnd.sdmx.data+json;version=1.0.0;q=0.9 | data+json;version=1.0.0",
                "application/vnd.sdmx.generictimeseriesdata+xml;version=2.1 | generictimeseriesdata+xml;version=2.1",
                "application/vnd.sdmx.structurespecifictimeseriesdata+xml;version=2.1 | structurespecifictimeseriesdata+xml;version=2.1",
                "application/vnd.sdmx.data+json;version=2.0.0 | data+json;version=2.0.0",
                "application/vnd.sdmx.data+json;version=2+.0.0 | data+json;version=2.0.0",
                "application/vnd.sdmx.data+csv;version=1.0.0;labels=both | data+csv;version=1.0.0",
                "application/vnd.sdmx.data+json;version=9.9, */*;q=0.1 | genericdata+xml;version=2.1",
                "nonsense, application/vnd.sdmx.data+csv | data+csv;version=1.0.0",
                "application/json;version=2.1.0 | data+json;version=2.1.0",
            })
    void acceptChoosesInVersion1(String accept, String form) {
        assertEquals(VND + form, accepting(accept, DATA).header("Content-Type"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "*/* | xml;version=2.1",
                "application/vnd.sdmx.structure+xml;version=2.1 | xml;version=2.1",
                "application/vnd.sdmx.structure+json;version=1.0.0 | json;version=1.0.0",
                "application/vnd.sdmx.structure+xml;version=2.1, application/vnd.sdmx.structure+json;version=1.0.0;q=0.9 | xml;version=2.1",
                "application/vnd.sdmx.structure+xml;version=2.1;q=0.9, application/vnd.sdmx.structure+json;version=1.0.0 | json;version=1.0.0",
            })
    void acceptChoosesTheFormOfStructures(String accept, String form) {
        String address = V1 + "/codelist/TIPSTATS/CL_SEX/1.0.0";
        assertEquals(VND + "structure+" + form, accepting(accept, address).header("Content-Type"));
        assertEquals(406, accepting("invalid representation query", address).statusCode());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "*/* | data+json;version=2.1.0",
                "application/xml | data+xml;version=3.0.0",
                "application/vnd.sdmx.data+json | data+json;version=2.1.0",
                "application/vnd.sdmx.data+json;version=2.0.0 | data+json;version=2.0.0",
                "application/vnd.sdmx.data+json;version=2.0+.0 | data+json;version=2.1.0",
                "application/vnd.sdmx.data+xml;version=3.0.0+ | data+xml;version=3.0.0",
                "application/vnd.sdmx.data+csv;version=2.1.0;keys=both | data+csv;version=2.1.0",
                "application/vnd.sdmx.data+csv;version=\"2.0.0\" | data+csv;version=2.0.0",
                "application/vnd.sdmx.structurespecificdata+xml;version=2.1 | structurespecificdata+xml;version=2.1",
            })
    void acceptChoosesInVersion2(String accept, String form) {
        assertEquals(VND + form, accepting(accept, FLOW + KEY).header("Content-Type"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"labels=xx", "keys=xx", "bom=xx"})
    void anUnknownOptionOfAMediaTypeIsNotAcceptable(String option) {
        String csv = "application/vnd.sdmx.data+csv;version=2.0.0;";
        assertEquals(406, accepting(csv + option, FLOW + KEY).statusCode());
    }

    /** CSV 1.0 has no column for the action, so a deletion would look like a figure without a value. */
    @ParameterizedTest
    @ValueSource(strings = {"updatedAfter=2010", "includeHistory=true"})
    void changesComeInAVersionOfCsvThatShowsDeletions(String which) {
        assertEquals(
                VND + "data+csv;version=2.0.0",
                accepting("text/csv", DATA + "?" + which).header("Content-Type"));
        assertEquals(
                406,
                accepting("application/vnd.sdmx.data+csv;version=1.0.0", DATA + "?" + which)
                        .statusCode());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "genericdata | genericdata+xml;version=2.1",
                "structurespecificdata | structurespecificdata+xml;version=2.1",
                "sdmx-2.1 | structurespecificdata+xml;version=2.1",
                "jsondata | data+json;version=2.0.0",
                "jsondata&formatVersion=2.1.0 | data+json;version=2.1.0",
                "csvdata&formatVersion=2.0.0 | data+csv;version=2.0.0",
            })
    void theParameterGoesBeforeAccept(String format, String form) {
        for (String address : List.of(DATA, FLOW + KEY)) {
            Response response = accepting("image/png", address + "?format=" + format);
            assertEquals(VND + form, response.header("Content-Type"));
        }
        assertEquals(
                VND + "data+csv;version=1.0.0", get(DATA + "?format=csvfile").header("Content-Type"));
        assertEquals(
                VND + "data+csv;version=2.0.0",
                get(FLOW + KEY + "?format=csvfile").header("Content-Type"));
    }

    @Test
    void theVersionOfTheFormatCountsWithoutTheFormat() {
        for (String address : List.of(DATA, FLOW + KEY)) {
            String csv = VND + "data+csv";
            assertEquals(
                    csv + ";version=2.0.0",
                    accepting(csv, address + "?formatVersion=2.0.0").header("Content-Type"));
            assertEquals(406, get(address + "?formatVersion=9.9").statusCode());
        }
        assertEquals(406, get(V2 + "/structure/dataflow?formatVersion=9.9").statusCode());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "application/vnd.sdmx.data+json;version=9.9",
                "application/json;version=9.9",
                "application/vnd.sdmx.data+xml;version=3.1.0",
                "application/vnd.sdmx.data+json;version=%",
                "image/png",
                "*/*;q=0",
                ";;;,,,==,q=",
            })
    void whatThereIsNotIsNotAcceptable(String accept) {
        for (String address : List.of(DATA, FLOW + KEY)) {
            Response refused = accepting(accept, address);
            assertEquals(406, refused.statusCode());
            String xml = "<mes:ErrorMessage code=\"140\">";
            boolean isXml = refused.header("Content-Type").equals("application/xml");
            assertTrue(text(refused).contains(isXml ? xml : "\"errors\":[{\"code\":140,"), text(refused));
        }
        assertEquals(406, accepting(accept, V2 + "/structure/dataflow").statusCode());
    }

    @Test
    void tablesForSpreadsheetsHaveANameAndAByteOrderMark() {
        Response csv = get(DATA + "?format=csvfile&bom=include&labels=both&lang=fr");
        assertTrue(csv.header("Content-Disposition").startsWith("attachment; filename=\"VICTIMS_"));
        assertTrue(text(csv).startsWith("\uFEFFDATAFLOW,FREQ: Fréquence"), text(csv));
    }

    /** The parameter of the API is bom=true. Without a refusal, a spreadsheet would get a file without the mark. */
    @Test
    void anotherWordForTheByteOrderMarkIsRefused() {
        assertEquals(400, get(DATA + "?format=csv&bom=true").statusCode());
        assertFalse(text(get(DATA + "?format=csv&bom=exclude")).startsWith("\uFEFF"));
    }

    @Test
    void answersAreNotSentTwice() {
        for (String address : List.of(DATA, FLOW + KEY, V1 + "/codelist/TIPSTATS/CL_SEX", V2 + "/structure/dataflow")) {
            Response whole = get(address);
            String tag = whole.header("ETag");
            assertTrue(tag.startsWith("\""), tag);
            assertEquals("Accept, Accept-Encoding, Accept-Language", whole.header("Vary"));
            Response again = get(address, given().header("If-None-Match", tag));
            assertEquals(304, again.statusCode());
            assertEquals("", text(again));
            assertEquals(
                    200,
                    get(address, given().header("If-None-Match", "\"other\"")).statusCode());
            assertNotEquals(
                    tag,
                    accepting(VND + "structure+json;version=2.0.0, " + VND + "data+json;version=2.0.0", address)
                            .header("ETag"));
        }
        for (String address : List.of(DATA, V1 + "/codelist/TIPSTATS/CL_SEX")) {
            String date = get(address).header("Last-Modified");
            assertEquals(
                    304, get(address, given().header("If-Modified-Since", date)).statusCode());
        }
        assertEquals(
                200,
                get(DATA, given().header("If-Modified-Since", "Mon, 01 Jan 2001 00:00:00 GMT"))
                        .statusCode());
        assertEquals(
                200, get(DATA, given().header("If-Modified-Since", "yesterday")).statusCode());
    }

    @Test
    void aBodyIsPackedWhereTheClientTakesThat() throws IOException, InterruptedException {
        for (String path : List.of(V1 + "/dataflow/all/all/latest", DATA, FLOW)) {
            HttpRequest request = HttpRequest.newBuilder(root.resolve(path))
                    .header("Accept-Encoding", "gzip")
                    .build();
            HttpResponse<byte[]> packed = CLIENT.send(request, HttpResponse.BodyHandlers.ofByteArray());
            assertEquals("gzip", packed.headers().firstValue("content-encoding").orElse(""), path);
            byte[] whole = new GZIPInputStream(new ByteArrayInputStream(packed.body())).readAllBytes();
            assertEquals(text(get(path)), new String(whole, java.nio.charset.StandardCharsets.UTF_8));
        }
    }

    @Test
    void aPackedAnswerHasATagOfItsOwn() throws IOException, InterruptedException {
        for (String path : List.of(V1 + "/codelist/TIPSTATS/CL_SEX", DATA, FLOW + KEY)) {
            HttpResponse<byte[]> plain = send(path, "Accept-Encoding", "identity");
            HttpResponse<byte[]> packed = send(path, "Accept-Encoding", "gzip");
            String plainTag = plain.headers().firstValue("ETag").orElseThrow();
            String packedTag = packed.headers().firstValue("ETag").orElseThrow();
            assertEquals(plainTag.replaceFirst("\"$", "-gzip\""), packedTag);
            assertEquals(List.of("gzip"), packed.headers().allValues("Content-Encoding"));
            assertNotEquals(
                    "gzip", plain.headers().firstValue("Content-Encoding").orElse(""));
            assertEquals(
                    304,
                    send(path, "Accept-Encoding", "gzip", "If-None-Match", packedTag)
                            .statusCode());
            assertEquals(
                    200,
                    send(path, "Accept-Encoding", "gzip", "If-None-Match", plainTag)
                            .statusCode());
            assertEquals(304, send(path, "If-None-Match", plainTag).statusCode());
            assertEquals(200, send(path, "If-None-Match", packedTag).statusCode());
        }
    }

    private HttpResponse<byte[]> send(String path, String... headers) throws IOException, InterruptedException {
        HttpRequest request =
                HttpRequest.newBuilder(root.resolve(path)).headers(headers).build();
        return CLIENT.send(request, HttpResponse.BodyHandlers.ofByteArray());
    }

    @Test
    void pagesOfOtherOriginsReadAnswersAndErrors() {
        for (String address :
                List.of(DATA, V1 + "/nonsense", V1 + "/data/VICTIMS/A.ATA._T._T._T.NUMBER", FLOW + "/A.ATA")) {
            Response response = get(address, given().header("Origin", "https://stats.example"));
            assertEquals("*", response.header("Access-Control-Allow-Origin"), address);
        }
    }

    @Test
    void theTypeOfABodyThatIsNotThereIsIgnored() {
        assertEquals(
                200,
                get(DATA, given().header("Content-Type", "application/xml")).statusCode());
    }
}
