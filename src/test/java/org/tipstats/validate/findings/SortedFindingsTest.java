package org.tipstats.validate.findings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.UncheckedIOException;
import java.util.AbstractList;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.tipstats.validate.findings.FindingChunk.Source;

class SortedFindingsTest {

    private final SortedFindings findings = new SortedFindings(Integer.MAX_VALUE, new ConcurrentHashMap<>());

    private static Finding finding(String rule, int line, Map<String, Object> parameters) {
        return new Finding(
                rule,
                Severity.WARNING,
                line,
                line - 1,
                Finding.Column.at("OBS_VALUE", 6),
                "5",
                parameters,
                List.of(),
                Map.of("REF_AREA", "AUT"),
                List.of());
    }

    /** Adds as many findings as a chunk has; another thread begins to compress them. */
    private void addChunk(Object parameter) {
        IntStream.range(2, 2 + SortedFindings.CHUNK)
                .forEach(line -> findings.add(finding("revision", line, Map.of("former", parameter))));
    }

    @Test
    void equalSourcesAreOneObjectInAllChunksAndBeyond() {
        for (int line = 2; line < 2 * SortedFindings.CHUNK; line++) {
            findings.add(finding("revision", line, Map.of()));
            findings.add(finding("total-missing", line, Map.of()));
        }
        List<FindingCursor> cursors = findings.cursors(0);
        assertEquals(4, cursors.size());
        Set<Source> objects = Collections.newSetFromMap(new IdentityHashMap<>());
        for (FindingCursor cursor : cursors) {
            do {
                objects.add(cursor.source());
            } while (cursor.advance());
        }
        assertEquals(2, objects.size());
    }

    @Test
    void anErrorOfTheOtherThreadArrivesAsItIsWithALaterFinding() {
        OutOfMemoryError thrown = new OutOfMemoryError("thrown by the test");
        addChunk(new AbstractList<String>() {
            @Override
            public String get(int index) {
                throw thrown;
            }

            @Override
            public int size() {
                return 1;
            }
        });
        assertSame(thrown, assertThrows(OutOfMemoryError.class, () -> addChunk("4")));
    }

    @Test
    void anExceptionOfTheOtherThreadArrivesAsItIsInTheReport() {
        addChunk(new Object()); // which has nothing to write
        findings.add(finding("revision", 1, Map.of()));
        assertThrows(UncheckedIOException.class, () -> findings.cursors(0));
    }

    @Test
    void aMergeClosesTheCursorsThatDidNotReachTheirEnd() {
        List<Finding> two = List.of(finding("revision", 2, Map.of()), finding("revision", 4, Map.of()));
        Map<Source, Source> sources = new HashMap<>();
        FindingCursor begun = FindingCursor.of(0, FindingChunk.of(two, sources));
        FindingCursor waiting = FindingCursor.of(1, FindingChunk.of(two, sources));
        FindingCursor list = FindingCursor.of(2, two.subList(1, 2).iterator(), sources);
        try (MergedFindings merged = new MergedFindings(List.of(list, waiting, begun))) {
            assertSame(begun, merged.current());
            begun.advance();
            waiting.writeTo(new JsonLines());
            waiting.advance();
        }
        assertThrows(UncheckedIOException.class, () -> begun.writeTo(new JsonLines()));
        assertThrows(UncheckedIOException.class, () -> waiting.writeTo(new JsonLines()));
    }
}
