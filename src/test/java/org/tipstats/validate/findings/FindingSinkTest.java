package org.tipstats.validate.findings;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.tipstats.validate.findings.Finding.Outline;

/** Findings that are made late, or not at all, are the same as those that are made at once. */
class FindingSinkTest {

    private static final Predicate<String> FIGURES = rule -> !rule.equals("unknown-code");
    private static final int MANY = 3 * SortedFindings.CHUNK;
    private static final int LIMIT = SortedFindings.CHUNK / 2;

    private int made;

    private static Finding finding(String rule, Severity severity, int line, String value, int number) {
        return new Finding(
                rule,
                severity,
                line,
                line - 1,
                Finding.Column.at("OBS_VALUE", 6),
                value,
                Map.of("number", number),
                List.of(),
                Map.of("REF_AREA", "AUT", "SEX", "_T"),
                List.of(new Finding.Related(null, "12")));
    }

    /** Returns findings of a rule, two in each line, in a random order. */
    private static List<Finding> findings(String rule, Severity severity) {
        List<Finding> findings = new ArrayList<>();
        for (int i = 0; i < MANY; i++) {
            int line = 2 + i / 2;
            findings.add(finding(rule, severity, line, "v" + line % 150, i % 2));
        }
        Collections.shuffle(findings, new Random(3));
        return findings;
    }

    private Supplier<Finding> counted(Finding finding) {
        return () -> {
            made++;
            return finding;
        };
    }

    private static Outline outline(Finding finding) {
        return new Outline(finding.rule(), finding.severity(), finding.line(), finding.column(), finding.value());
    }

    private static void assertSame(FindingCollection expected, FindingCollection actual) {
        assertEquals(expected.size(), actual.size());
        assertEquals(expected.kept(), actual.kept());
        assertEquals(expected.summary(), actual.summary());
        List<Finding> first = new ArrayList<>();
        List<Finding> second = new ArrayList<>();
        expected.findings().forEachRemaining(first::add);
        actual.findings().forEachRemaining(second::add);
        assertTrue(first.equals(second), "the same findings in the same order");
        List<byte[]> pages = new ArrayList<>();
        actual.pages(1_000).forEachRemaining(pages::add);
        int[] page = {0};
        expected.pages(1_000).forEachRemaining(bytes -> assertArrayEquals(bytes, pages.get(page[0]++)));
        assertEquals(page[0], pages.size());
    }

    @Test
    void warningsThatAreMadeWhenTheyAreReadAreTheSame() {
        FindingCollection atOnce = new FindingCollection(LIMIT, FIGURES, null);
        FindingCollection later = new FindingCollection(LIMIT, FIGURES, null);
        for (String rule : List.of("revision", "sum-below-total")) {
            for (Finding finding : findings(rule, Severity.WARNING)) {
                atOnce.add(finding);
                later.keep(outline(finding), counted(finding));
            }
        }
        for (FindingCollection both : List.of(atOnce, later)) {
            findings("revision", Severity.INFORMATION).forEach(both::add);
            both.add(finding("unknown-code", Severity.ERROR, 7, "W", 0));
        }
        assertTrue(made < 60, "made before they are read: " + made);
        assertEquals(2 * MANY + LIMIT + 1, later.kept());
        assertSame(atOnce, later);
        assertSame(atOnce, later);
    }

    @Test
    void errorsBeyondTheLimitAreCountedAndNotMade() {
        FindingCollection atOnce = new FindingCollection(LIMIT, FIGURES, null);
        FindingCollection ifNeeded = new FindingCollection(LIMIT, FIGURES, null);
        for (String rule : List.of("not-a-count", "unknown-code")) {
            List<Finding> inOrder = new ArrayList<>(findings(rule, Severity.ERROR));
            inOrder.sort(Finding.ORDER);
            for (Finding finding : inOrder) {
                atOnce.add(finding);
                ifNeeded.add(outline(finding), counted(finding));
            }
        }
        // The first rule makes a chunk before the limit is known, the second the lines up to the last kept one.
        assertTrue(made <= SortedFindings.CHUNK + LIMIT + 1, "made: " + made);
        assertSame(atOnce, ifNeeded);
    }

    @Test
    void errorsInAnyOrderAreTheSame() {
        FindingCollection atOnce = new FindingCollection(LIMIT, FIGURES, null);
        FindingCollection ifNeeded = new FindingCollection(LIMIT, FIGURES, null);
        FindingCollection kept = new FindingCollection(LIMIT, FIGURES, null);
        for (Finding finding : findings("unknown-code", Severity.ERROR)) {
            atOnce.add(finding);
            ifNeeded.add(outline(finding), counted(finding));
            kept.keep(outline(finding), counted(finding));
        }
        assertSame(atOnce, ifNeeded);
        assertSame(atOnce, kept);
    }

    /** The group and the order follow from the other place, so each finding is made. */
    @Test
    void findingsAtAnotherPlaceAreGroupedAndSortedByIt() {
        Finding.Column other = Finding.Column.at("Number of victims", 3);
        UnaryOperator<Finding> upsideDown =
                found -> found.at("Table 1", MANY - found.line(), other, List.of("A1"), List.of());
        FindingCollection atOnce = new FindingCollection(LIMIT, FIGURES, upsideDown);
        FindingCollection later = new FindingCollection(LIMIT, FIGURES, upsideDown);
        FindingCollection ifNeeded = new FindingCollection(LIMIT, FIGURES, upsideDown);
        for (Severity severity : Severity.values()) {
            for (Finding finding : findings("revision", severity)) {
                atOnce.add(finding);
                later.keep(outline(finding), counted(finding));
                ifNeeded.add(outline(finding), counted(finding));
            }
        }
        assertSame(atOnce, later);
        assertSame(atOnce, ifNeeded);
    }
}
