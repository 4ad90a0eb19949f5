package org.tipstats.start.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tipstats.vocabulary.schema.SchemaRegistry;

class MapCommandTest {

    private static final SchemaRegistry SCHEMAS = SchemaRegistry.load(Path.of("schemas"));

    private static final String ANSWERS = """
            {"dataflow": "VICTIMS", "unit": "NUMBER", "coverage": "national"}
            """;

    @TempDir
    Path folder;

    private static CommandRun run(String... arguments) {
        return CommandRun.of("map", SCHEMAS, Clock.systemUTC(), arguments);
    }

    private Path file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    private Path table() throws IOException {
        return file("table.csv", "Jahr;Geschlecht;Opfer von Menschenhandel\n2021;Frauen;7\n2021;M\u00e4nner;9\n");
    }

    @Test
    void aGuessPrintsTheQuestionsWithTheirIds() throws IOException {
        CommandRun run = run("guess", table().toString(), "--area", "AUT");
        assertEquals(1, run.exitCode());
        assertTrue(run.out().contains("? dataflow"), run.out());
        assertTrue(run.out().contains("? coverage"), run.out());
        assertTrue(run.out().contains("0 observations of 0 of 4 numbers"), run.out());
    }

    @Test
    void anAnsweredGuessIsSavedAsAMapping() throws IOException {
        Path mapping = folder.resolve("m.json");
        Path answers = file("a.json", ANSWERS);
        CommandRun run = run(
                "guess",
                table().toString(),
                "--area",
                "AUT",
                "--answers",
                answers.toString(),
                "-o",
                mapping.toString());
        assertEquals(0, run.exitCode(), run.out() + run.err());
        assertTrue(run.out().contains("2 observations of 2 of 4 numbers; 0 not understood."), run.out());
        assertTrue(Files.readString(mapping).contains("\"READING\""));

        Path rows = folder.resolve("rows.csv");
        Path next = file("next.csv", "Jahr;Geschlecht;Opfer von Menschenhandel\n2022;Frauen;8\n2022;M\u00e4nner;11\n");
        CommandRun applied = run("apply", mapping.toString(), next.toString(), "-o", rows.toString());
        assertEquals(0, applied.exitCode(), applied.out() + applied.err());
        assertEquals(
                "STRUCTURE,STRUCTURE_ID,ACTION,FREQ,REF_AREA,SEX,AGE,EXPLOITATION,UNIT_MEASURE,TIME_PERIOD,OBS_VALUE,"
                        + "OBS_STATUS,CONF_STATUS\n"
                        + "dataflow,TIPSTATS:VICTIMS(1.0.0),I,A,AUT,F,_T,_T,NUMBER,2022,8,A,\n"
                        + "dataflow,TIPSTATS:VICTIMS(1.0.0),I,A,AUT,M,_T,_T,NUMBER,2022,11,A,\n",
                Files.readString(rows));

        CommandRun same = run("diff", mapping.toString(), mapping.toString());
        assertEquals(0, same.exitCode());
        assertEquals("", same.out());

        Path other = file("n.json", Files.readString(mapping).replace("\"Frauen\"", "\"Damen\""));
        CommandRun different = run("diff", mapping.toString(), other.toString());
        assertEquals(1, different.exitCode(), different.out());
    }

    /** Regression: a result replaced the table, the answers or the mapping if it had their name. */
    @Test
    void whatIsReadIsNotOverwritten() throws IOException {
        String table = table().toString();
        String answers = file("a.json", ANSWERS).toString();
        String mapping = folder.resolve("m.json").toString();
        for (String own : List.of(table, answers)) {
            CommandRun run = run("guess", table, "--area", "AUT", "--answers", answers, "-o", own);
            assertEquals(2, run.exitCode(), run.err());
            assertTrue(run.err().startsWith("The file " + own + " would be overwritten."), run.err());
        }
        assertEquals(
                0,
                run("guess", table, "--area", "AUT", "--answers", answers, "-o", mapping)
                        .exitCode());
        for (String own : List.of(table, mapping)) {
            assertEquals(2, run("apply", mapping, table, "-o", own).exitCode());
        }
        assertEquals(
                0,
                run("apply", mapping, table, "-o", folder.resolve("rows.csv").toString())
                        .exitCode());
    }

    /** Regression: a folder that does not exist ended the program with a stack trace. */
    @Test
    void aFileThatCannotBeWrittenIsNamed() throws IOException {
        String table = table().toString();
        String answers = file("a.json", ANSWERS).toString();
        String mapping = folder.resolve("m.json").toString();
        String nowhere = folder.resolve("none").resolve("out").toString();
        CommandRun guess = run("guess", table, "--area", "AUT", "--answers", answers, "-o", nowhere);
        assertEquals("The file " + nowhere + " cannot be read or written.\n", guess.err());
        assertEquals(3, guess.exitCode());
        assertEquals(
                0,
                run("guess", table, "--area", "AUT", "--answers", answers, "-o", mapping)
                        .exitCode());
        assertEquals(3, run("apply", mapping, table, "-o", nowhere).exitCode());
    }

    /** Regression: a constant for a component that does not exist was ignored without a word. */
    @Test
    void aConstantForAnUnknownComponentIsRefused() throws IOException {
        String table = table().toString();
        String mapping = folder.resolve("m.json").toString();
        String rows = folder.resolve("rows.csv").toString();
        run(
                "guess",
                table,
                "--area",
                "AUT",
                "--answers",
                file("a.json", ANSWERS).toString(),
                "-o",
                mapping);
        CommandRun run = run("apply", mapping, table, "-o", rows, "--param", "COMENT=checked");
        assertEquals(2, run.exitCode(), run.out());
        assertTrue(run.err().startsWith("There is no component \"COMENT\" for --param. Components: "), run.err());
        assertEquals(
                2, run("apply", mapping, table, "-o", rows, "--param", "SEX=W").exitCode());
        assertEquals(
                0,
                run("apply", mapping, table, "-o", rows, "--param", "COMMENT=checked")
                        .exitCode());
        assertTrue(Files.readString(Path.of(rows)).contains(",checked"));
    }

    @Test
    void aWrongAnswerIsNamedWithItsChoices() throws IOException {
        Path answers = file("a.json", ANSWERS.replace("NUMBER", "COUNT"));
        CommandRun run = run("guess", table().toString(), "--area", "AUT", "--answers", answers.toString());
        assertEquals(2, run.exitCode());
        assertTrue(run.err().contains("/answers/unit"), run.err());
        assertTrue(run.err().contains("NUMBER, RATE"), run.err());
    }

    @Test
    void aListOfPersonsAndAFileWithoutFiguresAreRefused() throws IOException {
        Path list = Path.of("sample-data/rejected/names-of-victims.csv");
        CommandRun persons = run("guess", list.toString(), "--area", "AUT");
        assertEquals(1, persons.exitCode());
        assertTrue(persons.out().contains("! case-level-data"), persons.out());
        assertTrue(!persons.out().contains("? "), persons.out());
        CommandRun empty =
                run("guess", file("e.csv", "Indicator,Text\nName,Victims\n").toString());
        assertEquals(1, empty.exitCode());
        assertTrue(empty.out().contains("! empty-file"), empty.out());
    }

    @Test
    void whatIsNoMappingIsPointedTo() throws IOException {
        Path wrong = file("wrong.json", "{\"data\": {}}");
        CommandRun run = run("diff", wrong.toString(), wrong.toString());
        assertEquals(3, run.exitCode());
        assertTrue(run.err().contains("/data/structureMaps/0/annotations"), run.err());
    }

    @Test
    void aCaseThatIsNoTableIsNamed() throws IOException {
        Path picture = folder.resolve("p.png");
        Files.write(picture, new byte[] {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10, 0, 0, 0, 13});
        CommandRun run = run("guess", picture.toString());
        assertEquals(3, run.exitCode());
        assertTrue(run.err().contains("is not a table"), run.err());
        assertEquals(2, run().exitCode());
        assertEquals(2, run("guess", table().toString(), "--area", "XXX").exitCode());
    }
}
