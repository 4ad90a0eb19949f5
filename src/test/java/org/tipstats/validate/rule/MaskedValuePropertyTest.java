package org.tipstats.validate.rule;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.tipstats.validate.findings.Finding;
import org.tipstats.validate.table.SampleRows;

/** Finds by enumeration which masked counts random tables give away. */
@Execution(ExecutionMode.CONCURRENT)
class MaskedValuePropertyTest {

    /** All tables of women, men, girls and boys with at most eight of each. */
    private static final List<Map<String, Integer>> TABLES = IntStream.range(0, 9 * 9 * 9 * 9)
            .mapToObj(code -> figures(new int[] {code % 9, code / 9 % 9, code / 81 % 9, code / 729}))
            .toList();

    /** Compares with all tables of women, men, children and adults that agree with the published figures. */
    @Test
    void reportedCountsAreTheSameInAllTablesThatAgree() {
        Random random = new Random(17);
        int reported = 0;
        for (int table = 0; table < 300; table++) {
            int[] inner = random.ints(4, 0, 7).toArray();
            Map<String, Integer> figures = figures(inner);
            Set<String> masked = new HashSet<>();
            figures.forEach((key, value) -> {
                if (value <= 4 && random.nextInt(3) > 0) {
                    masked.add(key);
                }
            });
            Set<String> same = sameInAllThatAgree(figures, masked);
            List<Finding> findings = check(figures, masked);
            for (Finding finding : findings) {
                reported++;
                assertTrue(
                        same.contains(
                                finding.key().get("SEX") + "." + finding.key().get("AGE")),
                        finding::toString);
            }
        }
        assertTrue(reported > 100, reported + " reported");
    }

    private static List<Finding> check(Map<String, Integer> figures, Set<String> masked) {
        SampleRows rows = SampleRows.victims();
        figures.forEach((key, value) -> {
            if (masked.contains(key)) {
                rows.masked("AUT." + key + "._T.NUMBER.2016");
            } else {
                rows.row("AUT." + key + "._T.NUMBER.2016", value);
            }
        });
        return rows.check(new MaskedValueRecoverable());
    }

    private static Map<String, Integer> figures(int[] inner) {
        Map<String, Integer> figures = new TreeMap<>();
        String[] sexes = {"F", "M"};
        String[] ages = {"Y0T17", "Y_GE18"};
        for (int i = 0; i < 4; i++) {
            for (String sex : List.of(sexes[i / 2], "_T")) {
                for (String age : List.of(ages[i % 2], "_T")) {
                    figures.merge(sex + "." + age, inner[i], Integer::sum);
                }
            }
        }
        return figures;
    }

    /** Returns the masked figures that are not 0 and are the same in every table with the other figures. */
    private static Set<String> sameInAllThatAgree(Map<String, Integer> figures, Set<String> masked) {
        List<Map<String, Integer>> agreeing = TABLES.stream()
                .filter(other -> other.entrySet().stream()
                        .allMatch(figure -> masked.contains(figure.getKey())
                                ? figure.getValue() <= 4
                                : figure.getValue().equals(figures.get(figure.getKey()))))
                .toList();
        Set<String> same = new HashSet<>(masked);
        same.removeIf(key -> figures.get(key) == 0
                || agreeing.stream().anyMatch(other -> !other.get(key).equals(figures.get(key))));
        return same;
    }
}
