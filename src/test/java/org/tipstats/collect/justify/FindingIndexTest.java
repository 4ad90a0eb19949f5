package org.tipstats.collect.justify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.tipstats.Seeds;
import org.tipstats.validate.findings.Finding;
import org.tipstats.validate.findings.Severity;
import org.tipstats.vocabulary.schema.DataStructure;
import org.tipstats.vocabulary.schema.SampleStructures;

class FindingIndexTest {

    /** The dimensions are REF_AREA, UNIT_MEASURE and TIME_PERIOD. */
    private static final DataStructure SMALL = SampleStructures.structure("DSD_SMALL");

    /**
     * An indexed item.
     *
     * @param key codes by dimension, or null
     */
    private record Said(int number, String rule, Integer line, Map<String, String> key) {

        boolean isAbout(Finding finding) {
            return rule.equals(finding.rule())
                    && (line == null || line.equals(finding.line()))
                    && (key == null || finding.key().entrySet().containsAll(key.entrySet()));
        }
    }

    private static Finding finding(String rule, Integer line, Map<String, String> key) {
        return new Finding(rule, Severity.WARNING, line, 1, null, null, Map.of(), List.of(), key, List.of());
    }

    private static Map<String, String> key(String area, String year) {
        return Map.of("REF_AREA", area, "UNIT_MEASURE", "NUMBER", "TIME_PERIOD", year);
    }

    private static boolean covers(Integer line, Map<String, String> key, Finding finding) {
        FindingIndex<String> index = new FindingIndex<>(SMALL);
        index.add("revision", line, key == null ? null : KeyPattern.of(SMALL, key), "said");
        return index.covers(finding);
    }

    @Test
    void whatIsSaidOfARuleIsSaidOfAllItsFindings() {
        assertTrue(covers(null, null, finding("revision", 2, key("AUT", "2016"))));
        assertTrue(covers(null, null, finding("revision", null, Map.of())));
        assertFalse(covers(null, null, finding("value-dropped", 2, key("AUT", "2016"))));
    }

    @Test
    void whatIsSaidOfALineIsSaidOfThatLine() {
        assertTrue(covers(300, null, finding("revision", 300, Map.of())));
        assertFalse(covers(300, null, finding("revision", 301, Map.of())));
        assertFalse(covers(300, null, finding("revision", null, Map.of())));
    }

    @Test
    void whatIsSaidOfSomeCodesIsSaidOfAllKeysThatHaveThem() {
        Map<String, String> austria = Map.of("REF_AREA", "AUT");
        assertTrue(covers(null, austria, finding("revision", 2, key("AUT", "2016"))));
        assertTrue(covers(null, austria, finding("revision", 3, austria)));
        assertFalse(covers(null, austria, finding("revision", 2, key("BEL", "2016"))));
        assertFalse(covers(null, austria, finding("revision", 2, Map.of("TIME_PERIOD", "2016"))));
        assertTrue(covers(null, key("AUT", "2016"), finding("revision", 2, key("AUT", "2016"))));
        assertFalse(covers(null, key("AUT", "2016"), finding("revision", 2, austria)));
    }

    @Test
    void withLineAndKeyBothMustFit() {
        assertTrue(covers(2, key("AUT", "2016"), finding("revision", 2, key("AUT", "2016"))));
        assertFalse(covers(3, key("AUT", "2016"), finding("revision", 2, key("AUT", "2016"))));
        assertFalse(covers(2, key("AUT", "2015"), finding("revision", 2, key("AUT", "2016"))));
    }

    @Test
    void itFindsWhatAReaderWhoTriesAllWouldFind() {
        Seeds.check(300, random -> {
            List<Said> all = IntStream.range(0, random.nextInt(12))
                    .mapToObj(number -> said(number, random))
                    .toList();
            FindingIndex<Said> index = new FindingIndex<>(SMALL);
            all.forEach(said -> index.add(
                    said.rule(), said.line(), said.key() == null ? null : KeyPattern.of(SMALL, said.key()), said));
            for (int i = 0; i < 20; i++) {
                Finding finding = finding(rule(random), line(random), codes(random));
                Set<Integer> expected = new TreeSet<>();
                all.stream().filter(said -> said.isAbout(finding)).forEach(said -> expected.add(said.number()));
                List<Integer> found = new ArrayList<>();
                index.about(finding).forEach(said -> found.add(said.number()));
                assertEquals(expected.size(), found.size());
                assertEquals(expected, new TreeSet<>(found));
                assertEquals(!expected.isEmpty(), index.covers(finding));
            }
        });
    }

    private static Said said(int number, Random random) {
        return new Said(number, rule(random), line(random), random.nextInt(3) == 0 ? null : codes(random));
    }

    private static String rule(Random random) {
        return random.nextBoolean() ? "revision" : "stage-order";
    }

    private static Integer line(Random random) {
        return random.nextBoolean() ? null : Integer.valueOf(2 + random.nextInt(2));
    }

    private static Map<String, String> codes(Random random) {
        Map<String, String> codes = new LinkedHashMap<>();
        if (random.nextInt(3) > 0) {
            codes.put("REF_AREA", random.nextBoolean() ? "AUT" : "BEL");
        }
        if (random.nextInt(3) > 0) {
            codes.put("TIME_PERIOD", random.nextBoolean() ? "2015" : "2016");
        }
        return codes;
    }
}
