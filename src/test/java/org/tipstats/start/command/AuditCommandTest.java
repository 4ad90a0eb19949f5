package org.tipstats.start.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tipstats.vocabulary.schema.SchemaRegistry;

class AuditCommandTest {

    private static final SchemaRegistry SCHEMAS = SchemaRegistry.load(Path.of("schemas"));
    private static final Path INSTANCES = Path.of("src", "test", "resources", "disclosure");
    private static final String SAFE = "area,count\nTotal,10\nA,7\nB,\nC,\n";
    private static final String LEAKING = "area,count\nTotal,10\nA,7\nB,\n";

    @TempDir
    Path folder;

    private String file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text).toString();
    }

    private static CommandRun run(String... arguments) {
        return CommandRun.of(AuditCommand.NAME, SCHEMAS, Clock.systemUTC(), arguments);
    }

    @Test
    void aSafeTableEndsWithZero() throws IOException {
        CommandRun run = run(file("safe.csv", SAFE));
        assertEquals("2 cells are hidden.\nNone can be recovered.\n", run.out());
        assertEquals(0, run.exitCode());
    }

    @Test
    void aTableThatLeaksEndsWithOneAndNamesTheCell() throws IOException {
        CommandRun run = run(file("leaking.csv", LEAKING));
        assertEquals(1, run.exitCode());
        assertEquals("1 cell is hidden.\n1 cell: can be recovered.\n  release 1 leaking.csv B\n", run.out());
    }

    @Test
    void sumsThatFiguresContradictAreCounted() throws IOException {
        String text = run(file("wrong.csv", "area,count\nTotal,10\nA,7\nB,6\nC,\nD,\n"))
                .out();
        assertTrue(
                text.contains("\nSums left out, because figures contradict them or a table is too large, of the kind "
                        + "crossing: 1\n"),
                text);
    }

    @Test
    void valuesAreShownOnRequestOnly() throws IOException {
        String file = file("leaking.csv", "area,count\nTotal,4321\nA,4000\nB,x\n");
        assertFalse(run(file, "--format", "json").out().contains("321\n"));
        assertFalse(run(file).out().contains("321"));
        assertTrue(run(file, "--show-values").out().contains("B = 321\n"));
    }

    @Test
    void aCountBesideItsMarkerIsNotKnownButTellsWhatIsTrue() throws IOException {
        String rows = "area,count,suppressed\nTotal,10,FALSE\nA,7,FALSE\n";
        assertTrue(run(file("true.csv", rows + "B,3,TRUE\n")).out().contains("1 cell: can be recovered"));
        assertTrue(run(file("false.csv", rows + "B,2,TRUE\n")).out().contains("1 cell: seem to have one value"));
    }

    @Test
    void hierarchiesMakeGroupingsThatCutAcrossEachOther() throws IOException {
        String table =
                file("areas.csv", "area;n\nc1;20\nc2;16\nsmall;30\nbig;6\nA;*\nB;*\nI;8\nJ;8\nK;*\nL;*\nM;*\nN;7\n");
        String tree = file(
                "tree.csv",
                "parent,child\nc1,A\nc1,B\nc1,I\nc1,J\nc2,K\nc2,L\nc2,M\nc2,N\nsmall,A\nsmall,B\nsmall,I\nsmall,J\n"
                        + "small,K\nsmall,N\nbig,L\nbig,M\n");
        CommandRun run = run(table, "--hierarchy", "area=" + tree, "--show-values");
        assertTrue(run.out().contains("1 cell: can be recovered.\n  release 1 areas.csv K = 3\n"), run.out());
    }

    @Test
    void releasesAreSetAgainstEachOther() throws IOException {
        Files.createDirectories(folder.resolve("r1"));
        Files.createDirectories(folder.resolve("r2"));
        String first = file("r1/t.csv", "area,count\nTotal,10\nA,\nB,\nC,\n");
        String second = file("r2/t.csv", "area,count\nTotal,11\nA,\nB,\nC,3\n");
        String revised = file("revised.csv", "area\nC\n");
        CommandRun run = run(first, "--then", second, "--revised", revised, "--show-values");
        assertTrue(run.out().contains("1 cell: can be recovered.\n  release 1 t.csv C = 2\n"), run.out());
        assertEquals(1, run.exitCode());
    }

    /** Regression: the files of all later releases were read as one release, and SDMX-CSV was refused. */
    @Test
    void eachThenIsAnotherRelease() throws IOException {
        Files.createDirectories(folder.resolve("r1"));
        Files.createDirectories(folder.resolve("r3"));
        String first = file("r1/t.csv", "area,count\nTotal,10\nA,\nB,\n");
        String third = file("r3/t.csv", "area,count\nTotal,10\nA,3\nB,7\n");
        CommandRun run = run(first, "--then", first, "--then", third);
        assertTrue(run.out().contains("2 cells: shown by another release."), run.out());
        assertEquals(2, run(first, "--then", "--show-values").exitCode());
    }

    /** Regression: cells whose codes have dots, as those of many classifications have, were not taken for revised. */
    @Test
    void aRevisedCellMayHaveDotsInItsCode() throws IOException {
        Files.createDirectories(folder.resolve("r1"));
        Files.createDirectories(folder.resolve("r2"));
        String first = file("r1/t.csv", "area,count\nTotal,10\n1.1,\n1.2,\n");
        String second = file("r2/t.csv", "area,count\nTotal,10\n1.1,4\n1.2,6\n");
        String revised = file("revised.csv", "area\n1.1\n1.2\n");
        assertEquals(1, run(first, "--then", second).exitCode());
        assertEquals(0, run(first, "--then", second, "--revised", revised).exitCode());
    }

    /** Regression: the marks in a column "Suppressed" were taken for codes, so hidden cells were in no sum. */
    @Test
    void theNameOfAMarkMayBeginWithACapital() throws IOException {
        CommandRun run = run(file("t.csv", "area,count,Suppressed\nTotal,10,FALSE\nA,7,FALSE\nB,3,TRUE\n"));
        assertTrue(run.out().contains("1 cell: can be recovered"), run.out());
    }

    @Test
    void aDerivedDataflowAddsNothingToWhatItIsMadeOf() throws IOException {
        String made = file(
                "c.csv",
                "FREQ,REF_AREA,CITIZENSHIP,SEX,UNIT_MEASURE,TIME_PERIOD,OBS_VALUE,OBS_STATUS,CONF_STATUS\n"
                        + "A,AUT,_T,_T,NUMBER,2015,60,A,F\nA,AUT,ROU,_T,NUMBER,2015,40,A,F\n"
                        + "A,AUT,HUN,_T,NUMBER,2015,,Q,C\nA,AUT,BGR,_T,NUMBER,2015,,Q,C\n");
        String flows = file(
                "f.csv",
                "FREQ,REF_AREA,FLOW,UNIT_MEASURE,TIME_PERIOD,OBS_VALUE,OBS_STATUS,CONF_STATUS,KNOWN_SUM,N_PARTS,N_KNOWN\n"
                        + "A,AUT,TRANSREGIONAL,NUMBER,2015,,Q,C,40,3,1\n");
        CommandRun run = run(made, flows);
        assertEquals("2 cells are hidden.\nNone can be recovered.\n", run.out());
        assertEquals(run(made).out(), run.out());
        assertEquals(0, run(flows).exitCode());
    }

    @Test
    void publishedDataOfADataflowIsRecognised() throws IOException {
        String header = "STRUCTURE,STRUCTURE_ID,ACTION,FREQ,REF_AREA,SEX,AGE,EXPLOITATION,UNIT_MEASURE,TIME_PERIOD,"
                + "OBS_VALUE,OBS_STATUS,CONF_STATUS\n";
        String start = "dataflow,TIPSTATS:VICTIMS(1.0.0),I,A,AUT,";
        String file = file(
                "victims.csv",
                header + start + "_T,_T,_T,NUMBER,2015,12,A,\n" + start + "F,_T,_T,NUMBER,2015,10,A,\n" + start
                        + "M,_T,_T,NUMBER,2015,,Q,A\n");
        CommandRun run = run(file, "--show-values");
        assertTrue(run.out().contains("release 1 VICTIMS A.AUT.M._T._T.NUMBER.2015 (masked) = 2\n"), run.out());
    }

    @Test
    void theLeaksOfAnotherToolAreFound() throws IOException {
        TreeSet<String> regions = new TreeSet<>();
        TreeSet<String> months = new TreeSet<>();
        for (String line : Files.readAllLines(INSTANCES.resolve("vint1_input.csv"))) {
            String[] row = line.replace("\"", "").split(",");
            if (!row[0].equals("region")) {
                regions.add(row[1] + "," + row[0] + "\n" + row[2] + "," + row[0] + "\n");
                months.add(row[5] + "," + row[4] + "\n");
            }
        }
        String region = file("region.csv", "parent,child\n" + String.join("", regions));
        String month = file("month.csv", "parent,child\n" + String.join("", months));
        CommandRun run = run(
                INSTANCES.resolve("anchor_z3_B_maxN2.csv").toString(),
                "--hierarchy",
                "region=" + region,
                "--hierarchy",
                "mnd=" + month,
                "--format",
                "json");
        JsonNode report = new ObjectMapper().readTree(run.out());
        assertEquals(596, report.path("hidden").asInt(), "expected 251 primary and 345 secondary suppressions");
        assertEquals(0, report.path("recoverable").size());
        assertEquals(0, run.exitCode());
    }

    @Test
    void misuseEndsWithTwoAndAFileThatCannotBeReadWithThree() throws IOException {
        String file = file("safe.csv", SAFE);
        assertEquals(2, run().exitCode());
        assertEquals(2, run(file, "--lower", "2").exitCode());
        assertEquals(2, run(file, "--format", "xml").exitCode());
        assertEquals(3, run(folder.resolve("none.csv").toString()).exitCode());
        CommandRun empty = run(file("empty.csv", ""));
        assertEquals(3, empty.exitCode());
        assertEquals("empty.csv is not delimited text.\n", empty.err());
        assertEquals(3, run(file("negative.csv", "area,count\nTotal,-3\nA,\n")).exitCode());
        CommandRun twice = run(file("twice.csv", "area,area,count\nA,B,3\nA,C,\n"));
        assertEquals("twice.csv has two columns of the same name.\n", twice.err());
        assertEquals(3, twice.exitCode());
        assertEquals(3, run(file("short.csv", "area,count\nTotal,3\nA\n")).exitCode());
        String half = file(
                "half.csv",
                "FREQ,REF_AREA,SEX,AGE,EXPLOITATION,UNIT_MEASURE,TIME_PERIOD,OBS_VALUE\nA,AUT,_T,_T,_T,NUMBER,2015,0.5\n");
        assertEquals(3, run(half).exitCode());
        assertEquals(3, run(half, file).exitCode());
        String cycle = file("cycle.csv", "parent,child\nA,B\nB,A\n");
        assertEquals(3, run(file, "--hierarchy", "area=" + cycle).exitCode());
    }
}
