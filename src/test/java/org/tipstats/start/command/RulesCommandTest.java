package org.tipstats.start.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tipstats.validate.trial.TrialReport;
import org.tipstats.validate.trial.TrialReport.FindingChange;
import org.tipstats.vocabulary.schema.SchemaRegistry;

class RulesCommandTest {

    private static final SchemaRegistry SCHEMAS = SchemaRegistry.load(Path.of("schemas"));
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-29T12:00:00Z"), ZoneOffset.UTC);
    private static final String HEADER = "REF_AREA,SEX,AGE,EXPLOITATION,TIME_PERIOD,OBS_VALUE\n";

    @TempDir
    Path folder;

    private Path change;

    private static CommandRun run(String... arguments) {
        return CommandRun.of(RulesCommand.NAME, SCHEMAS, CLOCK, arguments);
    }

    @BeforeEach
    void write() throws IOException {
        Path victims = Files.createDirectories(folder.resolve("files/VICTIMS"));
        Files.writeString(victims.resolve("aut-1.csv"), HEADER + "AUT,_T,_T,_T,2016,100\n");
        Files.writeString(victims.resolve("aut-2.csv"), HEADER + "AUT,_T,_T,_T,2017,250\n");
        change = folder.resolve("VICTIMS.json");
        Files.writeString(
                change,
                Files.readString(Path.of("schemas/dataflow/VICTIMS.json")).replace("factor=3", "factor=2"));
    }

    /** From 100 to 250 is more than twofold: the second file is compared with the first. */
    @Test
    void filesOfAFolderAreTriedInTheOrderOfTheirNames() throws IOException {
        Path report = folder.resolve("report.csv");
        CommandRun run = run(
                "try",
                "--change",
                change.toString(),
                "--files",
                folder.resolve("files").toString(),
                "--values",
                "--report",
                report.toString());
        assertEquals(1, run.exitCode(), run.err());
        assertTrue(
                run.out().contains("VICTIMS, change-over-time: none -> warning\n  AUT: 1 finding in 1 file."),
                run.out());
        assertTrue(Files.readString(report).contains("VICTIMS/aut-2.csv"), Files.readString(report));
        assertTrue(Files.readString(report).contains("TIME_PERIOD=2017"), Files.readString(report));
    }

    /** Regression: files were compared with figures that an earlier file had withdrawn by a pattern. */
    @Test
    void figuresThatAPatternWithdrawsAreNotCompared() throws IOException {
        Files.writeString(
                folder.resolve("files/VICTIMS/aut-1b.csv"),
                "STRUCTURE,STRUCTURE_ID,ACTION,REF_AREA,SEX,AGE,EXPLOITATION,TIME_PERIOD,OBS_VALUE\n"
                        + "dataflow,TIPSTATS:VICTIMS(1.0.0),D,AUT,,,,2016,\n");
        CommandRun run = run(
                "try",
                "--change",
                change.toString(),
                "--files",
                folder.resolve("files").toString());
        assertTrue(run.out().startsWith("Tried 3 accepted files."), run.out());
        assertEquals(0, run.exitCode(), run.out());
    }

    /**
     * In the files of sample-data, 68 totals of detected victims differ from the year before by more than a factor of 2 and
     * at most 3, with 20 victims or more in one of the years. They are in files of 47 areas. A script counted them.
     */
    @Test
    void aTrialOnTheSampleDataFindsWhatAScriptCounted() throws IOException {
        Path files = Files.createDirectory(folder.resolve("samples"));
        Files.createSymbolicLink(
                files.resolve("VICTIMS"),
                Path.of("sample-data/accepted/VICTIMS").toAbsolutePath());
        Path report = folder.resolve("report.json");
        CommandRun run =
                run("try", "--change", change.toString(), "--files", files.toString(), "--report", report.toString());
        assertEquals(1, run.exitCode(), run.err());
        TrialReport trial = new ObjectMapper().readValue(report.toFile(), TrialReport.class);
        assertEquals(47, trial.files().warned());
        assertEquals(47, trial.changes().size());
        assertEquals(
                68, trial.changes().stream().mapToLong(FindingChange::findings).sum());
        assertTrue(trial.changes().stream().allMatch(each -> each.rule().equals("change-over-time")));
    }

    @Test
    void theSameSchemasChangeNothing() {
        CommandRun run = run(
                "try",
                "--schemas",
                "schemas",
                "--files",
                folder.resolve("files").toString());
        assertEquals(0, run.exitCode(), run.err());
        assertEquals(
                "Tried 2 accepted files. Of these, 0 would newly fail, 0 would newly get warnings, and 0 would"
                        + " lose an error or a warning.\n",
                run.out());
    }

    /** Regression: the report replaced a file of the folder. */
    @Test
    void theFilesOfTheFolderAreNotOverwritten() throws IOException {
        Path file = folder.resolve("files/VICTIMS/aut-1.csv");
        String before = Files.readString(file);
        CommandRun run = run(
                "try",
                "--change",
                change.toString(),
                "--files",
                folder.resolve("files").toString(),
                "--report",
                file.toString());
        assertEquals(2, run.exitCode(), run.out());
        assertTrue(run.err().startsWith("The file " + file + " would be overwritten."), run.err());
        assertEquals(before, Files.readString(file));
    }

    @Test
    void misuseAndFaultsAreSaidInOneSentence() {
        assertEquals(2, run("try").exitCode());
        assertEquals(
                2,
                run("try", "--schemas", "schemas", "--change", change.toString())
                        .exitCode());
        assertEquals(2, run("try", "--since", "new").exitCode());
        assertEquals(2, run("try", "--schemas", "schemas", "--report", "a.xlsx").exitCode());
        CommandRun over = run("try", "--change", change.toString(), "--report", change.toString());
        assertEquals(2, over.exitCode());
        assertTrue(over.err().startsWith("The file " + change + " would be overwritten."), over.err());
        CommandRun none = run("try", "--schemas", "schemas", "--files", folder.toString());
        assertEquals(3, none.exitCode());
        assertEquals(
                "The folder " + folder + " has no files in folders that are named after their dataflows.",
                none.err().strip());
        assertEquals(
                3,
                run("try", "--change", folder.resolve("none.json").toString()).exitCode());
    }
}
