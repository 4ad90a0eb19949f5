package org.tipstats.mapping.guess;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.tipstats.Seeds;
import org.tipstats.mapping.saved.Mapping;
import org.tipstats.mapping.saved.MappingApplication;

/**
 * Random figures, written in the usual layouts and languages, come back with their cells. Without some of the answers,
 * or with answers to other questions, no other figure comes back.
 */
@Execution(ExecutionMode.CONCURRENT)
class GuessPropertyTest {

    private static final int TABLES = 150;

    private static Set<String> figures(InventedTable table) {
        return table.figures().lines().collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void everyFigureComesBackWithItsAnswers() {
        Seeds.check(TABLES, random -> {
            RandomTable written = new RandomTable(random);
            InventedTable table = written.table().victims();
            assertEquals(String.join("\n", written.expected()), table.figures(), written.text());
            assertEquals("", table.questions(), written.text());
            assertEquals(List.of(), table.guess().ledger().notUnderstood(), written.text());
        });
    }

    @Test
    void everyFigureComesBackByTheSavedMappingWithoutAQuestion() {
        Seeds.check(TABLES, random -> {
            RandomTable written = new RandomTable(random);
            InventedTable table = written.table().victims();
            Mapping mapping = table.mapping();
            Map<String, String> asked =
                    mapping.parameters().isEmpty() ? Map.of() : Map.of("TIME_PERIOD", written.firstYear + "");
            MappingApplication again = MappingApplication.of(
                    mapping, table.grid(), InventedTable.SCHEMAS, new Answers(Map.of(), Map.of(), List.of(), asked));
            assertEquals(String.join("\n", written.expected()), InventedTable.figures(again.guess()), written.text());
            assertEquals(List.of(), again.guess().questions(), written.text());
            assertEquals(List.of(), again.drifts(), written.text());
        });
    }

    @Test
    void everyFigureOfACubeComesBackFromItsFile() {
        Seeds.check(TABLES / 3, random -> {
            RandomCube cube = new RandomCube(random);
            for (String file : List.of(cube.jsonStat(), cube.px(), cube.sdmxMl())) {
                InventedTable table = InventedTable.read(file.getBytes(StandardCharsets.UTF_8))
                        .victims();
                boolean lines = file.startsWith("<");
                assertEquals(String.join("\n", cube.expected(lines)), table.figures(), file);
                assertEquals("", table.questions(), file);
            }
        });
    }

    @Test
    void fewSmallRegionsGiveNoOtherSum() {
        Seeds.check(TABLES, random -> {
            RandomTable written = RandomTable.ofRegions(random, 0);
            Set<String> others = figures(written.table().victims());
            others.removeAll(written.expected());
            assertTrue(others.isEmpty(), () -> written.text() + "\n" + others);
        });
    }

    @Test
    void noOtherFigureComesBackWithoutAnAnswer() {
        List<String> answers = List.of(
                "dataflow=VICTIMS",
                "unit=NUMBER",
                "coverage=national",
                "unit=RATE",
                "dataflow=NONE",
                "word:SEX:abc=F",
                "measure=abc",
                "column:A1=ignore",
                "marker:-=zero",
                "word:EXPLOITATION:Total=NONE",
                "coverage=part");
        Seeds.check(TABLES, random -> {
            RandomTable written = new RandomTable(random);
            InventedTable table = written.table();
            if (random.nextBoolean()) {
                table.answer("period", Integer.toString(written.firstYear));
            }
            for (String each : answers) {
                if (random.nextInt(3) == 0) {
                    int end = each.lastIndexOf('=');
                    table.answer(each.substring(0, end), each.substring(end + 1));
                }
            }
            Set<String> others = figures(table);
            others.removeAll(written.expected());
            assertTrue(others.isEmpty(), () -> written.text() + "\n" + others);
        });
    }
}
