package org.tipstats.submission;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.tipstats.access.Actor;
import org.tipstats.access.Role;
import org.tipstats.report.Finding;
import org.tipstats.report.Severity;

class JustificationTest {

    private static final Actor VIENNA = new Actor(new UUID(0, 9), "Wien", Set.of(Role.SUBMITTER), Set.of("AUT"));

    private static Justification justification(String rule, Integer line, String key) {
        return new Justification(new UUID(0, 1), rule, line, key, "x", VIENNA, Instant.EPOCH);
    }

    private static Finding finding(Integer line, String... key) {
        Map<String, String> codes = new LinkedHashMap<>();
        for (int i = 0; i < key.length; i += 2) {
            codes.put(key[i], key[i + 1]);
        }
        return new Finding("revision", Severity.WARNING, line, 1, null, null, Map.of(), List.of(), codes, List.of());
    }

    @Test
    void itKnowsWhoGaveIt() {
        Justification given = justification("revision", null, null);
        assertEquals(VIENNA.id(), given.actor);
        assertEquals("Wien", given.actorName);
        assertEquals(Instant.EPOCH, given.at);
    }

    @Test
    void withoutAPlaceItIsForTheWholeRule() {
        Justification all = justification("revision", null, null);
        assertTrue(all.covers(finding(2, "REF_AREA", "AUT")));
        assertTrue(all.covers(finding(null)));
        assertFalse(justification("value-dropped", null, null).covers(finding(2)));
    }

    @Test
    void withALineItIsForThatLine() {
        Justification line = justification("revision", 300, null);
        assertTrue(line.covers(finding(300)));
        assertFalse(line.covers(finding(301)));
        assertFalse(line.covers(finding(null)));
    }

    @Test
    void withAKeyItIsForThatKey() {
        Justification key = justification("revision", null, "AUT.2016");
        assertTrue(key.covers(finding(2, "REF_AREA", "AUT", "TIME_PERIOD", "2016")));
        assertFalse(key.covers(finding(2, "REF_AREA", "AUT", "TIME_PERIOD", "2017")));
        assertFalse(key.covers(finding(2, "REF_AREA", "AUT")));
        assertFalse(key.covers(finding(2)));
    }

    @Test
    void withBothBothMustFit() {
        Justification both = justification("revision", 2, "AUT");
        assertTrue(both.covers(finding(2, "REF_AREA", "AUT")));
        assertFalse(both.covers(finding(3, "REF_AREA", "AUT")));
        assertFalse(both.covers(finding(2, "REF_AREA", "BEL")));
    }
}
