package org.tipstats.publish.checks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.tipstats.compile.aggregate.SmallWorld.PERSONS;
import static org.tipstats.compile.aggregate.SmallWorld.POPULATION;
import static org.tipstats.compile.aggregate.SmallWorld.VICTIMS;
import static org.tipstats.compile.aggregate.SmallWorld.count;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.tipstats.compile.aggregate.AggregateCalculator;
import org.tipstats.compile.aggregate.SampleCubes;
import org.tipstats.compile.aggregate.SmallWorld;
import org.tipstats.protect.disclose.ProtectedCube;
import org.tipstats.protect.disclose.ProtectedCube.WithheldCell;
import org.tipstats.protect.figures.Reason;
import org.tipstats.publish.checks.RankLoss.WithheldTotal;
import org.tipstats.vocabulary.cube.Cube;
import org.tipstats.vocabulary.cube.KeySpace;
import org.tipstats.vocabulary.cube.Observation;
import org.tipstats.vocabulary.schema.Dataflow;

/** Counts withheld figures by rank, by hand on small cubes. */
class RankLossTest {

    private static Cube compiled(Dataflow dataflow, String... rows) {
        return new AggregateCalculator(dataflow, SmallWorld.cube(POPULATION))
                .calculate(SmallWorld.cube(dataflow, rows));
    }

    /** Removes figures from a cube. */
    private static ProtectedCube without(Cube compiled, Map<Long, Reason> reasons) {
        List<Observation> published = new ArrayList<>();
        List<WithheldCell> withheld = new ArrayList<>();
        for (Observation observation : compiled) {
            Reason reason = reasons.get(observation.key());
            published.add(reason == null ? observation : Observation.absent(observation.key(), "hidden", "ours"));
            if (reason != null) {
                withheld.add(new WithheldCell(observation.key(), observation.value(), reason));
            }
        }
        return new ProtectedCube(Cube.of(compiled.space(), published), withheld, List.of());
    }

    private static RankLoss loss(boolean groups, String rank, long figures, long withheld, long value, long lost) {
        return new RankLoss(groups, rank, figures, withheld, BigDecimal.valueOf(value), BigDecimal.valueOf(lost));
    }

    /** The areas aa and bb are in inner, upper and north; dd is in south; all are in earth. */
    private static Cube victims() {
        return compiled(
                VICTIMS,
                "aa all all 2010 20",
                "aa f all 2010 8",
                "aa m all 2010 12",
                "aa all coal 2010 15",
                "aa all fish 2010 masked",
                "aa f coal 2010 3",
                "bb all all 2010 4",
                "dd all all 2010 30");
    }

    private static ProtectedCube safe() {
        Map<Long, Reason> reasons = new TreeMap<>();
        reasons.put(count(VICTIMS, "aa all coal 2010"), Reason.COMPLEMENTARY);
        reasons.put(count(VICTIMS, "aa all fish 2010"), Reason.RESERVED);
        reasons.put(count(VICTIMS, "aa f coal 2010"), Reason.SMALL);
        reasons.put(count(VICTIMS, "bb all all 2010"), Reason.SMALL);
        reasons.put(count(VICTIMS, "inner all all 2010"), Reason.COMPLEMENTARY);
        reasons.put(count(VICTIMS, "inner f coal 2010"), Reason.SMALL);
        return without(victims(), reasons);
    }

    @Test
    void countsOfAreasAndOfGroupsAreCountedApartByRank() {
        assertEquals(
                List.of(
                        loss(false, "total", 3, 1, 54, 4),
                        loss(false, "sex", 2, 0, 20, 0),
                        loss(false, "kind", 1, 1, 15, 15),
                        loss(false, "two", 1, 1, 3, 3),
                        loss(true, "total", 5, 1, 156, 24),
                        loss(true, "sex", 8, 0, 80, 0),
                        loss(true, "kind", 4, 0, 60, 0),
                        loss(true, "two", 4, 1, 12, 3)),
                RankLoss.of(VICTIMS, victims(), safe().cube()));
    }

    @Test
    void withheldTotalsAreNamedWithTheirReason() {
        assertEquals(
                List.of(
                        new WithheldTotal("yearly.bb.all.all.heads.2010", Reason.SMALL),
                        new WithheldTotal("yearly.inner.all.all.heads.2010", Reason.COMPLEMENTARY)),
                RankLoss.totals(VICTIMS, safe()));
    }

    /** The ranks of the schema: by sex or age, then by other dimensions, then by two and by more. */
    @Test
    void ranksComeInTheOrderOfTheSchema() {
        Dataflow dataflow = SampleCubes.dataflow("VICTIMS");
        KeySpace space = new KeySpace(dataflow.structure());
        List<Observation> counts = Stream.of("F.Y0T17.SEX", "_T.Y0T17.SEX", "_T._T.SEX", "_T.Y0T17._T", "F._T._T")
                .map(cell -> space.parse("A.AUT." + cell + ".NUMBER.2010").orElseThrow())
                .map(key -> Observation.count(key, 7, "A"))
                .toList();
        Cube compiled = Cube.of(space, counts);
        assertEquals(
                List.of("SEX", "AGE", "EXPLOITATION", "two", "three-or-more"),
                RankLoss.of(dataflow, compiled, compiled).stream()
                        .map(RankLoss::rank)
                        .toList());
    }

    /** The numbers of national counts of the public table come from an independent count. */
    @Test
    void thePublicTableHasTheCountsOfAnIndependentCount() {
        Cube compiled = SampleCubes.compiled("VICTIMS");
        assertEquals(
                List.of("total 804", "SEX 1026", "AGE 1145", "EXPLOITATION 1195", "two 1459", "three-or-more 581"),
                RankLoss.of(SampleCubes.dataflow("VICTIMS"), compiled, compiled).stream()
                        .filter(loss -> !loss.groups())
                        .map(loss -> loss.rank() + " " + loss.figures())
                        .toList());
    }

    /** A dimension without a total, such as the stage of proceedings, is no breakdown. Rates are not counted. */
    @Test
    void aDimensionWithoutATotalIsNoBreakdown() {
        Cube compiled = compiled(PERSONS, "ice seen all all 2010 12", "ice tried f all 2010 6");
        long total = count(PERSONS, "ice seen all all 2010");
        ProtectedCube safe = without(compiled, Map.of(total, Reason.SMALL));
        assertEquals(
                List.of(loss(false, "total", 1, 1, 12, 12), loss(false, "sex", 1, 0, 6, 0)),
                RankLoss.of(PERSONS, compiled, safe.cube()));
        assertEquals(
                List.of(new WithheldTotal("yearly.ice.seen.all.all.heads.2010", Reason.SMALL)),
                RankLoss.totals(PERSONS, safe));
    }
}
