package org.tipstats.publish.read;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.tipstats.protect.disclose.ProtectedCube;
import org.tipstats.protect.disclose.ProtectedCube.WithheldCell;
import org.tipstats.protect.figures.Reason;
import org.tipstats.vocabulary.cube.Cube;
import org.tipstats.vocabulary.cube.KeySpace;
import org.tipstats.vocabulary.cube.Observation;
import org.tipstats.vocabulary.cube.Observation.Coverage;
import org.tipstats.vocabulary.schema.Dataflow;
import org.tipstats.vocabulary.schema.SchemaRegistry;

/** A dataset and its unpublished figures together give back the compiled cube. */
class UnpublishedFiguresTest {

    private static final Dataflow VICTIMS =
            SchemaRegistry.load(Path.of("schemas")).dataflow("VICTIMS").orElseThrow();
    private static final KeySpace SPACE = new KeySpace(VICTIMS.structure());

    private static final Observation OPEN = Observation.count(key("A.AUT._T._T._T.NUMBER.2016"), 12, "A");
    private static final Observation SMALL = new Observation(
            key("A.AUT.F._T._T.NUMBER.2016"), BigDecimal.valueOf(3), "A", "F", Map.of("COMMENT", "two, \"one\""), null);
    private static final Observation GROUP = new Observation(
            key("A.155.F._T._T.NUMBER.2016"),
            BigDecimal.valueOf(7),
            "A",
            null,
            Map.of(),
            new Coverage(BigDecimal.valueOf(7), BigDecimal.valueOf(11), 9, 2, 1, new BigDecimal("80.4")));
    private static final Cube COMPILED = Cube.of(SPACE, List.of(OPEN, SMALL, GROUP));

    private static long key(String text) {
        return SPACE.parse(text).orElseThrow();
    }

    private static Observation withheld(Observation observation) {
        Coverage coverage = observation.coverage();
        return new Observation(
                observation.key(), null, "Q", "C", Map.of(), coverage == null ? null : coverage.withoutBounds());
    }

    private static ProtectedCube safe() {
        return new ProtectedCube(
                Cube.of(SPACE, List.of(OPEN, withheld(SMALL), withheld(GROUP))),
                List.of(
                        new WithheldCell(SMALL.key(), SMALL.value(), Reason.SMALL),
                        new WithheldCell(GROUP.key(), GROUP.value(), Reason.COMPLEMENTARY)),
                List.of());
    }

    private static UnpublishedFigures readBack() {
        return UnpublishedFigures.read(
                VICTIMS, UnpublishedFigures.of(COMPILED, safe()).write(SPACE).compressed());
    }

    @Test
    void whatIsReadBackRestoresTheCompiledCube() {
        assertEquals(COMPILED.observations(), readBack().restore(safe().cube()).observations());
    }

    @Test
    void eachFigureKeepsItsReason() {
        Map<Long, Reason> reasons = new HashMap<>();
        readBack().figures().forEach(figure -> reasons.put(figure.compiled().key(), figure.reason()));
        assertEquals(Map.of(SMALL.key(), Reason.SMALL, GROUP.key(), Reason.COMPLEMENTARY), reasons);
    }

    @Test
    void aFigurePublishedInAnotherFormIsKeptWithoutReason() {
        Observation rounded = Observation.count(OPEN.key(), 15, "A");
        ProtectedCube safe = new ProtectedCube(Cube.of(SPACE, List.of(rounded, SMALL, GROUP)), List.of(), List.of());
        UnpublishedFigures figures = UnpublishedFigures.of(COMPILED, safe);
        assertEquals(List.of(new UnpublishedFigures.UnpublishedFigure(OPEN, null)), figures.figures());
        assertEquals(COMPILED.observations(), figures.restore(safe.cube()).observations());
    }

    @Test
    void whatIsPrintedOfAFigureHoldsNoValue() {
        assertFalse(readBack().figures().get(0).toString().contains("3,"));
        assertFalse(readBack().toString().contains("value"));
    }

    @Test
    void vintagesShareTheFiguresThatAreEqual() {
        Observation same = Observation.count(OPEN.key(), 12, "A");
        Observation other = Observation.count(SMALL.key(), 4, "A");
        Cube shared = ReleaseHistory.share(Cube.of(SPACE, List.of(same, other)), COMPILED);
        assertSame(OPEN, shared.find(OPEN.key()).orElseThrow());
        assertSame(other, shared.find(SMALL.key()).orElseThrow());
        assertEquals(2, shared.size());
    }
}
