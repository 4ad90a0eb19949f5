package org.tipstats.sdmx.rest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.tipstats.sdmx.rest.SdmxSample.V1;
import static org.tipstats.sdmx.rest.SdmxSample.V2;
import static org.tipstats.sdmx.rest.SdmxSample.accepting;
import static org.tipstats.sdmx.rest.SdmxSample.get;
import static org.tipstats.sdmx.rest.SdmxSample.text;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tipstats.sdmx.artefact.OfficialSchemas;

/** Tests availability queries in both versions of the interface. */
@QuarkusTest
class SdmxAvailabilityTest {

    private static final String MALES = V1 + "/availableconstraint/VICTIMS/A.LIE.M._T._T.NUMBER";

    @Inject
    SdmxSample sample;

    @BeforeEach
    void publish() {
        sample.publish();
    }

    private static Response valid(String address) {
        Response response = get(address);
        assertEquals(200, response.statusCode(), text(response));
        assertEquals(List.of(), OfficialSchemas.xml("2.1", response.asByteArray()));
        return response;
    }

    private static List<String> values(Response response, String dimension) {
        String key = text(response)
                .split("<com:KeyValue id=\"" + dimension + "\">", 2)[1]
                .split("</com:KeyValue>", 2)[0];
        return List.of(key.split("<com:Value>")).stream()
                .skip(1)
                .map(value -> value.substring(0, value.indexOf('<')))
                .toList();
    }

    @Test
    void theCodesOfWhatIsSelectedAreListedAndCounted() {
        Response response = valid(MALES + "/all/all");
        assertEquals(List.of("M"), values(response, "SEX"));
        assertEquals(List.of("LIE"), values(response, "REF_AREA"));
        assertTrue(text(response).contains("type=\"Actual\""), text(response));
        assertTrue(
                text(response).contains("<com:Annotation id=\"series_count\"><com:AnnotationTitle>1<"), text(response));
        assertTrue(text(response).contains("<com:Annotation id=\"obs_count\"><com:AnnotationTitle>1<"), text(response));
        assertTrue(
                text(response)
                        .contains("<com:StartPeriod isInclusive=\"true\">2005</com:StartPeriod>"
                                + "<com:EndPeriod isInclusive=\"true\">2005</com:EndPeriod>"),
                text(response));
    }

    /** After a withdrawal or a new start of the service, a date could stay the same for other content. */
    @Test
    void theDateIsThatOfTheReleaseAndOnlyOfAnswersFromItAlone() {
        assertEquals(
                get(V1 + "/data/VICTIMS/all").header("Last-Modified"),
                get(MALES).header("Last-Modified"));
        assertNull(get(MALES + "?includeHistory=true").header("Last-Modified"));
        assertNull(get(MALES + "/all/all?references=all").header("Last-Modified"));
    }

    @Test
    void availableCodesAreThoseThatCouldBeChosen() {
        Response response = valid(MALES + "?mode=available&startPeriod=2005&endPeriod=2005");
        assertEquals(List.of("_T", "F", "M"), values(response, "SEX"));
        assertEquals(List.of("_T"), values(response, "EXPLOITATION"));
    }

    @ParameterizedTest
    @CsvSource({
        "startPeriod=2006-01, 2006, 2008",
        "endPeriod=2006-12, 2005, 2006",
        "startPeriod=2006&endPeriod=2007, 2006, 2007"
    })
    void periodsLimitWhatThereIs(String query, String first, String last) {
        String range = text(valid(V1 + "/availableconstraint/VICTIMS/A.LIE._T._T._T.NUMBER?" + query));
        assertTrue(
                range.contains("<com:StartPeriod isInclusive=\"true\">" + first + "</com:StartPeriod>"
                        + "<com:EndPeriod isInclusive=\"true\">" + last + "</com:EndPeriod>"),
                range);
    }

    @ParameterizedTest
    @CsvSource({"conceptscheme, ConceptScheme", "dataproviderscheme, DataProviderScheme"})
    void schemesComeAlongToo(String references, String element) {
        String along = text(valid(MALES + "/TIPSTATS/all?references=" + references));
        assertTrue(along.contains("<str:" + element + " "), along);
        assertTrue(!along.contains("<str:DataStructure ") && !along.contains("<str:Codelist "), along);
    }

    @Test
    void oneComponentAloneIsTold() {
        Response response = valid(MALES + "/all/SEX");
        assertTrue(text(response).contains("KeyValue id=\"SEX\"")
                && !text(response).contains("KeyValue id=\"AGE\""));
        Response v2 = get(V2 + "/availability/dataflow/TIPSTATS/VICTIMS/1.0.0/A.LIE/SEX?c[EXPLOITATION]=_T");
        assertEquals(List.of("SEX"), v2.jsonPath().getList("data.availabilityConstraints[0].cubeRegion.keyValues.id"));
        assertEquals(
                List.of("_T", "F", "M"),
                v2.jsonPath().getList("data.availabilityConstraints[0].cubeRegion.keyValues[0].values"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "none | 0 | 0 | 0",
                "codelist | 6 | 0 | 0",
                "datastructure | 0 | 1 | 0",
                "dataflow | 0 | 0 | 1",
                "all | 6 | 1 | 1",
            })
    void whatTheConstraintRefersToComesAlong(String references, int lists, int structures, int flows) {
        Response response = valid(MALES + "/all/all?references=" + references);
        assertEquals(structures, text(response).split("<str:DataStructure ", -1).length - 1);
        assertEquals(flows, text(response).split("<str:Dataflow ", -1).length - 1);
        long partial = text(response).split("<str:Codelist ", -1).length - 1L;
        assertTrue(partial == 0 ? lists == 0 : partial >= lists, partial + " code lists");
        if (lists > 0) {
            String sex =
                    text(response).split("<str:Codelist id=\"CL_SEX\"", 2)[1].split("</str:Codelist>", 2)[0];
            assertTrue(sex.contains("isPartial=\"true\"") && sex.contains("<str:Code id=\"M\">"), sex);
            assertTrue(!sex.contains("<str:Code id=\"F\">") && sex.contains("<str:Code id=\"_T\">"), sex);
        }
    }

    @Test
    void version2HasItsOwnFormsAndXml21WhenAsked() {
        String address = V2 + "/availability/*/TIPSTATS/VICTIMS/1.0.0/A.LIE.M?references=all";
        Response json = get(address);
        assertEquals(List.of(), OfficialSchemas.json("structure", "2.1", json.asByteArray()));
        assertEquals(1, json.jsonPath().getInt("data.availabilityConstraints[0].seriesCount"));
        Response older = accepting("application/vnd.sdmx.structure+json;version=2.0.0", address);
        assertEquals(List.of(), OfficialSchemas.json("structure", "2.0", older.asByteArray()));
        Response xml = get(address + "&format=sdmx-2.1");
        assertEquals(List.of(), OfficialSchemas.xml("2.1", xml.asByteArray()));
        Response xml30 = accepting("application/vnd.sdmx.structure+xml;version=3.0.0", address);
        assertEquals(List.of(), OfficialSchemas.xml("3.0", xml30.asByteArray()));
    }

    @Test
    void whereThereIsNothingItIsSaid() {
        assertEquals(
                404,
                get(V1 + "/availableconstraint/VICTIMS/A.ATA._T._T._T.NUMBER").statusCode());
        assertEquals(
                204,
                get(V2 + "/availability/dataflow/TIPSTATS/VICTIMS/1.0.0/A.ATA").statusCode());
    }
}
