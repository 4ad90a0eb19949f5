package org.tipstats.validate.mapped;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tipstats.mapping.grid.Grid;
import org.tipstats.mapping.grid.Sheet;
import org.tipstats.mapping.grid.Sheet.Addressing;
import org.tipstats.mapping.saved.Mapping;
import org.tipstats.validate.findings.Finding;
import org.tipstats.validate.findings.FindingCollection;
import org.tipstats.validate.findings.ReportJson;
import org.tipstats.validate.findings.ValidationReport;
import org.tipstats.validate.row.TableFacts;
import org.tipstats.validate.rule.Given;
import org.tipstats.validate.run.ValidationRequest;
import org.tipstats.validate.run.Validator;
import org.tipstats.vocabulary.schema.Dataflow;

/** Validates tables in a layout of their own. The expected figures and cells are those of the tables below. */
class MappedFileTest {

    private static final String TITLE = "Victims of trafficking in persons,,\n";
    private static final String TABLE = TITLE + "Group,2022,2023\nWomen,10,12\nMen,4,5\nTotal,14,17\n";
    private static final String ANSWERS = "{'dataflow':'VICTIMS','unit':'NUMBER','coverage':'national'}";
    private final Mapping mapping = MappedGiven.mapping(TABLE, ANSWERS);
    private final Dataflow victims = Given.SCHEMAS.dataflow("VICTIMS").orElseThrow();

    private String written(MappedFile file) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        file.table(victims).write(out);
        return out.toString(StandardCharsets.UTF_8);
    }

    @Test
    void theFiguresBecomeRowsInTheOrderOfTheirKeys() throws IOException {
        MappedFile file = MappedGiven.file(TABLE, mapping, Map.of("COMMENT", "two\nlines, one text"));
        assertEquals("""
                STRUCTURE,STRUCTURE_ID,ACTION,FREQ,REF_AREA,SEX,AGE,EXPLOITATION,UNIT_MEASURE,TIME_PERIOD,OBS_VALUE,OBS_STATUS,CONF_STATUS,COMMENT
                dataflow,TIPSTATS:VICTIMS(1.0.0),I,A,KGZ,_T,_T,_T,NUMBER,2022,14,A,,"two lines, one text"
                dataflow,TIPSTATS:VICTIMS(1.0.0),I,A,KGZ,F,_T,_T,NUMBER,2022,10,A,,"two lines, one text"
                dataflow,TIPSTATS:VICTIMS(1.0.0),I,A,KGZ,M,_T,_T,NUMBER,2022,4,A,,"two lines, one text"
                dataflow,TIPSTATS:VICTIMS(1.0.0),I,A,KGZ,_T,_T,_T,NUMBER,2023,17,A,,"two lines, one text"
                dataflow,TIPSTATS:VICTIMS(1.0.0),I,A,KGZ,F,_T,_T,NUMBER,2023,12,A,,"two lines, one text"
                dataflow,TIPSTATS:VICTIMS(1.0.0),I,A,KGZ,M,_T,_T,NUMBER,2023,5,A,,"two lines, one text"
                """, written(file));
        assertEquals(List.of("B5"), file.table(victims).cells(0));
        assertEquals(List.of("VICTIMS"), file.dataflows());
    }

    /** Regression: the area of the mapping went before the one that was given for this file. */
    @Test
    void theAreaOfThisFileGoesBeforeThatOfTheMapping() throws IOException {
        String own = written(MappedGiven.file(TABLE, mapping, Map.of()));
        String other = written(MappedGiven.file(TABLE, mapping, Map.of("REF_AREA", "UZB")));
        assertEquals(own.replace(",KGZ,", ",UZB,"), other);
    }

    @Test
    void anAreaThatDoesNotExistIsAnError() {
        MappedFile file = MappedGiven.file(TABLE, mapping, Map.of("REF_AREA", "XYZ"));
        assertTrue(MappedGiven.validate(file, victims).report().found("unknown-code"));
    }

    @Test
    void theRowsAreValidatedAsTheirFileIs(@TempDir Path folder) throws IOException {
        Map<String, String> params = Map.of("COMMENT", "=two\nlines", "SOURCE_AGENCY", " 'agency' ");
        MappedFile file = MappedGiven.file(TABLE.replace("Total,14", "Total,13"), mapping, params);
        Path made = folder.resolve("made.csv");
        ValidationRequest request = ValidationRequest.anonymous(Given.SCHEMAS, victims, Given.CURRENT_YEAR);
        ValidationReport ofRows =
                file.validate(MappedGiven.PROBE, "table.csv", request, made).report();
        ValidationReport ofFile = new Validator().validate(made, null, request).report();
        assertEquals(Files.readString(made), written(file));
        assertEquals(1, ofRows.counts().warning());
        assertEquals(ofFile.counts(), ofRows.counts());
        assertEquals(ofFile.contents(), ofRows.contents());
        assertTrue(ofRows.passed().containsAll(ofFile.passed()));
        // A mapping always looks for rates.
        List<String> notRun = new ArrayList<>(ofFile.notRun());
        notRun.remove("rate-not-count");
        assertEquals(notRun, ofRows.notRun());
    }

    @Test
    void aFileThatItsMappingDoesNotReadIsReportedWithAllItsRows(@TempDir Path folder) throws IOException {
        int rows = TableFacts.MAX_ROWS + 50;
        List<String> lines = new ArrayList<>(List.of("Region;2022;2023"));
        for (int i = 0; i < rows; i++) {
            lines.add("Region " + i + ";" + i % 7 + ";" + i % 5);
        }
        Path table = Files.write(folder.resolve("table.csv"), lines);
        ValidationRequest request = ValidationRequest.anonymous(Given.SCHEMAS, victims, Given.CURRENT_YEAR);
        LayoutValidation read = LayoutValidation.of(
                table, null, request, new LayoutValidation.Reading(true, Map.of(), grid -> Optional.empty()), folder);
        assertEquals(rows, read.validation().report().file().rows());
        assertTrue(read.validation().report().found("own-layout"));
        assertNull(read.mapped());
    }

    @Test
    void noMappingReadsAListOfPersons(@TempDir Path folder) throws IOException {
        List<String> lines = new ArrayList<>(List.of("Case number;Name;Date of birth;Nationality"));
        for (int i = 10; i < 60; i++) {
            lines.add("A-" + i + ";Person " + (char) ('A' + i % 26) + i + ";19" + i + "-03-04;Austria");
        }
        Path list = Files.write(folder.resolve("list.csv"), lines);
        ValidationRequest request = ValidationRequest.anonymous(Given.SCHEMAS, victims, Given.CURRENT_YEAR);
        LayoutValidation.Reading reading = new LayoutValidation.Reading(true, Map.of(), grid -> {
            throw new AssertionError("a mapping reads a list of persons");
        });
        LayoutValidation read = LayoutValidation.of(list, null, request, reading, folder);
        assertTrue(read.validation().report().found("case-level-data"));
    }

    /** Regression: nothing said so. */
    @Test
    void valuesThatNoFigureHasAreReported(@TempDir Path folder) throws IOException {
        Map<String, String> params = Map.of("TIME_PERIOD", "2021", "COMMENT", "final", "UNIT_MEASURE", "NUMBER");
        ValidationReport mapped = MappedGiven.validate(MappedGiven.file(TABLE, mapping, params), victims)
                .report();
        assertEquals(List.of("values-unused TIME_PERIOD=2021"), unused(mapped));

        Path own = Files.writeString(
                folder.resolve("own.csv"),
                "REF_AREA,SEX,AGE,EXPLOITATION,TIME_PERIOD,OBS_VALUE\nAUT,_T,_T,_T,2016,72\n");
        ValidationRequest request = ValidationRequest.anonymous(Given.SCHEMAS, victims, Given.CURRENT_YEAR);
        LayoutValidation.Reading reading = new LayoutValidation.Reading(false, params, grid -> Optional.empty());
        ValidationReport plain = LayoutValidation.of(own, null, request, reading, null)
                .validation()
                .report();
        assertTrue(plain.valid());
        assertEquals(List.of("values-beside COMMENT=final, TIME_PERIOD=2021, UNIT_MEASURE=NUMBER"), unused(plain));
    }

    private static List<String> unused(ValidationReport report) {
        return report.summary().stream()
                .filter(each -> each.rule().equals("layout-assumed"))
                .map(each -> each.sample().parameters().get("variant") + " "
                        + each.sample().parameters().get("text"))
                .toList();
    }

    @Test
    void aTextThatIsTooLongForAFileIsRefused() {
        Map<String, String> params = Map.of("COMMENT", "a".repeat(4_001));
        MappedFile file = MappedGiven.file(TABLE, mapping, params);
        assertTrue(MappedGiven.validate(file, victims).report().found("unreadable-file"));
    }

    @Test
    void aTableThatFitsItsMappingPassesTheRulesAboutMappings() {
        ValidationReport report = MappedGiven.validate(MappedGiven.file(TABLE, mapping, Map.of()), victims)
                .report();
        assertTrue(report.valid());
        assertTrue(report.mapped());
        assertEquals(6, report.file().rows());
        assertEquals(0, report.findingsTotal());
        assertTrue(report.passed().containsAll(List.of("mapping-drift", "figure-not-used", "sum-exceeds-total")));
        assertTrue(ReportJson.readHead(ReportJson.write(report)).mapped());
        assertFalse(Given.rows("AUT,F,_T,_T,2016,12,A").report().passed().contains("mapping-drift"));
    }

    @Test
    void aFindingOfTheValidatorHasThePlacesOfTheTable() {
        List<Finding> findings =
                MappedGiven.findings(MappedGiven.file(TABLE.replace("17", "16"), mapping, Map.of()), "VICTIMS");
        Finding finding = findings.get(0);
        assertEquals("sum-exceeds-total", finding.rule());
        assertEquals(5, finding.line());
        assertEquals(new Finding.Column("OBS_VALUE", 3, "C"), finding.column());
        assertEquals(List.of("C5"), finding.cells());
        assertEquals(
                List.of(new Finding.Related(3, "12", List.of("C3")), new Finding.Related(4, "5", List.of("C4"))),
                finding.related());
        FindingCollection collection = new FindingCollection(10, rule -> false, null);
        findings.forEach(collection::add);
        List<Finding> again = new ArrayList<>();
        ReportJson.expand(collection.pages(10).next()).forEachRemaining(again::add);
        assertEquals(findings.toString(), again.toString());
    }

    @Test
    void aFindingNamesTheSheetAndAllCellsOfASum() {
        List<Sheet.Row> rows = new ArrayList<>();
        String text = "Victims of trafficking in persons,,\nAge,2022,2023\n0-5,3,1\n6-11,4,2\nTotal,6,9\n";
        String[] lines = text.split("\n");
        for (int i = 0; i < lines.length; i++) {
            rows.add(new Sheet.Row(i + 1, lines[i].split(",")));
        }
        Sheet other = new Sheet("Notes", Addressing.CELLS, List.of(), List.of());
        Grid grid = new Grid(List.of(other, new Sheet("By age", Addressing.CELLS, rows, List.of())));
        MappedFile file = MappedFile.by(MappedGiven.mapping(text, ANSWERS), grid, Given.SCHEMAS, Map.of());
        Finding finding = MappedGiven.findings(file, "VICTIMS").stream()
                .filter(each -> each.value() != null)
                .findFirst()
                .orElseThrow();
        assertEquals("part-exceeds-total", finding.rule());
        assertEquals("By age", finding.sheet());
        assertEquals(5, finding.line());
        assertEquals(List.of("'By age'!B5"), finding.cells());
        assertEquals(List.of(new Finding.Related(3, "7", List.of("'By age'!B3", "'By age'!B4"))), finding.related());
    }
}
