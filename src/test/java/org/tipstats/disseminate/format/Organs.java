package org.tipstats.disseminate.format;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.tipstats.publish.citation.TermsService.Terms;
import org.tipstats.publish.read.PublishedReleases.ReleaseReference;
import org.tipstats.vocabulary.cube.Cube;
import org.tipstats.vocabulary.cube.KeySpace;
import org.tipstats.vocabulary.cube.Observation;
import org.tipstats.vocabulary.cube.Observation.Coverage;
import org.tipstats.vocabulary.schema.Dataflow;
import org.tipstats.vocabulary.schema.LocalText;
import org.tipstats.vocabulary.schema.SchemaRegistry;

/** A few observations with every kind of value, for tests without the service. */
final class Organs {

    static final Dataflow VICTIMS =
            SchemaRegistry.load(Path.of("schemas")).dataflow("VICTIMS").orElseThrow();
    static final ReleaseReference RELEASE = new ReleaseReference(
            "r1", new LocalText(Map.of("en", "First")), Instant.parse("2026-01-02T03:04:05Z"), "abc", 1, true);

    static final Terms TERMS = new Terms(
            "The Agency",
            "https://example.org/api/v1/dataflows/VICTIMS/metadata",
            new LocalText(Map.of("en", "=Free for all", "fr", "Libre pour tous")),
            "https://example.org/licence",
            new LocalText(Map.of("en", "The Agency (2026): First.", "fr", "L'agence (2026) : Premier.")));

    private static final KeySpace SPACE = new KeySpace(VICTIMS.structure());

    private Organs() {}

    static long key(String area, int year) {
        return SPACE.parse("A." + area + "._T._T.ORG.NUMBER." + year).orElseThrow();
    }

    static DataSelection selection() {
        Coverage coverage =
                new Coverage(BigDecimal.valueOf(15), BigDecimal.valueOf(19), 8, 5, 1, new BigDecimal("62.5"));
        return of(List.of(
                new Observation(key("057", 2003), BigDecimal.valueOf(15), "A", null, Map.of(), coverage),
                Observation.count(key("FSM", 2003), 0, "A"),
                Observation.absent(key("KIR", 2003), "Q", "A"),
                Observation.absent(key("KIR", 2005), "L", null),
                new Observation(key("PLW", 2003), BigDecimal.valueOf(12), "A", null, Map.of("COMMENT", "=1+1"), null),
                Observation.count(key("PLW", 2005), 30, "A")));
    }

    static DataSelection of(List<Observation> observations) {
        return DataSelection.whole(RELEASE, VICTIMS, TERMS, Cube.of(SPACE, observations));
    }
}
