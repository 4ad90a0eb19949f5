package org.tipstats.mapping.grid;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.tipstats.mapping.grid.CsvGridTest.cells;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tipstats.files.csv.MalformedFileException;
import org.tipstats.files.csv.MalformedFileException.Reason;

/** Reads SDMX data messages of a structure that the program does not know. */
class MessageGridTest {

    private static final String SCHEMAS = "http://www.sdmx.org/resources/sdmxml/schemas/v";

    @TempDir
    Path folder;

    private Grid grid(String text) throws IOException {
        return GridReader.read(Files.writeString(folder.resolve("message"), text));
    }

    /** Returns a message whose data set starts on line 6. */
    private static String ml(String version, String root, String dataSet) {
        return """
                <?xml version="1.0"?>
                <m:%s xmlns:m="%s/message" xmlns:g="%s/data/generic" xmlns:ss="%s/data/structurespecific" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
                  <m:Header><m:ID>X</m:ID>
                    <m:Structure structureID="S" dimensionAtObservation="TIME_PERIOD"/>
                  </m:Header>
                %s
                </m:%s>
                """.formatted(root, SCHEMAS + version, SCHEMAS + version, SCHEMAS + version, dataSet.strip(), root);
    }

    @Test
    void aStructureSpecificMessageHasARowForEachObservation() throws IOException {
        for (String version : new String[] {"2_1", "3_0"}) {
            Grid grid = grid(ml(version, "StructureSpecificData", DATA_SET));
            assertEquals(
                    "2:NOTE|SERIES|REF_AREA|SEX|TIME_PERIOD|OBS_VALUE|OBS_STATUS"
                            + " / 8:draft|VC_HTF|XX|F|2014|12|A / 9:draft|VC_HTF|XX|F|2015"
                            + " / 12:draft|VC_HTF|XX|M|2014|3.5",
                    cells(grid));
            assertEquals("line:8", grid.sheets().get(0).address(8, 5));
        }
    }

    @Test
    void attributesOfGroupsReachTheirObservations() throws IOException {
        String dataSet = """
                <m:DataSet ss:structureRef="S">
                <Group xsi:type="Sibling" SEX="F" UNIT="PERSONS"/>
                <Group xsi:type="Sibling" SEX="M" UNIT="RATE"/>
                <Series REF_AREA="XX" SEX="M">
                <Obs TIME_PERIOD="2014" OBS_VALUE="3"/>
                </Series>
                <Series REF_AREA="XX" SEX="F">
                <Obs TIME_PERIOD="2014" OBS_VALUE="12"/>
                </Series>
                </m:DataSet>""";
        assertEquals(
                "2:SEX|UNIT|REF_AREA|TIME_PERIOD|OBS_VALUE / 10:M|RATE|XX|2014|3 / 13:F|PERSONS|XX|2014|12",
                cells(grid(ml("2_1", "StructureSpecificData", dataSet))));
    }

    @Test
    void aGenericMessageNamesItsComponentsInItsValues() throws IOException {
        String dataSet = """
                <m:DataSet structureRef="S">
                <g:Group type="Women"><g:GroupKey><g:Value id="SEX" value="F"/></g:GroupKey>
                <g:Attributes><g:Value id="UNIT" value="PERSONS"/></g:Attributes></g:Group>
                <g:Series><g:SeriesKey><g:Value id="REF_AREA" value="XX"/><g:Value id="SEX" value="F"/></g:SeriesKey>
                <g:Obs><g:ObsDimension value="2014"/><g:ObsValue value="12"/></g:Obs>
                <g:Obs><g:ObsDimension value="2015"/><g:ObsValue value="7"/></g:Obs>
                </g:Series>
                </m:DataSet>""";
        assertEquals(
                "2:SEX|UNIT|REF_AREA|TIME_PERIOD|OBS_VALUE / 10:F|PERSONS|XX|2014|12 / 11:F|PERSONS|XX|2015|7",
                cells(grid(ml("2_1", "GenericData", dataSet))));
    }

    private static final String DATA_SET = """
            <m:DataSet ss:structureRef="S" NOTE="draft">
            <Series SERIES="VC_HTF" REF_AREA="XX" SEX="F">
            <Obs TIME_PERIOD="2014" OBS_VALUE="12" OBS_STATUS="A"/>
            <Obs TIME_PERIOD="2015" OBS_VALUE="NaN"/>
            </Series>
            <Series SERIES="VC_HTF" REF_AREA="XX" SEX="M">
            <Obs TIME_PERIOD="2014" OBS_VALUE="3.5"/></Series>
            </m:DataSet>""";

    static final String SPECIFIC = ml("2_1", "StructureSpecificData", DATA_SET);

    static final String JSON = """
            {"data": {
             "dataSets": [{"action": "Information", "series": {
              "0:0": {"observations": {
               "0": [12, 0],
               "1": [7, null]}}}}],
             "structures": [{
              "dimensions": {
               "series": [{"id": "REF_AREA", "values": [{"id": "XX"}]}, {"id": "SEX", "values": [{"id": "F"}]}],
               "observation": [{"id": "TIME_PERIOD", "values": [{"id": "2014"}, {"id": "2015"}]}]},
              "measures": {"observation": [{"id": "OBS_VALUE"}]},
              "attributes": {"observation": [{"id": "OBS_STATUS", "values": [{"id": "A"}]}]}}]}}
            """;

    @Test
    void aJsonMessageIsReadWithItsOwnStructure() throws IOException {
        Grid grid = grid(JSON);
        assertEquals(
                "1:ACTION|REF_AREA|SEX|TIME_PERIOD|OBS_VALUE|OBS_STATUS / 4:I|XX|F|2014|12|A / 5:I|XX|F|2015|7",
                cells(grid));
        assertEquals("line:5", grid.sheets().get(0).address(5, 4));
    }

    @Test
    void aMessageWithoutLineBreaksIsAddressedByCell() throws IOException {
        Grid grid = grid(JSON.replace("\n", ""));
        assertEquals(
                "1:ACTION|REF_AREA|SEX|TIME_PERIOD|OBS_VALUE|OBS_STATUS / 2:I|XX|F|2014|12|A / 3:I|XX|F|2015|7",
                cells(grid));
        assertEquals("E3", grid.sheets().get(0).address(3, 4));
    }

    @Test
    void aMessageWithoutDataIsRefused() {
        MalformedFileException fault = assertThrows(
                MalformedFileException.class, () -> grid("<m:Structure xmlns:m=\"" + SCHEMAS + "2_1/message\"/>"));
        assertEquals(Reason.NOT_A_DATA_MESSAGE, fault.reason());
    }
}
