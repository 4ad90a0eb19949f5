package org.tipstats.validate.run;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tipstats.bench.hostile.HostileFile;
import org.tipstats.bench.hostile.HostileFiles;
import org.tipstats.bench.speed.FullCubes;
import org.tipstats.validate.findings.Finding;
import org.tipstats.validate.findings.FindingCollection;
import org.tipstats.validate.row.ReceivedTable;
import org.tipstats.validate.row.ValidatedRows;
import org.tipstats.validate.rule.Given;
import org.tipstats.validate.table.Baseline;
import org.tipstats.vocabulary.cube.Observation;
import org.tipstats.vocabulary.schema.Dataflow;

/**
 * Validates files twice: once the findings are made when they are read, once when they are found. Both must give the same
 * report, so each rule keeps the condition under which its findings may be made later.
 */
class LateFindingsTest {

    /** The rules of which the random file has findings that are made later, or only if they are kept. */
    private static final Set<String> LATE = Set.of(
            "revision",
            "sum-below-total",
            "sum-exceeds-total",
            "part-exceeds-total",
            "child-exceeds-parent",
            "duplicate-key");

    private static final int LIMIT = 1_000;

    @TempDir
    Path folder;

    private static Validation validation(Path file, Given given, UnaryOperator<Finding> places) throws IOException {
        ValidationRequest request = new ValidationRequest(
                Given.SCHEMAS,
                given.flow(),
                given.areas(),
                given.replace(),
                Given.CURRENT_YEAR,
                LIMIT,
                given.baseline(),
                Progress.NONE);
        FindingCollection found = new Validator().collection(request, places);
        ReceivedTable table = ReceivedTable.of(file, given.flow());
        return new ValidationRun(table, "given", request, RuleCatalogue.ALL, found).run();
    }

    /**
     * Compares the findings that are made later with those that are made at once.
     *
     * @return the findings
     */
    private static List<Finding> assertSame(String name, Path file, Given given) throws IOException {
        Validation later = validation(file, given, null);
        Validation atOnce = validation(file, given, UnaryOperator.identity());
        List<Finding> made = findings(atOnce);
        assertEquals(atOnce.report(), later.report(), name);
        assertTrue(texts(made).equals(texts(findings(later))), name);
        for (int i = 1; i < made.size(); i++) {
            assertTrue(Finding.ORDER.compare(made.get(i - 1), made.get(i)) <= 0, name);
        }
        List<byte[]> pages = pages(atOnce);
        assertArrayEquals(pages.toArray(), pages(later).toArray(), name);
        return made;
    }

    private static Set<String> rules(List<Finding> findings) {
        return findings.stream().map(Finding::rule).collect(Collectors.toCollection(TreeSet::new));
    }

    private static List<Finding> findings(Validation validation) {
        List<Finding> findings = new ArrayList<>();
        validation.findings().forEachRemaining(findings::add);
        return findings;
    }

    /** A number that was read from JSON may be of another class. */
    private static List<String> texts(List<Finding> findings) {
        return findings.stream().map(Finding::toString).toList();
    }

    private static List<byte[]> pages(Validation validation) {
        List<byte[]> pages = new ArrayList<>();
        validation.pages(500).forEachRemaining(pages::add);
        return pages;
    }

    @Test
    void hostileFilesHaveTheSameFindings() throws IOException {
        Set<String> rules = new TreeSet<>();
        Path file = folder.resolve("hostile");
        List<HostileFile> files = HostileFiles.all(1);
        for (int i = 0; i < files.size(); i += 16) {
            HostileFile hostile = files.get(i);
            Files.write(file, hostile.bytes());
            Given given = Given.bytes(hostile.bytes()).from("AUT");
            rules.addAll(rules(assertSame(hostile.name(), file, given)));
        }
        assertTrue(rules.size() > 10, rules::toString);
    }

    @Test
    void rejectedFilesHaveTheSameFindings() throws IOException {
        Set<String> rules = new TreeSet<>();
        try (Stream<Path> files = Files.list(Path.of("sample-data/rejected"))) {
            for (Path file : files.filter(f -> !f.toString().endsWith(".expected.json"))
                    .sorted()
                    .toList()) {
                rules.addAll(rules(assertSame(file.toString(), file, Given.bytes(Files.readAllBytes(file)))));
            }
        }
        assertTrue(rules.size() > 30, rules::toString);
    }

    /** Most lines have findings of several breakdowns. */
    @Test
    void aFileOfRandomValuesThatRevisesOthersHasTheSameFindings() throws IOException {
        Dataflow victims = Given.SCHEMAS.dataflow("VICTIMS").orElseThrow();
        Path file = new FullCubes(victims, 22_000, FullCubes.Kind.DISAGREEING).write(folder.resolve("random.csv"));
        List<Observation> before = new ArrayList<>();
        try (ValidatedRows rows = ValidatedRows.open(file, victims)) {
            rows.forEachRemaining(row -> before.add(
                    new Observation(row.packed(), BigDecimal.valueOf(row.value() + 1), "A", null, Map.of(), null)));
        }
        Baseline baseline = (flow, areas) -> flow.equals(victims) ? before : List.of();
        List<Finding> findings = assertSame("random", file, new Given(null, victims, null, false, baseline));
        assertTrue(rules(findings).containsAll(LATE), () -> rules(findings).toString());
        assertTrue(findings.size() > 3 * LIMIT, () -> findings.size() + " findings");
    }
}
