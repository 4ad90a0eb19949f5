package org.tipstats.validate.trial;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tipstats.validate.findings.Severity;
import org.tipstats.validate.table.Baseline;
import org.tipstats.validate.trial.RuleTrial.TrialOptions;
import org.tipstats.validate.trial.TrialReport.FindingChange;
import org.tipstats.validate.trial.TrialReport.TriedFiles;
import org.tipstats.validate.trial.TriedSchemas.SchemaFile;
import org.tipstats.vocabulary.cube.KeySpace;
import org.tipstats.vocabulary.cube.Observation;
import org.tipstats.vocabulary.schema.Code;
import org.tipstats.vocabulary.schema.SchemaRegistry;

class RuleTrialTest {

    private static final Path SCHEMAS = Path.of("schemas");
    private static final SchemaRegistry PRESENT = SchemaRegistry.load(SCHEMAS);
    private static final TrialOptions WITH_ROWS = new TrialOptions(null, true, "en");

    /** Women 57 and men 28 are 85, one more than the total. */
    private static final String SUM = "AUT,F,_T,_T,2016,57\nAUT,M,_T,_T,2016,28\nAUT,_T,_T,_T,2016,84\n";

    @TempDir
    Path folder;

    private SchemaRegistry changed(String file, String from, String to) throws IOException {
        String text = Files.readString(SCHEMAS.resolve(file));
        assertTrue(text.contains(from), from);
        Path copy = folder.resolve("changed.json");
        Files.writeString(copy, text.replace(from, to));
        return TriedSchemas.read(PRESENT, List.of(new SchemaFile("changed.json", copy)));
    }

    private SchemaRegistry withRule(String id, String settings) throws IOException {
        String text = Files.readString(SCHEMAS.resolve("dataflow/VICTIMS.json"));
        String rule = "(?s)(\"id\": *\"" + id + "\",\\s*\"type\": *\"RULE\",\\s*\"value\": *\")[^\"]*";
        Path copy = folder.resolve("victims.json");
        Files.writeString(copy, text.replaceFirst(rule, "$1" + settings));
        return TriedSchemas.read(PRESENT, List.of(new SchemaFile("victims.json", copy)));
    }

    private AcceptedFile file(String name, String rows, Baseline baseline) throws IOException {
        Path file = folder.resolve(name);
        Files.writeString(file, "REF_AREA,SEX,AGE,EXPLOITATION,TIME_PERIOD,OBS_VALUE\n" + rows);
        return new AcceptedFile(
                "s1", "VICTIMS", List.of("AUT"), name, file, false, 2026, "2026-01-02T03:04:05Z", baseline);
    }

    private TrialReport trial(SchemaRegistry tried, TrialOptions options, AcceptedFile... files) throws IOException {
        RuleTrial trial = new RuleTrial(PRESENT, tried, options);
        for (AcceptedFile file : files) {
            trial.add(file);
        }
        return trial.report();
    }

    @Test
    void equalSchemasChangeNothing() throws IOException {
        TrialReport report = trial(PRESENT, WITH_ROWS, file("a.csv", SUM, Baseline.EMPTY));
        assertEquals(new TriedFiles(1, 0, 0, 0, 0, 0), report.files());
        assertEquals(List.of(), report.changes());
        assertFalse(report.isStricter());
    }

    @Test
    void aWarningThatBecomesAnErrorFailsTheFile() throws IOException {
        SchemaRegistry tried = withRule("sum-exceeds-total", "severity=error;tolerance=0");
        TrialReport report = trial(
                tried,
                WITH_ROWS,
                file("a.csv", SUM, Baseline.EMPTY),
                file("b.csv", SUM.replace("2016", "2015"), Baseline.EMPTY),
                file("c.csv", SUM.replace("84", "85"), Baseline.EMPTY));
        assertEquals(new TriedFiles(3, 0, 2, 0, 0, 0), report.files());
        FindingChange change = report.changes().get(0);
        assertEquals(1, report.changes().size());
        assertEquals("AUT", change.area());
        assertEquals("sum-exceeds-total", change.rule());
        assertEquals(List.of(Severity.WARNING, Severity.ERROR), List.of(change.before(), change.after()));
        assertEquals(2, change.findings());
        assertEquals(2, change.files());
        assertEquals("a.csv", change.example().fileName());
        assertEquals("2016", change.example().key().get("TIME_PERIOD"));
        assertTrue(report.isStricter());
    }

    /** The findings of the first validation are kept in pages of a thousand. */
    @Test
    void allFindingsOfALongReportAreCompared() throws IOException {
        List<Code> areas = PRESENT.dataflow("VICTIMS").orElseThrow().structure().area().codes().codes().stream()
                .filter(code -> !code.isAreaGroup())
                .limit(60)
                .toList();
        StringBuilder rows = new StringBuilder();
        for (Code area : areas) {
            for (int year = 2000; year < 2025; year++) {
                rows.append(SUM.replace("AUT", area.id()).replace("2016", "" + year));
            }
        }
        SchemaRegistry tried = withRule("sum-exceeds-total", "severity=error;tolerance=0");
        TrialReport report = trial(tried, WITH_ROWS, file("a.csv", rows.toString(), Baseline.EMPTY));
        assertEquals(
                60 * 25,
                report.changes().stream()
                        .filter(change -> change.rule().equals("sum-exceeds-total"))
                        .peek(change -> assertEquals(Severity.ERROR, change.after()))
                        .mapToLong(FindingChange::findings)
                        .sum());
        assertEquals(
                Set.of("sum-exceeds-total"),
                report.changes().stream().map(FindingChange::rule).collect(Collectors.toSet()));
    }

    @Test
    void aTolerancesFindingsAreGone() throws IOException {
        SchemaRegistry tried = withRule("sum-exceeds-total", "severity=warning;tolerance=1");
        TrialReport report = trial(tried, WITH_ROWS, file("a.csv", SUM, Baseline.EMPTY));
        assertEquals(new TriedFiles(1, 0, 0, 0, 1, 0), report.files());
        FindingChange change = report.changes().get(0);
        assertEquals(Severity.WARNING, change.before());
        assertNull(change.after());
        assertFalse(change.isNew());
        assertFalse(report.isStricter());
    }

    @Test
    void aCodeThatIsTakenAwayIsAnErrorWhereAFileUsesIt() throws IOException {
        SchemaRegistry tried = changed("codelist/CL_EXPLOITATION.json", "\"OTH_MIX\"", "\"OTH_MIXED\"");
        TrialReport report = trial(
                tried,
                WITH_ROWS,
                file("a.csv", "AUT,_T,_T,OTH_MIX,2016,3\nAUT,_T,_T,_T,2016,3\n", Baseline.EMPTY),
                file("b.csv", "AUT,_T,_T,_T,2016,5\n", Baseline.EMPTY));
        assertEquals(new TriedFiles(2, 0, 1, 0, 0, 0), report.files());
        assertEquals(
                List.of("unknown-code"),
                report.changes().stream().map(FindingChange::rule).toList());
        assertEquals("OTH_MIX", report.changes().get(0).example().value());
        assertEquals(2, report.changes().get(0).example().line());
    }

    /** From 100 to 250 is less than threefold, but more than twofold. */
    @Test
    void aFileIsComparedWithWhatWasAcceptedBeforeIt() throws IOException {
        SchemaRegistry tried = withRule("change-over-time", "severity=warning;factor=2;smallest=20");
        Baseline before = (flow, areas) -> {
            KeySpace space = new KeySpace(flow.structure());
            return flow.id().equals("VICTIMS")
                    ? List.of(Observation.count(
                            space.parse("A.AUT._T._T._T.NUMBER.2016").orElseThrow(), 100, "A"))
                    : List.of();
        };
        String row = "AUT,_T,_T,_T,2017,250\n";
        assertEquals(
                0,
                trial(tried, WITH_ROWS, file("a.csv", row, Baseline.EMPTY))
                        .files()
                        .warned());
        TrialReport report = trial(tried, WITH_ROWS, file("b.csv", row, before));
        assertEquals(new TriedFiles(1, 0, 0, 1, 0, 0), report.files());
        assertNull(report.changes().get(0).before());
        assertEquals(Severity.WARNING, report.changes().get(0).after());
    }

    /** The rule about sums came with the first version of the rules, so only a version before it makes it new. */
    @Test
    void rulesAfterAVersionCountAsNew() throws IOException {
        AcceptedFile file = file("a.csv", SUM, Baseline.EMPTY);
        assertEquals(
                0,
                trial(PRESENT, new TrialOptions("1.0.0", true, "en"), file)
                        .files()
                        .warned());
        TrialReport report = trial(PRESENT, new TrialOptions("0.9.0", true, "en"), file);
        assertEquals(1, report.files().warned());
        assertEquals("sum-exceeds-total", report.changes().get(0).rule());
    }

    @Test
    void withoutRowsAnExampleNamesOnlyItsPlace() throws IOException {
        SchemaRegistry tried = withRule("sum-exceeds-total", "severity=error;tolerance=0");
        TrialReport report = trial(tried, new TrialOptions(null, false, "fr"), file("a.csv", SUM, Baseline.EMPTY));
        FindingChange change = report.changes().get(0);
        assertEquals("AUT", change.area());
        assertEquals(Map.of(), change.example().key());
        assertNull(change.example().value());
        assertEquals(4, change.example().line());
        String json = new ObjectMapper().writeValueAsString(report);
        assertFalse(json.contains("84") || json.contains("57") || json.contains("2016"), json);
    }

    @Test
    void aFileWhoseDataflowIsNotInTheNewSchemasIsLeftOut() throws IOException {
        AcceptedFile file = new AcceptedFile(
                "s1", "NOTHING", List.of(), "a.csv", folder.resolve("none"), false, 2026, null, Baseline.EMPTY);
        assertEquals(
                new TriedFiles(0, 1, 0, 0, 0, 0),
                trial(PRESENT, WITH_ROWS, file).files());
    }

    @Test
    void theReportIsTextCsvAndJsonThatCanBeReadAgain() throws IOException {
        SchemaRegistry tried = withRule("sum-exceeds-total", "severity=error;tolerance=0");
        TrialReport report = trial(tried, new TrialOptions(null, false, "en"), file("=a.csv", SUM, Baseline.EMPTY));
        assertEquals("""
                Tried 1 accepted file. Of these, 1 would newly fail, 0 would newly get warnings, and 0 would lose an error or a warning.

                VICTIMS, sum-exceeds-total: warning -> error
                  AUT: 1 finding in 1 file. Example: =a.csv, line 4: The parts add up to more than the total
                """, TrialText.text(report));
        assertEquals("""
                dataflow,area,rule,before,after,findings,files,submission,file,accepted,line,column,message,key,value
                VICTIMS,AUT,sum-exceeds-total,warning,error,1,1,s1,'=a.csv,2026-01-02T03:04:05Z,4,OBS_VALUE,The parts add up to more than the total,,
                """, TrialText.csv(report));
        ObjectMapper json = new ObjectMapper();
        assertEquals(report, json.readValue(json.writeValueAsString(report), TrialReport.class));
    }
}
