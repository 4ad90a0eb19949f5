package org.tipstats.start.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tipstats.mapping.count.CaseLists;
import org.tipstats.mapping.count.CaseLists.CaseList;

class TabulateCommandTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-07-01T00:00:00Z"), ZoneOffset.UTC);

    @TempDir
    Path folder;

    static Stream<CaseList> lists() {
        return CaseLists.all();
    }

    private CommandRun run(String... arguments) {
        List<String> all = new ArrayList<>(List.of(arguments));
        all.addAll(List.of("-o", folder.resolve("counts.csv").toString()));
        return CommandRun.of(TabulateCommand.NAME, CaseLists.SCHEMAS, CLOCK, all.toArray(String[]::new));
    }

    private CommandRun run(CaseList list) throws IOException {
        List<String> arguments = new ArrayList<>(List.of(
                list.file().toString(),
                "--dataflow",
                list.json().get("dataflow").asText(),
                "--area",
                list.json().get("area").asText()));
        if (list.json().has("mapping")) {
            Path mapping = Files.writeString(
                    folder.resolve("m.json"), list.json().get("mapping").toString());
            arguments.addAll(List.of("--mapping", mapping.toString()));
        }
        if (list.json().has("year")) {
            arguments.addAll(List.of("--year", list.json().get("year").asText()));
        }
        if (list.json().path("eachForm").asBoolean()) {
            arguments.add("--multi-response");
        }
        return run(arguments.toArray(String[]::new));
    }

    /** The counts are a file of a submission: the validator has no error. */
    @ParameterizedTest
    @MethodSource("lists")
    void theValidatorAcceptsTheCounts(CaseList list) throws IOException {
        assertEquals(0, run(list).exitCode());
        Path counts = folder.resolve("counts.csv");
        assertEquals(list.count().csv(), Files.readString(counts));
        CommandRun validated = CommandRun.of(
                CaseLists.SCHEMAS, CLOCK, list.json().get("dataflow").asText(), counts.toString());
        assertEquals(0, validated.exitCode(), validated.out());
    }

    @Test
    void theReportAccountsForEveryRow() throws IOException {
        CaseList plain = CaseLists.all().findFirst().orElseThrow();
        assertEquals(
                "10 rows, 7 of them counted, each as a person.\n"
                        + "  1 not used: they describe no person.\n"
                        + "  1 not used: they have no year that can be read.\n"
                        + "  1 not used: they are about a person counted already in that year.\n"
                        + "SEX: 1 cells are not known and count as unknown. Give each a code under \"words\" of a mapping:"
                        + " \"androgyn\" (1).\n",
                run(plain).out().replace("\r", ""));
    }

    @Test
    void nothingOfARowIsSaidWhateverGoesWrong() throws IOException {
        Path list = Files.writeString(folder.resolve("list.csv"), "Anna,female,17\nBert,male,20\n");
        CommandRun refused = run(list.toString(), "--dataflow", "VICTIMS", "--area", "AUT");
        assertEquals(1, refused.exitCode());
        assertTrue(refused.err().startsWith("No row of the file has the names of columns of a list of cases."));
        Path broken = Files.write(folder.resolve("broken.xlsx"), new byte[] {'P', 'K', 3, 4, 'A', 'n', 'n', 'a'});
        CommandRun unread = run(broken.toString(), "--dataflow", "VICTIMS", "--area", "AUT");
        assertEquals(3, unread.exitCode());
        for (CommandRun run : List.of(refused, unread)) {
            assertFalse((run.out() + run.err()).contains("Anna"), run.err());
        }
        assertFalse(Files.exists(folder.resolve("counts.csv")));
    }

    @Test
    void misuseIsExplained() throws IOException {
        String list = CaseLists.FOLDER.resolve("plain.csv").toString();
        assertTrue(run(list, "--dataflow", "POPULATION", "--area", "AUT").err().contains("There is no dataflow"));
        assertTrue(run(list, "--dataflow", "VICTIMS", "--area", "150").err().contains("There is no area"));
        assertTrue(run(list, "--dataflow", "VICTIMS", "--area", "AUT", "--year", "1")
                .err()
                .contains("is not a year"));
        Path mapping = Files.writeString(folder.resolve("m.json"), "{\"columns\": {\"Sex\": \"HAIR\"}}");
        CommandRun run = run(list, "--dataflow", "VICTIMS", "--area", "AUT", "--mapping", mapping.toString());
        assertEquals(2, run.exitCode());
        assertTrue(run.err().contains("HAIR is not a role"));
    }
}
