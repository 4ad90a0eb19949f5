package org.tipstats.files.message;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.tipstats.files.message.TestMessages.fault;
import static org.tipstats.files.message.TestMessages.message;
import static org.tipstats.files.message.TestMessages.ml;
import static org.tipstats.files.message.TestMessages.read;
import static org.tipstats.files.message.TestMessages.specific;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.NoSuchElementException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tipstats.files.csv.MalformedFileException;
import org.tipstats.files.csv.RowSource.Assumption;
import org.tipstats.files.detect.FileKind;

/** Reads SDMX-ML data messages. The generic ones are valid against the schemas of the standard. */
class MlMessageTest {

    private static final String FLAT = """
              <m:DataSet ss:structureRef="S" ss:dataScope="DataStructure" ss:action="Replace" xsi:type="x:DataSetType" xmlns:x="urn:x">
                <Obs REF_AREA="AUT" SEX="F" TIME_PERIOD="2016" OBS_VALUE="12" OBS_STATUS="A"/>
                <Obs REF_AREA="AUT" SEX="M"
                     TIME_PERIOD="2016"
                     OBS_VALUE="NaN" OBS_STATUS="O"/> <!-- two
            lines --> <Obs REF_AREA="AUT" SEX="_T" TIME_PERIOD="2016" OBS_STATUS="L"/>
              </m:DataSet>""";

    private static final List<String> FLAT_ROWS = List.of(
            "9 dataflow|TIPSTATS:VICTIMS(1.0.0)|R|AUT|F|2016|12|A",
            "10 dataflow|TIPSTATS:VICTIMS(1.0.0)|R|AUT|M|2016||O",
            "13 dataflow|TIPSTATS:VICTIMS(1.0.0)|R|AUT|_T|2016||L");

    @TempDir
    Path folder;

    @Test
    void structureSpecificDataIsATable() throws IOException {
        TestMessages.Table table = ml(folder, specific(FLAT));
        assertEquals(
                List.of(
                        "STRUCTURE",
                        "STRUCTURE_ID",
                        "ACTION",
                        "REF_AREA",
                        "SEX",
                        "TIME_PERIOD",
                        "OBS_VALUE",
                        "OBS_STATUS"),
                table.header());
        assertEquals(FLAT_ROWS, table.texts());
        assertEquals(
                List.of(1, 2, 3), table.rows().stream().map(row -> row.record()).toList());
    }

    @Test
    void attributesOfDataSetGroupAndSeriesAreThoseOfTheirObservations() throws IOException {
        TestMessages.Table table = ml(folder, message("StructureSpecificTimeSeriesData", "TIME_PERIOD", """
                  <m:DataSet ss:structureRef="S" ss:dataScope="DataStructure" UNIT_MEASURE="NUMBER" MULTI_RESPONSE="N">
                    <Group xsi:type="x:Women" xmlns:x="urn:x" type="Women" SEX="F" CONF_STATUS="F"/>
                    <Series REF_AREA="AUT" SEX="F" OBS_STATUS="P">
                      <Obs TIME_PERIOD="2015" OBS_VALUE="3"/>
                      <Obs TIME_PERIOD="2016" OBS_VALUE="4" OBS_STATUS="A" MULTI_RESPONSE="Y"/>
                    </Series>
                    <Series REF_AREA="AUT" SEX="M"><Obs TIME_PERIOD="2016" OBS_VALUE="5"/></Series>
                  </m:DataSet>
                """));
        assertEquals(
                List.of(
                        "STRUCTURE",
                        "STRUCTURE_ID",
                        "REF_AREA",
                        "SEX",
                        "UNIT_MEASURE",
                        "TIME_PERIOD",
                        "OBS_VALUE",
                        "OBS_STATUS",
                        "CONF_STATUS",
                        "MULTI_RESPONSE"),
                table.header());
        assertEquals(
                List.of(
                        "11 dataflow|TIPSTATS:VICTIMS(1.0.0)|AUT|F|NUMBER|2015|3|P|F|N",
                        "12 dataflow|TIPSTATS:VICTIMS(1.0.0)|AUT|F|NUMBER|2016|4|A|F|Y",
                        "14 dataflow|TIPSTATS:VICTIMS(1.0.0)|AUT|M|NUMBER|2016|5|||N"),
                table.texts());
    }

    @Test
    void genericSeriesAreATable() throws IOException {
        for (String root : List.of("GenericData", "GenericTimeSeriesData")) {
            assertEquals(
                    List.of(
                            "20 dataflow|TIPSTATS:VICTIMS(1.0.0)|A|AUT|F|2015|3||F|N",
                            "21 dataflow|TIPSTATS:VICTIMS(1.0.0)|A|AUT|F|2016||O|F|N"),
                    ml(folder, message(root, "TIME_PERIOD", GenericMessages.SERIES))
                            .texts());
        }
    }

    @Test
    void genericFlatDataIsATable() throws IOException {
        assertEquals(
                List.of(
                        "9 dataflow|TIPSTATS:VICTIMS(1.0.0)|D|AUT|F||||2016||",
                        "16 dataflow|TIPSTATS:VICTIMS(1.0.0)|D|AUT|M||||2016|7|A"),
                ml(folder, message("GenericData", "AllDimensions", GenericMessages.FLAT))
                        .texts());
    }

    @Test
    void theDimensionOfAnObservationNeedNotBeTheTime() throws IOException {
        TestMessages.Table table = ml(folder, message("GenericData", "SEX", """
                  <m:DataSet structureRef="S"><g:Series>
                    <g:SeriesKey><g:Value id="REF_AREA" value="AUT"/><g:Value id="TIME_PERIOD" value="2016"/></g:SeriesKey>
                    <g:Obs><g:ObsDimension value="F"/><g:ObsValue value="1"/></g:Obs>
                    <g:Obs><g:ObsDimension id="SEX" value="M"/><g:ObsValue value="2"/></g:Obs>
                  </g:Series></m:DataSet>
                """));
        assertEquals(
                List.of(
                        "10 dataflow|TIPSTATS:VICTIMS(1.0.0)|AUT|F|2016|1",
                        "11 dataflow|TIPSTATS:VICTIMS(1.0.0)|AUT|M|2016|2"),
                table.texts());
    }

    @Test
    void whatTheStructureDoesNotHaveIsAColumnToo() throws IOException {
        TestMessages.Table table =
                ml(folder, specific("<m:DataSet ss:structureRef=\"S\"><Obs SEXE=\"F\" REF_AREA=\"AUT\"/></m:DataSet>"));
        assertEquals(List.of("STRUCTURE", "STRUCTURE_ID", "REF_AREA", "OBS_VALUE", "SEXE"), table.header());
        assertEquals(
                "UNEXPECTED_PART 8 action",
                fault(
                        folder,
                        FileKind.SDMX_ML,
                        specific("<m:DataSet ss:structureRef=\"S\"><Obs action=\"D\" REF_AREA=\"AUT\"/></m:DataSet>")));
    }

    @Test
    void aSeriesWithoutObservationsIsOneRowAndInADeletionAllDimensionsAreColumns() throws IOException {
        TestMessages.Table table = ml(folder, specific("""
                  <m:DataSet ss:structureRef="S" ss:action="Delete">
                    <Series REF_AREA="AUT"/>
                  </m:DataSet>
                """));
        assertEquals(
                List.of(
                        "STRUCTURE",
                        "STRUCTURE_ID",
                        "ACTION",
                        "REF_AREA",
                        "SEX",
                        "AGE",
                        "EXPLOITATION",
                        "UNIT_MEASURE",
                        "TIME_PERIOD",
                        "OBS_VALUE"),
                table.header());
        assertEquals(List.of("9 dataflow|TIPSTATS:VICTIMS(1.0.0)|D|AUT||||||"), table.texts());
    }

    @Test
    void theStructureMayBeNamedInEveryWayOfTheStandard() throws IOException {
        String usage =
                "<c:StructureUsage><Ref agencyID=\"TIPSTATS\" id=\"VICTIMS\" version=\"1.0.0\"/></c:StructureUsage>";
        String urn = "urn:sdmx:org.sdmx.infomodel.datastructure.";
        for (List<String> way : List.of(
                List.of(usage, "dataflow|TIPSTATS:VICTIMS(1.0.0)"),
                List.of("<c:Structure><Ref id=\"DSD_VICTIMS\"/></c:Structure>", "datastructure|DSD_VICTIMS"),
                List.of(
                        "<c:Structure><Ref id=\"VICTIMS\" agencyID=\"X\" class=\"Dataflow\"/></c:Structure>",
                        "dataflow|X:VICTIMS"),
                List.of(
                        "<c:Structure><URN>" + urn + "DataStructure=TIPSTATS:DSD_VICTIMS(1.0.0)</URN></c:Structure>",
                        "datastructure|TIPSTATS:DSD_VICTIMS(1.0.0)"),
                List.of(
                        "<c:StructureUsage>" + urn + "Dataflow=TIPSTATS:VICTIMS(1.0.0)</c:StructureUsage>",
                        "dataflow|TIPSTATS:VICTIMS(1.0.0)"),
                List.of("<c:ProvisionAgrement><Ref id=\"PA\"/></c:ProvisionAgrement>", "dataprovision|PA"))) {
            String named = specific(FLAT).replace(usage, way.get(0));
            assertEquals(
                    FLAT_ROWS.get(0).replace("dataflow|TIPSTATS:VICTIMS(1.0.0)", way.get(1)),
                    ml(folder, named).texts().get(0));
        }
    }

    @Test
    void theHeaderMaySayTheActionOfAllDataSets() throws IOException {
        String action = specific(FLAT.replace("ss:action=\"Replace\"", ""))
                .replace("</m:Header>", "<m:DataSetAction>Append</m:DataSetAction></m:Header>");
        assertEquals("A", ml(folder, action).rows().get(0).cells()[2]);
        assertEquals(
                "Update",
                ml(folder, action.replace("Append", "Update")).rows().get(0).cells()[2]);
    }

    @Test
    void dataOfVersionThreeIsReadToo() throws IOException {
        String three = specific("""
                  <m:DataSet ss:structureRef="S" ss:action="Merge">
                    <Atts SEX="F"><Comp id="CONF_STATUS"><Value>F</Value></Comp></Atts>
                    <Obs REF_AREA="AUT" SEX="F" TIME_PERIOD="2016">
                      <Comp id="OBS_VALUE"><Value>5</Value></Comp>
                      <Comp id="NOTE"><Value><c:Text xml:lang="en">Yes</c:Text><c:Text xml:lang="fr">Oui</c:Text></Value></Comp>
                    </Obs>
                  </m:DataSet>
                """).replace("v2_1", "v3_0");
        assertEquals(
                List.of("10 dataflow|TIPSTATS:VICTIMS(1.0.0)|M|AUT|F|2016|5|F|en:Yes;fr:Oui"),
                ml(folder, three).texts());
    }

    @Test
    void encodingsAreReadAsDeclared() throws IOException {
        String message = specific(FLAT.replace("OBS_STATUS=\"A\"", "NOTE=\"Ä\""));
        for (String name : List.of("UTF-8", "UTF-16", "UTF-16LE", "windows-1252", "ISO-8859-1")) {
            String declared = message.replace("encoding=\"UTF-8\"", "encoding=\"" + name + "\"");
            String mark = name.equals("UTF-16LE") ? "\uFEFF" : "";
            TestMessages.Table table =
                    read(folder, FileKind.SDMX_ML, (mark + declared).getBytes(Charset.forName(name)));
            assertEquals("Ä", table.rows().get(0).cells()[8], name);
        }
        byte[] latin = message.getBytes(StandardCharsets.ISO_8859_1);
        assertEquals("WRONG_ENCODING", fault(folder, FileKind.SDMX_ML, latin).split(" ")[0]);
        String odd = message.replace("encoding=\"UTF-8\"", "encoding=\"KLINGON-8\"");
        assertEquals("WRONG_ENCODING", fault(folder, FileKind.SDMX_ML, odd).split(" ")[0]);
    }

    @Test
    void doubledByteOrderMarksAreTold() throws IOException {
        byte[] marked = ("\uFEFF\uFEFF" + specific(FLAT)).getBytes(StandardCharsets.UTF_8);
        assertEquals(FLAT_ROWS, read(folder, FileKind.SDMX_ML, marked).texts());
        try (MessageReader reader =
                MessageReader.open(Files.write(folder.resolve("f"), marked), FileKind.SDMX_ML, TestMessages.VICTIMS)) {
            assertEquals(List.of(new Assumption(Assumption.Kind.BYTE_ORDER_MARKS, 1, 1, null)), reader.assumptions());
        }
    }

    @Test
    void rowsBeforeAFaultAreReadAndTheFaultStays() throws IOException {
        String message = specific(FLAT.replace("OBS_VALUE=\"NaN\"", "<"));
        Path file = Files.writeString(folder.resolve("broken"), message);
        try (MessageReader reader = MessageReader.open(file, FileKind.SDMX_ML, TestMessages.VICTIMS)) {
            assertEquals("12", reader.next().cells()[6]);
            MalformedFileException fault = assertThrows(MalformedFileException.class, reader::hasNext);
            assertEquals(MalformedFileException.Reason.BROKEN_XML, fault.reason());
            assertEquals(12, fault.line());
            assertEquals(fault, assertThrows(MalformedFileException.class, reader::next));
        }
    }

    @Test
    void nothingComesAfterTheLastRow() throws IOException {
        Path file = Files.writeString(folder.resolve("whole"), specific(FLAT));
        try (MessageReader reader = MessageReader.open(file, FileKind.SDMX_ML, TestMessages.VICTIMS)) {
            reader.ignoreColumns(new boolean[0]);
            reader.forEachRemaining(row -> {});
            assertFalse(reader.hasNext());
            assertThrows(NoSuchElementException.class, reader::next);
        }
    }
}
