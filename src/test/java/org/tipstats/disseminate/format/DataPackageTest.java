package org.tipstats.disseminate.format;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.tipstats.publish.read.PublishedReleases.ReleaseReference;
import org.tipstats.vocabulary.schema.LocalText;

class DataPackageTest {

    /** The bytes of a published bundle must never change. */
    @Test
    void charactersOutsideTheBasicMultilingualPlaneAreEscaped() {
        ReleaseReference release = new ReleaseReference(
                "r1",
                new LocalText(Map.of("en", "Été \uD83D\uDE00")),
                Instant.parse("2026-01-02T03:04:05Z"),
                "abc",
                1,
                true);
        String json = new DataPackage(release, List.of()).json();
        assertTrue(json.contains("\"title\" : \"Été \\uD83D\\uDE00\","), json);
        assertTrue(json.endsWith("}\n"), json);
    }
}
