package org.tipstats.validate.row;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tipstats.files.csv.RawRow;
import org.tipstats.validate.findings.RuleTexts;
import org.tipstats.validate.findings.Sentences;
import org.tipstats.validate.rule.Given;
import org.tipstats.vocabulary.schema.Dataflow;
import org.tipstats.vocabulary.schema.SampleStructures;

/** Tests what is read of data that this service published and an area sends again. */
class PublishedRowsTest {

    private static final String PUBLISHED_ONLY = "LOWER_BOUND,UPPER_BOUND,N_AREAS,N_REPORTING,N_MASKED,POP_COVERAGE";

    private static final String IDS =
            "REF_AREA,SEX,AGE,EXPLOITATION,UNIT_MEASURE,TIME_PERIOD,OBS_VALUE,OBS_STATUS,CONF_STATUS,COMMENT,"
                    + PUBLISHED_ONLY + "\n"
                    + "AUT,_T,_T,_T,NUMBER,2015,72,A,F,From: the police,,,,,,\n"
                    + "AUT,_T,_T,_T,PER_100000_POP,2015,0.8341,A,F,,,,,,,\n"
                    + "AUT,F,_T,_T,NUMBER,2015,,Q,C,,,,,,,\n"
                    + "AUT,M,_T,_T,NUMBER,2015,,Q,A,,,,,,,\n";

    private static final String NAMES =
            "REF_AREA,Zone de référence,SEX,Sexe,AGE,EXPLOITATION,TIME_PERIOD,OBS_VALUE,OBS_STATUS,CONF_STATUS,COMMENT,"
                    + PUBLISHED_ONLY + "\n"
                    + "AUT,Autriche,_T,Total,_T,_T,2015,72,A,F,From: the police,,,,,,\n"
                    + "AUT,Autriche,F,Femmes,_T,_T,2015,,Q,C,,,,,,,\n"
                    + "AUT,Autriche,M,Hommes,_T,_T,2015,,Q,A,,,,,,,\n";

    private static final String BOTH =
            "REF_AREA: Reference area,SEX: Sex,AGE: Age,EXPLOITATION: Form,UNIT_MEASURE: Unit,TIME_PERIOD: Time,"
                    + "OBS_VALUE: Value,OBS_STATUS: Status,CONF_STATUS: Confidentiality,COMMENT: Comment,"
                    + "LOWER_BOUND: Name,UPPER_BOUND: Name,N_AREAS: Name,N_REPORTING: Name,N_MASKED: Name,POP_COVERAGE: Name\n"
                    + "AUT: Austria,_T: Total,_T: Total,_T: Total,NUMBER: Number,2015,72,A: Normal,F: Free,From: the police,,,,,,\n"
                    + "AUT: Austria,_T: Total,_T: Total,_T: Total,PER_100000_POP: Rate,2015,0.8341,A: Normal,F: Free,,,,,,,\n"
                    + "AUT: Austria,M: Male,_T: Total,_T: Total,NUMBER: Number,2015,,Q: Suppressed,A: Masked,,,,,,,\n";

    private static final String MESSAGE = """
            <m:StructureSpecificData xmlns:m="http://www.sdmx.org/resources/sdmxml/schemas/v3_0/message"
                xmlns:c="http://www.sdmx.org/resources/sdmxml/schemas/v3_0/common"
                xmlns:ss="http://www.sdmx.org/resources/sdmxml/schemas/v3_0/data/structurespecific">
              <m:Header><m:ID>X</m:ID><m:Test>false</m:Test><m:Sender id="TIPSTATS"/>
                <m:Structure structureID="S" dimensionAtObservation="AllDimensions"><c:Structure>urn:sdmx:org.sdmx.infomodel.datastructure.DataStructure=TIPSTATS:DSD_VICTIMS(1.0.0)</c:Structure></m:Structure>
              </m:Header>
              <m:DataSet ss:structureRef="S">
                <Obs FREQ="A" REF_AREA="AUT" SEX="_T" AGE="_T" EXPLOITATION="_T" UNIT_MEASURE="NUMBER" TIME_PERIOD="2015" OBS_VALUE="72" OBS_STATUS="A"/>
                <Obs FREQ="A" REF_AREA="AUT" SEX="_T" AGE="_T" EXPLOITATION="_T" UNIT_MEASURE="PER_100000_POP" TIME_PERIOD="2015" OBS_VALUE="0.8341" OBS_STATUS="A"/>
                <Obs FREQ="A" REF_AREA="AUT" SEX="F" AGE="_T" EXPLOITATION="_T" UNIT_MEASURE="NUMBER" TIME_PERIOD="2015" OBS_VALUE="NaN" OBS_STATUS="Q" CONF_STATUS="C"/>
                <Obs FREQ="A" REF_AREA="AUT" SEX="M" AGE="_T" EXPLOITATION="_T" UNIT_MEASURE="NUMBER" TIME_PERIOD="2015" OBS_VALUE="NaN" OBS_STATUS="Q" CONF_STATUS="A"/>
              </m:DataSet>
            </m:StructureSpecificData>
            """;

    @TempDir
    Path folder;

    private List<String> read(String text) throws IOException {
        Path file = Files.writeString(folder.resolve("file.csv"), text);
        List<String> rows = new ArrayList<>();
        try (ValidatedRows read =
                ValidatedRows.open(file, Given.SCHEMAS.dataflow("VICTIMS").orElseThrow())) {
            read.forEachRemaining(row -> rows.add(row.line() + " " + row.key() + " " + row.value() + " " + row.status()
                    + " " + row.confidentiality() + " " + row.attributes().get("COMMENT")));
        }
        return rows;
    }

    @ParameterizedTest
    @ValueSource(strings = {IDS, NAMES, BOTH})
    void countsAndWhatTheAreaMaskedAreRead(String text) throws IOException {
        List<String> rows = read(text);
        assertEquals("2 A.AUT._T._T._T.NUMBER.2015 72 A F From: the police", rows.get(0));
        assertTrue(rows.get(1).endsWith(" A.AUT.M._T._T.NUMBER.2015 null Q A null"), rows.get(1));
        assertEquals(2, rows.size());
        assertTrue(Given.file(text).from("AUT").report().valid());
    }

    @Test
    void whatIsNotReadIsReported() {
        Sentences sentences =
                new Sentences(RuleTexts.in("en"), Given.file(IDS).flow().structure());
        List<String> says = Given.file(IDS).findings().stream()
                .filter(finding -> finding.rule().equals("layout-assumed"))
                .map(sentences::message)
                .toList();
        assertEquals(
                List.of(
                        "The file has data that this service published. Its rates were not read (rows: 1), because the"
                                + " service computes them from the counts.",
                        "The file has data that this service published. Figures that the service withholds were not read"
                                + " (rows: 1). Those that you sent before stay."),
                says);
    }

    @Test
    void aMessageOfThisServiceNeedsNoPublishedColumns() throws IOException {
        List<String> rows = read(MESSAGE);
        assertEquals(2, rows.size(), rows::toString);
        assertTrue(rows.get(0).contains(" A.AUT._T._T._T.NUMBER.2015 72 A "), rows::toString);
        assertTrue(rows.get(1).contains(" A.AUT.M._T._T.NUMBER.2015 null Q A "), rows::toString);
        assertTrue(Given.file(MESSAGE).from("AUT").report().valid());
    }

    @Test
    void aMessageOfAnotherSenderIsReadInFull() {
        Given other = Given.file(MESSAGE.replace("Sender id=\"TIPSTATS\"", "Sender id=\"AT\""));
        assertEquals(4, other.report().file().rows());
        assertEquals(1, other.found("implausible-unit").size());
    }

    @Test
    void aStructureWithoutPublishedColumnsDoesNotMakeEachFilePublished() {
        Dataflow flow = SampleStructures.dataflow(SampleStructures.victims(), Map.of());
        RawRow header = new RawRow(1, 0, new String[] {"REF_AREA", "OBS_VALUE"});
        assertFalse(Layout.of(header, flow).isPublished());
    }

    @Test
    void ratesAreAFaultInAFileOfAnotherForm() {
        String own = IDS.replace("," + PUBLISHED_ONLY, "").replace(",,,,,,\n", "\n");
        assertEquals(1, Given.file(own).found("implausible-unit").size());
        assertEquals(1, Given.file(own).found("not-a-count").size());
    }

    @Test
    void aNameIsAColumnOfItsOwnInAFileOfAnotherForm() {
        String own = NAMES.replace("," + PUBLISHED_ONLY, "").replace(",,,,,,\n", "\n");
        assertEquals(
                List.of(
                        "unknown-column 1 Zone de référence \"Zone de référence\" []",
                        "unknown-column 1 Sexe \"Sexe\" []"),
                Given.file(own).found("unknown-column"));
        assertEquals(
                List.of("duplicate-column 1 SEX \"Sex\" []"),
                Given.file(own.replace(",Sexe", ",Sex")).found("duplicate-column"));
    }
}
