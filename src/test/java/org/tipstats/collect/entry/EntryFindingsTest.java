package org.tipstats.collect.entry;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.tipstats.validate.findings.Finding;
import org.tipstats.validate.findings.Severity;

class EntryFindingsTest {

    private static Finding finding(Severity severity, int line) {
        return new Finding("rule", severity, line, 1, null, null, Map.of(), List.of(), Map.of(), List.of());
    }

    @Test
    void anErrorAfterManyWarningsIsShownFirst() {
        Stream<Finding> warnings = IntStream.range(0, 1_000).mapToObj(line -> finding(Severity.WARNING, line));
        List<Finding> shown = EntrySubmissionService.mostSevere(
                        Stream.concat(warnings, Stream.of(finding(Severity.ERROR, 1_000)))
                                .iterator())
                .toList();
        assertEquals(1_000, shown.size());
        assertEquals(Severity.ERROR, shown.get(0).severity());
        assertEquals(0, shown.get(1).line());
    }
}
