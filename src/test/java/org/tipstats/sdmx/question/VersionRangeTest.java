package org.tipstats.sdmx.question;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tipstats.sdmx.question.VersionFilter.VersionRange;

/** Tests ranges of semantic versions. */
class VersionRangeTest {

    @ParameterizedTest
    @CsvSource({
        "2.0.0, 2.0.0, true",
        "2.0, 2.0.0, true",
        "2, 2.1.0, true",
        "2.0.0, 2.0.1, false",
        "2.1.0, 2.1, true",
        "2.3+.1, 2.3.1, true",
        "2.3+.1, 2.4.0, true",
        "2.3+.1, 2.3.0, false",
        "2.3+.1, 3.0.0, false",
        "2+.3.1, 3.0.0, true",
        "2+.3.1, 2.3.0, false",
        "3.0.0+, 3.0.7, true",
        "3.0.0+, 3.1.0, false",
        "1+.+.+, 1.0.0, false",
        "latest, 1.0.0, false",
        "1.0.0-draft, 1.0.0, false",
    })
    void aRangeContainsTheVersionsFromOneOn(String range, String version, boolean contained) {
        assertEquals(contained, VersionRange.of(range).contains(version), range + " " + version);
    }

    @Test
    void withoutARangeEveryVersionIsMeant() {
        assertTrue(VersionRange.of(null).contains("9.9"));
        assertTrue(VersionRange.of("").contains("9.9"));
    }
}
