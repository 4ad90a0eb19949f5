package org.tipstats.validate.findings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

class FindingCollectionTest {

    private static final Predicate<String> FIGURES = "revision"::equals;
    private static final int PAGE = 1_000;
    private static final int MANY = 2 * SortedFindings.CHUNK + 100;

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

    private static FindingCollection collected(int limit, List<Finding> findings) {
        FindingCollection collection = new FindingCollection(limit, FIGURES, null);
        findings.forEach(collection::add);
        return collection;
    }

    private static FindingCollection collected(Finding... findings) {
        return collected(1_000, List.of(findings));
    }

    private static List<Finding> all(FindingCollection collection) {
        List<Finding> all = new ArrayList<>();
        collection.findings().forEachRemaining(all::add);
        return all;
    }

    /** Returns findings of all severities, some of them with the same place, in a random order. */
    private static List<Finding> shuffled(int size) {
        List<Finding> findings = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            Severity severity = Severity.values()[i % 7 % 3];
            findings.add(finding("rule-" + severity.word(), severity, 2 + i / 3, "v" + i % 4));
        }
        Collections.shuffle(findings, new Random(1));
        return findings;
    }

    private static List<Finding> sorted(List<Finding> findings, Severity severity) {
        return findings.stream()
                .filter(finding -> finding.severity() == severity)
                .sorted(Finding.ORDER)
                .toList();
    }

    @Test
    void findingsAreSortedInWhateverOrderTheyCome() {
        List<Finding> findings = shuffled(MANY);
        FindingCollection collection = collected(MANY, findings);
        assertEquals(findings.stream().sorted(Finding.ORDER).toList(), all(collection));
        assertEquals(MANY, collection.kept());
        assertEquals(all(collection), all(collection));
    }

    @Test
    void theFirstErrorsAndInformationsAreKeptAndAllWarnings() {
        List<Finding> findings = shuffled(3 * MANY);
        for (int limit : new int[] {500, SortedFindings.CHUNK + 1}) {
            FindingCollection collection = collected(limit, findings);
            List<Finding> all = all(collection);
            assertTrue(all.equals(all.stream().sorted(Finding.ORDER).toList()), "in order");
            assertTrue(all.equals(paged(collection)), "the same in pages");
            assertEquals(sorted(findings, Severity.ERROR).subList(0, limit), sorted(all, Severity.ERROR));
            assertEquals(sorted(findings, Severity.INFORMATION).subList(0, limit), sorted(all, Severity.INFORMATION));
            assertEquals(sorted(findings, Severity.WARNING), sorted(all, Severity.WARNING));
            assertEquals(all.size(), collection.kept());
            assertEquals(3 * MANY, collection.size());
            assertEquals(sorted(findings, Severity.ERROR).size(), collection.count(Severity.ERROR));
            assertEquals(collected(3 * MANY, findings).summary(), collection.summary());
        }
    }

    @Test
    void whatIsKeptDoesNotDependOnTheOrderOfArrival() {
        List<Finding> findings = shuffled(MANY);
        List<Finding> kept = all(collected(1_000, findings));
        Collections.reverse(findings);
        assertEquals(kept, all(collected(1_000, findings)));
        findings.sort(Finding.ORDER);
        assertEquals(kept, all(collected(1_000, findings)));
        Collections.reverse(findings);
        assertEquals(kept, all(collected(1_000, findings)));
    }

    @Test
    void findingsOfOnePlaceStayInTheirOrder() {
        List<Finding> findings = new ArrayList<>();
        for (int i = 0; i < MANY; i++) {
            Finding like = finding(7, "5");
            findings.add(new Finding(
                    like.rule(),
                    like.severity(),
                    like.line(),
                    like.record(),
                    like.column(),
                    like.value(),
                    Map.of("count", i),
                    like.suggestions(),
                    like.key(),
                    like.related()));
        }
        assertEquals(findings.subList(0, 5_000), all(collected(5_000, findings)));
    }

    /** Tests many sheets and rules, columns beyond any table, and findings without a line. Only the order matters. */
    @Test
    void findingsOfAnyRuleAndPlaceAreSorted() {
        List<Finding> findings = new ArrayList<>();
        Random random = new Random(2);
        List<String> sheets = Arrays.asList(null, "2015", "Table 1");
        for (int i = 0; i < MANY; i++) {
            int line = random.nextInt(4);
            findings.add(new Finding(
                    "rule-" + random.nextInt(300),
                    Severity.WARNING,
                    line == 0 ? null : Integer.valueOf(line == 3 ? Integer.MAX_VALUE : line),
                    random.nextInt(2),
                    random.nextInt(3) == 0 ? null : Finding.Column.at("C", 1 + random.nextInt(400)),
                    random.nextInt(9) == 0 ? null : "v\u0600\uD83D\uDE00" + random.nextInt(3),
                    Map.of(),
                    List.of(),
                    Map.of(),
                    List.of(),
                    sheets.get(random.nextInt(3)),
                    List.of()));
        }
        FindingCollection collection = collected(1, findings);
        List<Finding> sorted = findings.stream().sorted(Finding.ORDER).toList();
        assertEquals(sorted, all(collection));
        assertEquals(sorted, paged(collection));
    }

    /** Several rules report about the same rows, each in the order of the rows, so that no chunk is a page. */
    @Test
    void pagesHoldTheFindingsInTheirOrder() {
        List<Finding> byRule = new ArrayList<>();
        for (String rule : List.of("revision", "total-missing", "revision", "number-normalised")) {
            for (int line = 2; line < MANY; line += rule.equals("revision") ? 1 : 70) {
                Severity severity = rule.equals("number-normalised") ? Severity.INFORMATION : Severity.WARNING;
                byRule.add(finding(rule, severity, line, "5"));
            }
        }
        for (List<Finding> findings : List.of(byRule, shuffled(MANY), byRule.subList(0, 2_000), byRule.subList(0, 1))) {
            List<List<Finding>> pages = pages(collected(MANY, findings));
            assertEquals(findings.stream().sorted(Finding.ORDER).toList(), paged(collected(MANY, findings)));
            pages.subList(0, pages.size() - 1).forEach(page -> assertEquals(PAGE, page.size()));
            assertEquals((findings.size() + PAGE - 1) / PAGE, pages.size());
        }
        assertEquals(List.of(), pages(collected()));
    }

    private static List<Finding> paged(FindingCollection collection) {
        return pages(collection).stream().flatMap(List::stream).toList();
    }

    private static List<List<Finding>> pages(FindingCollection collection) {
        List<List<Finding>> pages = new ArrayList<>();
        collection.pages(PAGE).forEachRemaining(page -> {
            List<Finding> findings = new ArrayList<>();
            ReportJson.expand(page).forEachRemaining(findings::add);
            pages.add(findings);
        });
        return pages;
    }

    @Test
    void countsAreExactBySeverityAndRule() {
        FindingCollection collection =
                collected(finding("revision", Severity.WARNING, 3, "5"), finding(2, "W"), finding(4, "W"));
        assertEquals(2, collection.count(Severity.ERROR));
        assertEquals(1, collection.count(Severity.WARNING));
        assertEquals(0, collection.count(Severity.INFORMATION));
        assertEquals(2, collection.count("unknown-code"));
        assertEquals(0, collection.count("not-a-count"));
    }

    @Test
    void findingsOfOneCauseAreOneGroup() {
        List<SummaryGroup> groups = collected(
                        finding(9, "W"),
                        finding(2, "W"),
                        finding(5, "X"),
                        finding("revision", Severity.WARNING, 3, "5"),
                        finding("revision", Severity.WARNING, 4, "6"))
                .summary();
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

    @Test
    void aHundredValuesAreToldApartAndTheOthersAreOneGroup() {
        FindingCollection collection = new FindingCollection(10, FIGURES, null);
        for (int line = 2; line < 252; line++) {
            collection.add(finding(line, "v" + line));
        }
        collection.add(finding(300, "v2"));
        List<SummaryGroup> groups = collection.summary();
        assertEquals(101, groups.size());
        assertEquals(251, groups.stream().mapToLong(SummaryGroup::count).sum());
        assertEquals(150, groups.get(0).count());
        assertNull(groups.get(0).value());
        assertEquals(102, groups.get(0).firstLine());
        assertEquals(251, groups.get(0).lastLine());
        assertEquals("v2", groups.get(1).value());
    }

    @Test
    void clearingForgetsEverything() {
        FindingCollection collection = collected(1, shuffled(MANY));
        collection.clear();
        assertEquals(0, collection.size());
        assertEquals(0, collection.kept());
        assertEquals(List.of(), all(collection));
        assertEquals(List.of(), collection.summary());
    }
}
