package org.tipstats.sdmx.rest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.tipstats.sdmx.rest.SdmxSample.FLOW;
import static org.tipstats.sdmx.rest.SdmxSample.V1;
import static org.tipstats.sdmx.rest.SdmxSample.accepting;
import static org.tipstats.sdmx.rest.SdmxSample.get;
import static org.tipstats.sdmx.rest.SdmxSample.rows;
import static org.tipstats.sdmx.rest.SdmxSample.text;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tipstats.platform.access.AccountRole;
import org.tipstats.publish.release.TestReleases;
import org.tipstats.sdmx.artefact.OfficialSchemas;

/** Tests data queries in both versions of the interface. */
@QuarkusTest
class SdmxDataTest {

    private static final String TOTALS = "A.LIE._T._T._T.NUMBER";
    private static final List<String> TOTAL_ROWS =
            List.of("_T _T 2005 40", "_T _T 2006 0", "_T _T 2007 55", "_T _T 2008 60");

    @Inject
    SdmxSample sample;

    @Inject
    TestReleases releases;

    @BeforeEach
    void publish() {
        sample.publish();
    }

    private static List<String> table(String address) {
        Response response = get(address + (address.contains("?") ? "&" : "?") + "format=csv");
        assertEquals(200, response.statusCode(), text(response));
        return rows(response);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "VICTIMS/A.LIE._T._T._T.NUMBER",
                "VICTIMS/A.LIE._T._T._T.NUMBER/",
                "VICTIMS/A.LIE._T._T._T.NUMBER/all",
                "VICTIMS/A.LIE._T._T._T.NUMBER/all/",
                "VICTIMS/A.LIE._T._T._T.NUMBER/TIPSTATS",
                "VICTIMS/A.LIE._T._T._T.NUMBER/TIPSTATS,TIPSTATS",
                "VICTIMS/A.LIE._T._T._T.NUMBER/TIPSTATS+NOBODY",
                "TIPSTATS,VICTIMS/A.LIE._T._T._T.NUMBER",
                "TIPSTATS,VICTIMS,1.0.0/A.LIE._T._T._T.NUMBER",
                "TIPSTATS%2CVICTIMS%2C1.0.0/A.LIE._T._T._T.NUMBER/all",
                "all,VICTIMS,latest/A.LIE._T._T._T.NUMBER",
                "VICTIMS/.LIE._T._T._T.NUMBER",
                "VICTIMS/A.LIE+XXX._T._T._T.NUMBER",
                "VICTIMS/A.LIE%2BXXX._T._T._T.NUMBER",
            })
    void everyFormOfFlowKeyAndProviderOfVersion1IsRead(String path) {
        assertEquals(TOTAL_ROWS, table(V1 + "/data/" + path));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "dataflow/TIPSTATS/VICTIMS/1.0.0/A.LIE._T._T._T.NUMBER",
                "dataflow/TIPSTATS/VICTIMS/+/A.LIE._T._T._T.NUMBER/",
                "dataflow/TIPSTATS/VICTIMS/~/A.LIE._T._T._T.NUMBER",
                "dataflow/TIPSTATS/VICTIMS/*/A.LIE._T._T._T.NUMBER",
                "dataflow/all/VICTIMS/latest/A.LIE._T._T._T.NUMBER",
                "dataflow/*/VICTIMS/1.0+.0/%2A.LIE._T._T._T.NUMBER",
                "*/TIPSTATS/VICTIMS/+/A.LIE._T._T._T.NUMBER",
                "%2A/TIPSTATS/VICTIMS/1.0.0/A.LIE._T._T._T.NUMBER",
                "datastructure/TIPSTATS/DSD_VICTIMS/1.0.0/A.LIE._T._T._T.NUMBER",
                "provisionagreement/TIPSTATS/TIPSTATS_VICTIMS/1.0.0/A.LIE._T._T._T.NUMBER",
                "dataflow/TIPSTATS/VICTIMS/1.0.0/A.XXX,A.LIE._T._T._T.NUMBER",
                "dataflow/TIPSTATS/VICTIMS?c[REF_AREA]=LIE&c[SEX]=_T&c[EXPLOITATION]=eq:_T&c[UNIT_MEASURE]=NUMBER",
                "dataflow/TIPSTATS/VICTIMS/1.0.0/A.LIE?c%5BSEX%5D=_T&c%5BAGE%5D=_T&c[EXPLOITATION]=_T,XX&c[UNIT_MEASURE]=sw:NUM",
            })
    void everyFormOfContextVersionAndKeyOfVersion2IsRead(String path) {
        assertEquals(TOTAL_ROWS, table(SdmxSample.V2 + "/data/" + path));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "startPeriod=2006&endPeriod=2007 | 2006 2007",
                "startPeriod=2007 | 2007 2008",
                "startPeriod=2006-07 | 2007 2008",
                "endPeriod=2007-Q4 | 2005 2006 2007",
                "endPeriod=2007-Q3 | 2005 2006",
                "startPeriod=2008-01-01 | 2008",
                "firstNObservations=1 | 2005",
                "lastNObservations=2 | 2007 2008",
                "firstNObservations=1&lastNObservations=1 | 2005 2008",
                "startPeriod=2005&endPeriod=2007&lastNObservations=1 | 2007",
            })
    void periodsAndNumbersOfObservationsAreKept(String query, String years) {
        assertEquals(
                List.of(years.split(" ")),
                table(V1 + "/data/VICTIMS/" + TOTALS + "?" + query).stream()
                        .map(row -> row.split(" ")[2])
                        .toList());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "c[TIME_PERIOD]=ge:2006+le:2007 | 2006 2007",
                "c[TIME_PERIOD]=ge:2006-01+le:2007-12 | 2006 2007",
                "c[TIME_PERIOD]=2005,2008 | 2005 2008",
                "c[TIME_PERIOD]=lt:2006,gt:2007 | 2005 2008",
                "c[TIME_PERIOD]=ne:2005+ne:2006 | 2007 2008",
                "c[OBS_VALUE]=ge:55 | 2007 2008",
                "c[OBS_VALUE]=lt:9 | 2006",
                "c[OBS_VALUE]=ge:5e1 | 2007 2008",
                "c[OBS_STATUS]=A&c[OBS_VALUE]=40,60 | 2005 2008",
                "c[COMMENT]=co:two | 2005",
                "limit=2 | 2005 2006",
                "offset=1&limit=2 | 2006 2007",
                "offset=3 | 2008",
                "sort=TIME_PERIOD:desc | 2008 2007 2006 2005",
                "sort=series_key%2BTIME_PERIOD:desc&limit=1 | 2008",
                "sort=OBS_VALUE | 2006 2005 2007 2008",
                "sort=*:desc | 2008 2007 2006 2005",
            })
    void componentsFilterSortAndCut(String query, String years) {
        assertEquals(
                List.of(years.split(" ")),
                table(FLOW + "/" + TOTALS + "?" + query).stream()
                        .map(row -> row.split(" ")[2])
                        .toList());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "TIME_PERIOD | 2 | 2005 2005 2005 2005 2005 2007 2007",
                "OBS_VALUE:desc | 3 | 55 40 40 30 21 10",
            })
    void rowsOfATableHaveTheOrderOfTheWholeAndWhatIsMissingComesLast(String sort, int cell, String order) {
        String query = "?c[TIME_PERIOD]=2005,2007&c[UNIT_MEASURE]=NUMBER&sort=" + sort;
        List<String> found = table(FLOW + "/A.LIE" + query).stream()
                .map(row -> row.split(" ", -1)[cell])
                .toList();
        assertEquals(order, String.join(" ", found).stripTrailing());
        assertEquals(7, found.size());
    }

    @Test
    void theDefaultOfVersion1IsGenericTimeSeriesWithTheStructureNamedByItsId() {
        Response response = get(V1 + "/data/VICTIMS/" + TOTALS);
        assertEquals("application/vnd.sdmx.genericdata+xml;version=2.1", response.header("Content-Type"));
        assertEquals(List.of(), OfficialSchemas.xml("2.1", response.asByteArray()));
        String xml = text(response);
        assertTrue(xml.contains("structureID=\"DSD_VICTIMS\" dimensionAtObservation=\"TIME_PERIOD\""), xml);
        assertTrue(xml.contains("<gen:ObsDimension value=\"2007\"/><gen:ObsValue value=\"55\"/>"), xml);
        assertTrue(xml.contains("value=\"line one&#10;line &quot;two&quot; &amp; &lt;more&gt;\""), xml);
    }

    @Test
    void theDefaultOfVersion2IsTheNewestJson() {
        Response response = get(FLOW + "/" + TOTALS);
        assertEquals("application/vnd.sdmx.data+json;version=2.1.0", response.header("Content-Type"));
        assertEquals(List.of(), OfficialSchemas.json("data", "2.1", response.asByteArray()));
    }

    @Test
    void observationsAreToldApartByTheDimensionThatIsWanted() {
        String address = V1 + "/data/VICTIMS/A.LIE.F+_T._T._T.NUMBER?startPeriod=2005&endPeriod=2005";
        Response bySex = get(address + "&dimensionAtObservation=SEX");
        assertEquals(List.of(), OfficialSchemas.xml("2.1", bySex.asByteArray()));
        assertTrue(text(bySex).contains("<gen:ObsDimension value=\"F\"/><gen:ObsValue value=\"30\"/>"), text(bySex));
        assertEquals(1, text(bySex).split("<gen:Series>", -1).length - 1);
        Response flat = get(address + "&dimensionAtObservation=AllDimensions");
        assertEquals(List.of(), OfficialSchemas.xml("2.1", flat.asByteArray()));
        assertTrue(text(flat).contains("<gen:ObsKey>") && !text(flat).contains("<gen:Series>"), text(flat));
    }

    @Test
    void detailLeavesOut() {
        String address = V1 + "/data/VICTIMS/A.LIE.F+_T._T._T.NUMBER?detail=";
        String only = text(get(address + "dataonly"));
        assertTrue(only.contains("ObsValue") && !only.contains("OBS_STATUS"), only);
        for (String detail : List.of("serieskeysonly", "nodata")) {
            Response keys = get(address + detail);
            assertEquals(List.of(), OfficialSchemas.xml("2.1", keys.asByteArray()));
            assertFalse(text(keys).contains("gen:Obs"), text(keys));
            assertEquals(2, text(keys).split("<gen:Series>", -1).length - 1);
        }
    }

    @Test
    void attributesAndMeasuresAreChosen() {
        String address = FLOW + "/" + TOTALS + "?format=csv";
        assertTrue(
                text(get(address + "&attributes=none"))
                        .startsWith(
                                "STRUCTURE,STRUCTURE_ID,ACTION,FREQ,REF_AREA,SEX,AGE,EXPLOITATION,UNIT_MEASURE,TIME_PERIOD,OBS_VALUE\n"));
        String some = text(get(address + "&attributes=OBS_STATUS,COMMENT&measures=none"));
        assertTrue(
                some.startsWith("STRUCTURE,STRUCTURE_ID,ACTION,FREQ,REF_AREA,SEX,AGE,EXPLOITATION,UNIT_MEASURE,"
                        + "TIME_PERIOD,OBS_STATUS,COMMENT\ndataflow,TIPSTATS:VICTIMS(1.0.0),I,A,LIE"),
                some);
        assertTrue(
                text(accepting("application/vnd.sdmx.data+csv;version=2.1.0", FLOW + "/" + TOTALS + "?attributes=none"))
                        .contains("1.0.0),M,A,LIE"));
        String keys = text(get(address + "&attributes=none&measures=none"));
        assertEquals(2, keys.lines().count(), "expected a header and one series without observations");
    }

    @Test
    void whatChangedSinceAnInstantComesWithWhatWasTakenAway() {
        String since = "updatedAfter=" + sample.first() + "&format=csvdata&formatVersion=2.0.0";
        String csv = text(get(V1 + "/data/VICTIMS/A.LIE....NUMBER?" + since));
        List<String> rows = csv.lines()
                .skip(1)
                .map(line -> line.split(",", -1))
                .map(cells -> cells[2] + " " + cells[5] + " " + cells[7] + " " + cells[9] + " " + cells[10])
                .toList();
        assertEquals(
                List.of("D M _T 2007 ", "R _T _T 2007 55", "R _T _T 2008 60", "R _T LAB 2005 21", "R F _T 2007 40"),
                rows);
        Response xml = get(V1 + "/data/VICTIMS/A.LIE....NUMBER?updatedAfter=" + sample.first());
        assertEquals(List.of(), OfficialSchemas.xml("2.1", xml.asByteArray()));
        assertEquals(
                404,
                get(V1 + "/data/VICTIMS/A.LIE....NUMBER?updatedAfter=2999-01-01T00:00:00Z")
                        .statusCode());
    }

    @ParameterizedTest
    @ValueSource(strings = {"2000", "2000-06", "2000-06-15", "2000-06-15T10:00:00", "2000-06-15T10:00:00+02:00"})
    void instantsMayBeWrittenShort(String since) {
        assertEquals(
                table(V1 + "/data/VICTIMS/" + TOTALS),
                table(V1 + "/data/VICTIMS/" + TOTALS + "?updatedAfter=" + since));
        String next = since.replaceFirst("2000", "2999");
        assertEquals(
                404,
                get(V1 + "/data/VICTIMS/" + TOTALS + "?updatedAfter=" + next).statusCode());
    }

    @Test
    void historyTellsEachDisseminationThatChangedSomething() {
        Response xml = get(V1 + "/data/VICTIMS/A.LIE._T+M._T._T.NUMBER?includeHistory=true&startPeriod=2007");
        assertEquals(List.of(), OfficialSchemas.xml("2.1", xml.asByteArray()));
        List<String> sets = List.of(text(xml).split("<mes:DataSet ", -1));
        assertEquals(4, sets.size(), text(xml));
        assertTrue(sets.get(1).contains("action=\"Replace\" validFromDate=\"" + sample.first() + "\""), sets.get(1));
        assertTrue(sets.get(1).contains("<gen:ObsValue value=\"50\"/>"), sets.get(1));
        assertTrue(sets.get(2).contains("action=\"Delete\" validToDate="), sets.get(2));
        assertTrue(sets.get(3).contains("<gen:ObsValue value=\"55\"/>"), sets.get(3));
    }

    @Test
    void dataAreGivenAsTheyWereAtAnInstant() {
        assertEquals(
                List.of("_T _T 2005 40", "_T _T 2006 0", "_T _T 2007 50"),
                table(FLOW + "/" + TOTALS + "?asOf=" + sample.first()));
        assertEquals(
                204, get(FLOW + "/" + TOTALS + "?asOf=2000-01-01T00:00:00Z").statusCode());
    }

    @Test
    void whereThereIsNothingEachVersionSaysSoInItsWay() {
        Response v1 = get(V1 + "/data/VICTIMS/A.ATA._T._T._T.NUMBER");
        assertEquals(404, v1.statusCode());
        assertTrue(text(v1).contains("<mes:ErrorMessage code=\"100\">"), text(v1));
        assertEquals(List.of(), OfficialSchemas.xml("2.1", v1.asByteArray()));
        assertEquals(404, get(V1 + "/data/VICTIMS/" + TOTALS + "/NOBODY").statusCode());
        assertEquals(404, get(V1 + "/data/NOTHING/all").statusCode());
        Response v2 = get(FLOW + "/A.ATA");
        assertEquals(204, v2.statusCode());
        assertEquals("", text(v2));
    }

    @Test
    void aMissingValueIsNotANumberAndHasItsStatus() {
        String xml = text(get(V1 + "/data/VICTIMS/A.LIE._T._T.SEX.NUMBER"));
        assertTrue(
                xml.contains("<gen:ObsValue value=\"NaN\"/><gen:Attributes><gen:Value id=\"OBS_STATUS\" value=\"L\"/>"),
                xml);
    }

    @Test
    void whatIsUnderEmbargoIsNotThere() {
        releases.accept(
                "VICTIMS", "BMU", "REF_AREA,SEX,AGE,EXPLOITATION,TIME_PERIOD,OBS_VALUE\nBMU,_T,_T,_T,2009,70\n");
        Instant later = Instant.parse("2190-01-01T00:00:00Z");
        releases.publish("sdmx-embargoed", later);
        String key = "/A.BMU._T._T._T.NUMBER";
        assertEquals(404, get(V1 + "/data/VICTIMS" + key).statusCode());
        assertEquals(
                404, get(V1 + "/data/VICTIMS" + key + "?includeHistory=true").statusCode());
        assertEquals(204, get(FLOW + key + "?asOf=" + later).statusCode());
        assertEquals(
                204,
                get(SdmxSample.V2 + "/availability/dataflow/TIPSTATS/VICTIMS/1.0.0" + key)
                        .statusCode());
        assertEquals(
                204,
                releases.as(AccountRole.REVIEWER)
                        .delete("/api/v1/releases/sdmx-embargoed")
                        .statusCode());
    }
}
