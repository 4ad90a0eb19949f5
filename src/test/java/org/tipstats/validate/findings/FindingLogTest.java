package org.tipstats.validate.findings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FindingLogTest {

    private static final Predicate<String> FIGURES = "revision"::equals;

    @TempDir
    Path folder;

    private static Finding finding(int line, String value) {
        return finding("unknown-code", Severity.ERROR, line, value);
    }

    private static Finding finding(String rule, Severity severity, int line, String value) {
        return new Finding(
                rule,
                severity,
                line,
                line - 1,
                Finding.Column.at("SEX", 2),
                value,
                Map.of("variant", "x", "count", line),
                List.of("F"),
                Map.of("REF_AREA", "AUT"),
                List.of(new Finding.Related(null, "12")));
    }

    private static List<Finding> all(FindingLog log, long from) throws IOException {
        List<Finding> all = new ArrayList<>();
        log.iterator(from).forEachRemaining(all::add);
        return all;
    }

    private static List<Finding> shuffled(int size) {
        List<Finding> findings = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            findings.add(finding(2 + i / 3, "v" + i % 3));
        }
        Collections.shuffle(findings, new Random(1));
        return findings;
    }

    private long files() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.count();
        }
    }

    @Test
    void whatWasPutAsideReadsLikeWhatWasNot() throws IOException {
        List<Finding> findings = shuffled(500);
        try (FindingLog small = new FindingLog(folder, FIGURES, 7);
                FindingLog large = new FindingLog(folder, FIGURES, 1_000)) {
            findings.forEach(small::add);
            findings.forEach(large::add);
            assertEquals(71, files());
            List<Finding> sorted = findings.stream().sorted(Finding.ORDER).toList();
            assertEquals(sorted, all(large, 0));
            assertEquals(sorted, all(small, 0));
            assertEquals(sorted.subList(123, 500), all(small, 123));
            assertEquals(List.of(), all(small, 500));
            assertEquals(large.summary(), small.summary());
            assertEquals(500, small.size());
        }
        assertEquals(0, files());
    }

    /**
     * Tests more rules than the bits can number, columns beyond any table, and findings without a line. Only the order
     * matters.
     */
    @Test
    void findingsOfAnyRuleAndPlaceAreSorted() throws IOException {
        List<Finding> findings = new ArrayList<>();
        Random random = new Random(2);
        for (int i = 0; i < 3_000; i++) {
            int line = random.nextInt(4);
            findings.add(new Finding(
                    "rule-" + random.nextInt(300),
                    Severity.WARNING,
                    line == 0 ? null : Integer.valueOf(line == 3 ? Integer.MAX_VALUE : line),
                    random.nextInt(2),
                    Finding.Column.at("C", 1 + random.nextInt(400)),
                    "v" + random.nextInt(3),
                    Map.of(),
                    List.of(),
                    Map.of(),
                    List.of()));
        }
        List<Finding> sorted = findings.stream().sorted(Finding.ORDER).toList();
        for (int capacity : new int[] {500, 100_000}) {
            try (FindingLog log = new FindingLog(folder, FIGURES, capacity)) {
                findings.forEach(log::add);
                assertTrue(sorted.equals(all(log, 0)), "order with a capacity of " + capacity);
            }
        }
    }

    @Test
    void severalMayReadAtOnce() throws IOException {
        try (FindingLog log = new FindingLog(folder, FIGURES, 10)) {
            shuffled(95).forEach(log::add);
            var first = log.iterator(0);
            first.next();
            assertEquals(95, all(log, 0).size());
            assertEquals(finding(2, "v1"), first.next());
        }
    }

    @Test
    void countsAreExactBySeverityAndRule() throws IOException {
        try (FindingLog log = new FindingLog(folder, FIGURES, 2)) {
            log.add(finding("revision", Severity.WARNING, 3, "5"));
            log.add(finding(2, "W"));
            log.add(finding(4, "W"));
            assertEquals(2, log.count(Severity.ERROR));
            assertEquals(1, log.count(Severity.WARNING));
            assertEquals(0, log.count(Severity.INFORMATION));
            assertEquals(2, log.count("unknown-code"));
            assertEquals(0, log.count("not-a-count"));
        }
    }

    @Test
    void findingsOfOneCauseAreOneGroup() throws IOException {
        try (FindingLog log = new FindingLog(folder, FIGURES)) {
            log.add(finding(9, "W"));
            log.add(finding(2, "W"));
            log.add(finding(5, "X"));
            log.add(finding("revision", Severity.WARNING, 3, "5"));
            log.add(finding("revision", Severity.WARNING, 4, "6"));
            List<SummaryGroup> groups = log.summary();
            assertEquals(3, groups.size());
            SummaryGroup first = groups.get(0);
            assertEquals("W", first.value());
            assertEquals(2, first.count());
            assertEquals(2, first.firstLine());
            assertEquals(9, first.lastLine());
            assertEquals(finding(2, "W"), first.sample());
            assertEquals("X", groups.get(1).value());
            assertEquals(2, groups.get(2).count());
            assertNull(groups.get(2).value());
        }
    }

    @Test
    void aHundredValuesAreToldApartAndTheOthersAreOneGroup() throws IOException {
        try (FindingLog log = new FindingLog(folder, FIGURES)) {
            for (int line = 2; line < 252; line++) {
                log.add(finding(line, "v" + line));
            }
            log.add(finding(300, "v2"));
            List<SummaryGroup> groups = log.summary();
            assertEquals(101, groups.size());
            assertEquals(251, groups.stream().mapToLong(SummaryGroup::count).sum());
            assertEquals(150, groups.get(0).count());
            assertNull(groups.get(0).value());
            assertEquals(102, groups.get(0).firstLine());
            assertEquals(251, groups.get(0).lastLine());
            assertEquals("v2", groups.get(1).value());
        }
    }

    @Test
    void clearingForgetsEverything() throws IOException {
        try (FindingLog log = new FindingLog(folder, FIGURES, 2)) {
            shuffled(5).forEach(log::add);
            log.clear();
            assertEquals(0, log.size());
            assertEquals(List.of(), all(log, 0));
            assertEquals(List.of(), log.summary());
            assertEquals(0, files());
        }
    }
}
