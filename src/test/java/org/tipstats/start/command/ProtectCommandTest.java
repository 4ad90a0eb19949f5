package org.tipstats.start.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.tipstats.vocabulary.schema.SchemaRegistry;

@Execution(ExecutionMode.CONCURRENT)
class ProtectCommandTest {

    private static final SchemaRegistry SCHEMAS = SchemaRegistry.load(Path.of("schemas"));
    private static final Path INSTANCES = Path.of("src", "test", "resources", "disclosure");

    @TempDir
    Path folder;

    private String file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text).toString();
    }

    private static CommandRun run(String command, String... arguments) {
        return CommandRun.of(command, SCHEMAS, Clock.systemUTC(), arguments);
    }

    /** 2 is small. Hiding 6 as well costs least, and then neither count can be computed. */
    @Test
    void theCellsAreWrittenWithWhatIsHidden() throws IOException {
        CommandRun run = run(ProtectCommand.NAME, file("areas.csv", "area,n\nA,2\nB,6\nC,9\n"));
        assertEquals(
                "area,n,primary,suppressed\nA,2,TRUE,TRUE\nB,6,FALSE,TRUE\nC,9,FALSE,FALSE\nTotal,17,FALSE,FALSE\n",
                run.out());
        assertTrue(run.err().startsWith("4 cells, 1 sensitive, 1 more hidden that count 6, 0 unprotected"), run.err());
        assertEquals(0, run.exitCode());
    }

    @Test
    void aZeroThatIsAlwaysShownIsNotSensitive() throws IOException {
        CommandRun run = run(ProtectCommand.NAME, file("one.csv", "area,n,primary\nA,3,0\nB,0,1\n"), "--max", "0");
        assertTrue(run.err().startsWith("3 cells, 0 sensitive, 0 more hidden"), run.err());
    }

    @Test
    void theAuditRecoversNothingOfWhatIsWritten() throws IOException {
        Path output = folder.resolve("cells.csv");
        String input = INSTANCES.resolve("z2.csv").toString();
        CommandRun protection = run(ProtectCommand.NAME, input, "--max", "2", "--output", output.toString());
        assertTrue(protection.err().startsWith("100 cells, 7 sensitive, 13 more hidden"), protection.err());
        assertEquals(0, protection.exitCode());
        TreeSet<String> parts = new TreeSet<>();
        for (String line : Files.readAllLines(INSTANCES.resolve("z2.csv"))) {
            String[] row = line.replace("\"", "").split(",");
            if (!row[0].equals("region")) {
                parts.addAll(List.of(row[1] + "," + row[0], row[2] + "," + row[0]));
            }
        }
        String tree = file("region.csv", "parent,child\n" + String.join("\n", parts) + "\n");
        CommandRun audit = run(AuditCommand.NAME, output.toString(), "--hierarchy", "region=" + tree);
        assertTrue(audit.out().contains("None can be recovered."), audit.out());
    }

    @Test
    void tablesMayBeNamed() throws IOException {
        String rows = file("rows.csv", "sex,age,region,n\nF,1,A,9\nM,1,A,8\nF,2,A,7\nM,2,B,6\nF,1,B,7\nM,1,B,8\n");
        CommandRun run = run(ProtectCommand.NAME, rows, "--tables", "sex*age,sex*region");
        assertTrue(run.err().startsWith("15 cells, "), "3 x 3 and 3 x 3, of which 3 are the same: " + run.err());
        assertEquals(2, run(ProtectCommand.NAME, rows, "--tables", "sex*income").exitCode());
    }

    /** Regression: the number of cells was too large even to be compared, which ended the program with a stack trace. */
    @Test
    void tooManyCellsAreRefused() throws IOException {
        StringBuilder rows = new StringBuilder("a,b,c,d,n\n");
        for (int i = 0; i < 1000; i++) {
            int step = i / 250;
            rows.append("%d,%d,%d,%d,9\n"
                    .formatted(i % 250, (i * 7 + step) % 250, (i * 13 + step * 3) % 250, (i * 17 + step * 5) % 250));
        }
        CommandRun run = run(ProtectCommand.NAME, file("rows.csv", rows.toString()));
        assertEquals(2, run.exitCode(), run.err());
        assertTrue(run.err().startsWith("There are too many cells; name the tables."), run.err());
    }

    /** Regression: a column "Primary" was taken for codes, and the counts that it marks were shown. */
    @Test
    void theNameOfTheMarkMayBeginWithACapital() throws IOException {
        CommandRun run =
                run(ProtectCommand.NAME, file("one.csv", "area,n,Primary\nA,30,1\nB,40,0\nC,50,0\n"), "--max", "0");
        assertTrue(run.err().startsWith("4 cells, 1 sensitive, 1 more hidden"), run.err());
    }

    /** Regression: the result replaced the file with the rows. */
    @Test
    void theRowsAreNotOverwritten() throws IOException {
        String rows = file("rows.csv", "area,n\nA,2\nB,6\nC,9\n");
        assertEquals(2, run(ProtectCommand.NAME, rows, "--output", rows).exitCode());
        assertEquals("area,n\nA,2\nB,6\nC,9\n", Files.readString(Path.of(rows)));
    }

    @Test
    void misuseEndsWithTwoAndAFileThatCannotBeReadWithThree() throws IOException {
        String rows = file("rows.csv", "area,n\nA,2\n");
        assertEquals(2, run(ProtectCommand.NAME).exitCode());
        assertEquals(2, run(ProtectCommand.NAME, rows, "--zeros", "shown").exitCode());
        assertEquals(2, run(ProtectCommand.NAME, rows, "--max", "-1").exitCode());
        assertEquals(3, run(ProtectCommand.NAME, rows, "--count", "m").exitCode());
        CommandRun word = run(ProtectCommand.NAME, file("word.csv", "area,n\nA,2\nB,two\n"));
        assertEquals(3, word.exitCode());
        assertEquals("The count of row 2 is \"two\", not a whole number of at most nine digits.\n", word.err());
        assertEquals(
                3,
                run(ProtectCommand.NAME, folder.resolve("none.csv").toString()).exitCode());
    }
}
