package org.tipstats.start.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tipstats.start.command.ReportFile.ProgressLine;
import org.tipstats.validate.run.Progress;
import org.tipstats.vocabulary.schema.SchemaRegistry;

class ValidateCommandTest {

    static final SchemaRegistry SCHEMAS = SchemaRegistry.load(Path.of("schemas"));
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-07-01T00:00:00Z"), ZoneOffset.UTC);
    private static final String HEADER = "REF_AREA,SEX,AGE,EXPLOITATION,TIME_PERIOD,OBS_VALUE\n";

    @TempDir
    Path folder;

    private Path file(String name, String... rows) throws IOException {
        return Files.writeString(folder.resolve(name), HEADER + String.join("\n", rows) + "\n");
    }

    static CommandRun run(String... arguments) {
        return CommandRun.of(SCHEMAS, CLOCK, arguments);
    }

    static JsonNode json(CommandRun run) throws IOException {
        return new ObjectMapper().readTree(run.out());
    }

    static List<String> texts(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false)
                .map(JsonNode::asText)
                .toList();
    }

    @Test
    void aCleanFileEndsWithZero() throws IOException {
        CommandRun run = run("VICTIMS", file("aut.csv", "AUT,_T,_T,_T,2016,12").toString());
        assertEquals(0, run.exitCode());
        assertTrue(run.out().startsWith("aut.csv has no errors.\n0 errors, 0 warnings, 0 notes.\n"), run.out());
    }

    @Test
    void aFileWithErrorsEndsWithOneAndSaysHowToMendIt() throws IOException {
        CommandRun run = run("VICTIMS", file("aut.csv", "AUT,W,_T,_T,2016,12").toString());
        assertEquals(1, run.exitCode());
        assertTrue(
                run.out()
                        .contains(
                                "Error · unknown-code · SEX · line 2\n  \"W\" is not a code of SEX.\n  Use F (Female).\n"),
                run.out());
    }

    /** A dataflow and a file alone do not pass through the parser of options. */
    @Test
    void withAndWithoutOptionsTheResultIsTheSame() throws IOException {
        String clean = file("clean.csv", "AUT,_T,_T,_T,2016,12").toString();
        String broken = file("broken.csv", "AUT,W,_T,_T,2016,12").toString();
        String missing = folder.resolve("missing.csv").toString();
        for (List<String> plain : List.of(
                List.of("VICTIMS", clean),
                List.of("VICTIMS", broken),
                List.of("VICTIMS", missing),
                List.of("VICTIMS", ""),
                List.of("VICTIMS", "a\0b.csv"),
                List.of("MIRROR", clean),
                List.of("VICTIM", missing))) {
            CommandRun parsed = run(plain.get(0), plain.get(1), "--lang", "en");
            assertEquals(parsed, run(plain.get(0), plain.get(1)));
        }
        assertEquals(1, run("VICTIMS", broken).exitCode());
        assertEquals(3, run("VICTIMS", missing).exitCode());
        assertEquals(2, run("VICTIM", clean).exitCode());
        assertEquals(2, run("VICTIMS", "a\0b.csv").exitCode());
    }

    @Test
    void anErrorInTheProgramIsReported() throws IOException {
        String file = file("aut.csv", "AUT,_T,_T,_T,2016,12").toString();
        for (List<String> options : List.of(List.<String>of(), List.of("--lang", "en"))) {
            List<String> arguments = new ArrayList<>(List.of("VICTIMS", file));
            arguments.addAll(options);
            CommandRun run = CommandRun.of(null, CLOCK, arguments.toArray(String[]::new));
            assertEquals(70, run.exitCode(), run.err());
            assertTrue(run.err().contains("NullPointerException"), run.err());
        }
    }

    @Test
    void theSummaryComesInSixLanguages() throws IOException {
        String file = file("aut.csv", "AUT,W,_T,_T,2016,12").toString();
        assertTrue(run("VICTIMS", file, "--lang", "fr").out().startsWith("aut.csv contient une erreur à corriger.\n"));
        assertTrue(run("VICTIMS", file, "--lang", "es").out().startsWith("aut.csv tiene un error por corregir.\n"));
        assertTrue(
                run("VICTIMS", file, "--lang", "ru").out().startsWith("В файле aut.csv нужно исправить 1 ошибку.\n"));
        assertTrue(run("VICTIMS", file, "--lang", "ar").out().startsWith("في الملف aut.csv خطأ واحد للتصحيح.\n"));
        assertTrue(run("VICTIMS", file, "--lang", "zh").out().startsWith("aut.csv 有 1 个错误需要更正。\n"));
    }

    @Test
    void rulesThatNeedAcceptedDataSayThatTheyWereNotRun() throws IOException {
        String file = file("aut.csv", "AUT,_T,_T,_T,2016,12").toString();
        JsonNode report = json(run("VICTIMS", file, "--json"));
        assertTrue(texts(report.path("notRun")).containsAll(List.of("revision", "value-dropped")));
        assertFalse(texts(report.path("passed")).contains("revision"));
    }

    @Test
    void aPreviousFileIsWhatHoldsNow() throws IOException {
        String previous = file("accepted.csv", "AUT,_T,_T,_T,2015,20", "AUT,_T,_T,_T,2016,10")
                .toString();
        String file = file("aut.csv", "AUT,_T,_T,_T,2016,12").toString();
        JsonNode merged = json(run("VICTIMS", file, "--json", "--previous", previous));
        assertEquals("revision", merged.at("/findings/0/rule").asText());
        assertEquals("10", merged.at("/findings/0/related/0/value").asText());
        String same =
                file("same.csv", "AUT,_T,_T,_T,2015,20", "AUT,_T,_T,_T,2016,10").toString();
        assertTrue(texts(json(run("VICTIMS", same, "--json", "--previous", previous))
                        .path("passed"))
                .contains("revision"));
        String part = file("part.csv", "AUT,F,_T,_T,2015,7").toString();
        JsonNode replaced = json(run("VICTIMS", part, "--json", "--replace", "--previous", previous));
        assertEquals("value-dropped", replaced.at("/findings/0/rule").asText());
    }

    /** The folder has a dataflow that the program lacks. One of its rules compares it with itself. */
    @Test
    void rulesCompareWithDataflowsOfTheFolder() throws IOException {
        String schemas = folderWithArrests().toString();
        String header = "REF_AREA,OFFENCE,TIME_PERIOD,OBS_VALUE\n";
        String previous = Files.writeString(folder.resolve("accepted.csv"), header + "AUT,0204,2016,0\n")
                .toString();
        String file = Files.writeString(folder.resolve("aut.csv"), header + "AUT,0204,2016,7\n")
                .toString();
        JsonNode report = json(run("ARRESTS", file, "--schemas", schemas, "--previous", previous, "--json"));
        assertTrue(
                report.path("findings").findValuesAsText("rule").contains("victims-without-offences"),
                report::toString);
    }

    private Path folderWithArrests() throws IOException {
        Path schemas = folder.resolve("schemas");
        try (Stream<Path> files = Files.walk(Path.of("schemas"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path copy = folder.resolve(file.toString());
                Files.createDirectories(copy.getParent());
                Files.copy(file, copy);
            }
        }
        String offences = Files.readString(schemas.resolve("dataflow/OFFENCES.json"));
        Files.writeString(
                schemas.resolve("dataflow/ARRESTS.json"),
                offences.replace("OFFENCES", "ARRESTS").replace("with=VICTIMS", "with=ARRESTS"));
        return schemas;
    }

    @Test
    void schemasAreReadOnceAndThoseOfTheProgramOnlyWithoutAFolder() throws IOException {
        String file = file("aut.csv", "AUT,_T,_T,_T,2016,12").toString();
        AtomicInteger reads = new AtomicInteger();
        CommandLineInterface commands = new CommandLineInterface(
                () -> {
                    reads.incrementAndGet();
                    return SCHEMAS;
                },
                () -> SCHEMAS,
                fresh -> null,
                CLOCK,
                OutputStream.nullOutputStream(),
                OutputStream.nullOutputStream(),
                false);
        assertEquals(0, commands.run("validate", "VICTIMS", file, "--schemas", "schemas"));
        assertEquals(0, reads.get());
        assertEquals(0, commands.run("validate", "VICTIMS", file));
        assertEquals(1, reads.get());
    }

    @Test
    void aPreviousFileThatCannotHaveBeenAcceptedIsRefused() throws IOException {
        String file = file("aut.csv", "AUT,_T,_T,_T,2016,12").toString();
        String previous = file("broken.csv", "AUT,W,_T,_T,2016,12").toString();
        CommandRun run = run("VICTIMS", file, "--previous", previous);
        assertEquals(2, run.exitCode());
        assertTrue(run.err().contains("broken.csv has errors"), run.err());
    }

    @Test
    void aReportNeverTakesThePlaceOfAFileThatIsRead() throws IOException {
        Path file = file("aut.csv", "AUT,W,_T,_T,2016,12");
        Path previous = file("accepted.csv", "AUT,F,_T,_T,2016,12");
        String before = Files.readString(file);
        String same = folder.resolve(".").resolve("aut.csv").toString();
        assertEquals(2, run("VICTIMS", file.toString(), "--report", same).exitCode());
        assertEquals(
                2,
                run("VICTIMS", file.toString(), "--previous", previous.toString(), "--report", previous.toString())
                        .exitCode());
        assertEquals(before, Files.readString(file));
    }

    @Test
    void mistakesInTheCommandEndWithTwo() throws IOException {
        String file = file("aut.csv", "AUT,_T,_T,_T,2016,12").toString();
        assertEquals(2, run().exitCode());
        assertEquals(2, run("VICTIMS").exitCode());
        assertEquals(2, run("VICTIMS", file, "--lang", "de").exitCode());
        assertEquals(
                2,
                run("VICTIMS", file, "--report", folder.resolve("report.doc").toString())
                        .exitCode());
        CommandRun unknown = run("VICTIM", file);
        assertEquals(2, unknown.exitCode());
        assertTrue(unknown.err().contains("There is no dataflow \"VICTIM\"."), unknown.err());
        CommandRun derived = run("MIRROR", file);
        assertEquals(2, derived.exitCode());
        assertTrue(derived.err().contains("MIRROR accepts no files"), derived.err());
    }

    @Test
    void filesThatCannotBeReadOrWrittenEndWithThree() throws IOException {
        assertEquals(3, run("VICTIMS", folder.resolve("none.csv").toString()).exitCode());
        String file = file("aut.csv", "AUT,_T,_T,_T,2016,12").toString();
        String nowhere = folder.resolve("none/report.json").toString();
        CommandRun run = run("VICTIMS", file, "--report", nowhere);
        assertEquals(3, run.exitCode());
        assertTrue(run.err().contains("cannot be written"), run.err());
    }

    @Test
    void theAnnotatedFileIsOneOfTheForms() throws IOException {
        Path report = folder.resolve("annotated.csv");
        run("VICTIMS", file("aut.csv", "AUT,W,_T,_T,2016,12").toString(), "--report", report.toString());
        assertTrue(Files.readString(report).contains("_line,_severity,_messages\nAUT,W,_T,_T,2016,12,2,error,"));
    }

    @Test
    void theBarGrowsAndIsTakenAway() {
        StringWriter terminal = new StringWriter();
        try (ProgressLine line = new ProgressLine(new PrintWriter(terminal))) {
            line.at(Progress.Stage.READING, 50);
            line.at(Progress.Stage.READING, 50);
            line.at(Progress.Stage.COMPARING, 75);
        }
        assertEquals(
                "\r[" + "#".repeat(20) + " ".repeat(20) + "] 50 %\r[" + "#".repeat(30) + " ".repeat(10) + "] 75 %\r"
                        + " ".repeat(50) + "\r",
                terminal.toString());
    }
}
