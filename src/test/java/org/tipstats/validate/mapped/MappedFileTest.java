package org.tipstats.validate.mapped;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
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
import org.tipstats.validate.findings.ReportJson;
import org.tipstats.validate.findings.RuleTexts;
import org.tipstats.validate.findings.Sentences;
import org.tipstats.validate.findings.ValidationReport;
import org.tipstats.validate.row.TableFacts;
import org.tipstats.validate.rule.Given;
import org.tipstats.validate.run.ValidationRequest;
import org.tipstats.validate.run.Validator;
import org.tipstats.vocabulary.schema.Dataflow;
import org.tipstats.vocabulary.schema.LocalText;

/** Validates tables in a layout of their own. The expected figures and cells are those of the tables below. */
class MappedFileTest {

    private static final String TITLE = "Victims of trafficking in persons,,\n";
    private static final String TABLE = TITLE + "Group,2022,2023\nWomen,10,12\nMen,4,5\nTotal,14,17\n";
    private static final String ANSWERS = "{'dataflow':'VICTIMS','unit':'NUMBER','coverage':'national'}";
    private static final String NO_YEAR =
            "Victims of trafficking in persons,\nGroup,Number\nWomen,10\nMen,4\nTotal,14\n";

    private final Mapping mapping = MappedGiven.mapping(TABLE, ANSWERS);
    private final Dataflow victims = Given.SCHEMAS.dataflow("VICTIMS").orElseThrow();

    private List<String> found(String text) {
        return MappedGiven.lines(MappedGiven.file(text, mapping, Map.of()), "VICTIMS");
    }

    private static List<String> withoutYear(String text, Map<String, String> params) {
        Mapping undated = MappedGiven.mapping(NO_YEAR, ANSWERS.replace("}", ",'period':'2022'}"));
        return MappedGiven.lines(MappedGiven.file(text, undated, params), "VICTIMS");
    }

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
                table, null, request, new LayoutValidation.Reading(true, grid -> Optional.empty()), folder);
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
        LayoutValidation.Reading reading = new LayoutValidation.Reading(true, grid -> {
            throw new AssertionError("a mapping reads a list of persons");
        });
        LayoutValidation read = LayoutValidation.of(list, null, request, reading, folder);
        assertTrue(read.validation().report().found("case-level-data"));
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
        List<Finding> again = new ArrayList<>();
        ReportJson.expand(ReportJson.compress(findings.iterator(), 10)).forEachRemaining(again::add);
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
        Grid grid = new Grid("", "xlsx", List.of(other, new Sheet("By age", Addressing.CELLS, rows, List.of())));
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

    @Test
    void aWordThatNobodyKnowsIsAnError() {
        assertEquals(List.of("error unknown-word - [A5] Zorgs"), found(TABLE.replace("Men,4,5", "Men,4,5\nZorgs,1,1")));
    }

    @Test
    void aNewMarkIsAnError() {
        assertTrue(found(TABLE.replace("Men,4,5", "Men,4,-")).contains("error ambiguous-marker - [C4] -"));
    }

    @Test
    void severalNumbersInACellAreAnError() {
        assertTrue(
                found(TABLE.replace("Men,4,5", "Men,4,5 (2)")).contains("error several-numbers-in-cell - [C4] 5 (2)"));
    }

    @Test
    void aTotalThatIsGoneIsAnErrorAndATableThatMovedIsNone() {
        assertTrue(found(TABLE.replace("Total,14,17\n", "")).contains("error mapping-drift gone [] Total"));
        assertEquals(List.of("information mapping-drift moved [A3:C6] A2:C5"), found("Note\n" + TABLE));
    }

    @Test
    void aFurtherYearIsNoChange() {
        String next = TITLE + "Group,2022,2023,2024\nWomen,10,12,3\nMen,4,5,3\nTotal,14,17,6\n";
        assertEquals(List.of(), found(next));
    }

    @Test
    void aNewColumnIsAnErrorWithoutAFindingForEachOfItsFigures() {
        String wider = TITLE + "Group,2022,2023,Kidneys\nWomen,10,12,3\nMen,4,5,3\nTotal,14,17,6\n";
        List<String> lines = found(wider);
        assertTrue(lines.contains("error mapping-drift - [D2] Kidneys"), lines::toString);
        assertTrue(lines.stream().allMatch(line -> line.startsWith("error mapping-drift ")), lines::toString);
    }

    @Test
    void figuresThatContradictEachOtherNameBothCells() {
        assertTrue(found(TABLE.replace("Men,4,5", "Men,4,5\nMen,4,6")).contains("error duplicate-key - [C4, C5] null"));
        assertTrue(found(TABLE.replace("Men,4,5", "Men,4,5\nMen,4,6")).stream()
                .noneMatch(line -> line.contains("figure-not-used")));
    }

    @Test
    void oneCauseIsOneFindingAndNamesTheTextOfTheCell() {
        assertEquals(
                List.of("error several-numbers-in-cell - [C4] 5 (2)"), errors(TABLE.replace("Men,4,5", "Men,4,5 (2)")));
        assertEquals(
                List.of("error several-numbers-in-cell - [C4] 1O2"), errors(TABLE.replace("Men,4,5", "Men,4,1O2")));
        assertEquals(List.of("error ambiguous-marker - [C4] <5"), errors(TABLE.replace("Men,4,5", "Men,4,<5")));
    }

    @Test
    void aTextInPlaceOfAFigureIsNeverDropped() {
        assertEquals(List.of("error ambiguous-marker - [C4] five"), errors(TABLE.replace("Men,4,5", "Men,4,five")));
    }

    @Test
    void figuresThatWereUsedAndAreLeftOutNowAreReported() {
        String groups = TITLE + "Group,2022,2023\nTotal,14,17\nWomen,10,12\n0-17,3,4\n";
        Mapping counts = MappedGiven.mapping(groups, ANSWERS);
        String women = groups.replace("Women,10,12", "Women,0.4,12");
        assertEquals(
                List.of("error mapping-drift left-out [B4, C4] Women"),
                MappedGiven.lines(MappedGiven.file(women, counts, Map.of()), "VICTIMS").stream()
                        .filter(line -> line.startsWith("error"))
                        .toList());
        assertEquals(
                List.of("error rate-not-count cells [B3, C3] null"),
                errors("Victims of trafficking in persons,,\nGroup,2022,2023\nTotal,1.4,17\n"));
    }

    private List<String> errors(String text) {
        return found(text).stream().filter(line -> line.startsWith("error")).toList();
    }

    @Test
    void aTableOfRatesIsRefusedForThatAlone() {
        String rates = TITLE + "Group,2022,2023\nWomen,0.3,0.4\nMen,0.2,0.1\nTotal,0.5,0.5\n";
        assertEquals(List.of("error rate-not-count cells [B3, C3, B4, C4, B5, C5] null"), found(rates));
    }

    @Test
    void aYearThatIsNotInTheFileComesWithIt() {
        assertEquals(List.of("error mapping-drift period [] null"), withoutYear(NO_YEAR, Map.of()));
        assertEquals(List.of(), withoutYear(NO_YEAR, Map.of("TIME_PERIOD", "2023")));
        assertTrue(withoutYear(NO_YEAR, Map.of("TIME_PERIOD", "1923"))
                .contains("error period-not-allowed early [B3] 1923"));
    }

    @Test
    void aSumWithoutOneOfItsPartsIsAnError() {
        String ages = TITLE + "Age,2022,2023\n0-5,3,1\n6-11,...,2\n12-17,4,5\n";
        MappedFile file = MappedGiven.file(ages, MappedGiven.mapping(ages, ANSWERS), Map.of());
        List<String> lines = MappedGiven.lines(file, "VICTIMS");
        assertTrue(lines.stream().anyMatch(line -> line.startsWith("error sum-with-gap - [B3")), lines::toString);
    }

    @Test
    void aChosenFigureThatNoDataflowCanUseIsNotUnderstood() {
        String table = "Trafficking in persons,,\nItem,2022,2023\nRegistered crimes,10,12\nMen,4,5\n";
        String chosen = ANSWERS.replace("'VICTIMS'", "{'A3:C3':'OFFENCES','A4:C4':'PERSONS'}");
        MappedFile file = MappedGiven.file(table, MappedGiven.mapping(table, chosen), Map.of());
        List<String> lines = MappedGiven.lines(file, "OFFENCES");
        assertTrue(lines.contains("error figure-not-used - [B4, C4] null"), lines::toString);
    }

    @Test
    void aSumThatLosesAPartIsNeverDropped() {
        String ages = TITLE + "Year,Age,Number\n2022,0-14,3\n2022,15-17,4\n2023,0-14,5\n2023,15-17,6\n";
        Mapping sums = MappedGiven.mapping(ages, ANSWERS);
        List<String> gone =
                MappedGiven.lines(MappedGiven.file(ages.replace("2023,15-17,6\n", ""), sums, Map.of()), "VICTIMS");
        assertTrue(gone.contains("error sum-with-gap - [C5] null"), gone::toString);
        List<String> other =
                MappedGiven.lines(MappedGiven.file(ages.replace("15-17", "15-16"), sums, Map.of()), "VICTIMS");
        assertTrue(other.contains("error mapping-drift left-out [C3, C5] 0-14"), other::toString);
    }

    @Test
    void anAgeGroupThatIsLeftOutIsNoError() throws IOException {
        String ages = TITLE + "Age,2022,2023\nTotal,8,9\n0-17,5,5\n30-39,3,4\n";
        MappedFile file = MappedGiven.file(ages, MappedGiven.mapping(ages, ANSWERS), Map.of());
        List<String> lines = MappedGiven.lines(file, "VICTIMS");
        assertTrue(lines.stream().noneMatch(line -> line.startsWith("error")), lines::toString);
        assertEquals(4, written(file).lines().skip(1).count());
    }

    @Test
    void figuresOfAPartOfTheCountryAndOfAnotherDataflowAreErrors() {
        Mapping part = MappedGiven.mapping(TABLE, ANSWERS.replace("national", "part"));
        assertTrue(MappedGiven.lines(MappedGiven.file(TABLE, part, Map.of()), "VICTIMS")
                .contains("error not-national - [] null"));
        assertEquals(
                List.of("error subject-unknown other [] null"),
                MappedGiven.lines(MappedGiven.file(TABLE, mapping, Map.of()), "OFFENCES"));
    }

    @Test
    void aTableWithoutASubjectIsAnError() {
        String other = TABLE.replace("Victims of trafficking in persons", "Figures");
        Mapping none = MappedGiven.mapping(other, "{'unit':'NUMBER','coverage':'national'}");
        assertEquals(
                List.of("error subject-unknown - [] null"),
                MappedGiven.lines(MappedGiven.file(other, none, Map.of()), "VICTIMS").stream()
                        .filter(line -> line.startsWith("error subject"))
                        .toList());
    }

    @Test
    void everyFindingHasCompleteSentencesInSixLanguages() {
        String faulty = "Note\n" + TITLE
                + "Group,2022,2023,Kidneys\nWomen,10 (2),12,3\nMen,-,5,3\nZorgs,1,1,3\nTotal,14,17,6\n";
        List<Finding> findings =
                new ArrayList<>(MappedGiven.findings(MappedGiven.file(faulty, mapping, Map.of()), "VICTIMS"));
        findings.addAll(MappedGiven.findings(MappedGiven.file(TABLE, mapping, Map.of()), "OFFENCES"));
        findings.addAll(MappedGiven.findings(
                MappedGiven.file(TABLE.replace("Total,14,17\n", ""), mapping, Map.of()), "VICTIMS"));
        assertTrue(findings.size() > 6, findings::toString);
        for (String language : LocalText.LANGUAGES) {
            Sentences sentences = new Sentences(RuleTexts.in(language), victims.structure());
            Sentences english = new Sentences(RuleTexts.in("en"), victims.structure());
            for (Finding finding : findings) {
                for (String text : List.of(sentences.message(finding), sentences.fix(finding))) {
                    assertFalse(text.isBlank() || text.matches(".*[{}].*|.*\\bnull\\b.*"), language + ": " + text);
                }
                if (!language.equals("en")) {
                    assertNotEquals(english.message(finding), sentences.message(finding), finding::toString);
                }
            }
        }
    }
}
