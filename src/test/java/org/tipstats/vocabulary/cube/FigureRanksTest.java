package org.tipstats.vocabulary.cube;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.tipstats.compile.aggregate.SmallWorld.PERSONS;
import static org.tipstats.compile.aggregate.SmallWorld.VICTIMS;
import static org.tipstats.compile.aggregate.SmallWorld.count;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.tipstats.compile.aggregate.SampleCubes;
import org.tipstats.compile.aggregate.SmallWorld;
import org.tipstats.vocabulary.schema.Dataflow;
import org.tipstats.vocabulary.schema.Dimension;
import org.tipstats.vocabulary.schema.DisclosureSettings;
import org.tipstats.vocabulary.schema.DisclosureSettings.DisclosureMethod;
import org.tipstats.vocabulary.schema.SampleStructures;

/** The order in which figures are given up. */
class FigureRanksTest {

    private static final Dataflow REAL = SampleCubes.dataflow("VICTIMS");
    private static final String TOTAL = "_T._T._T";
    private static final String WOMEN = "F._T._T";
    private static final String CHILDREN = "_T.Y0T17._T";
    private static final String LABOUR = "_T._T.LAB";
    private static final String GIRLS = "F.Y0T17._T";
    private static final String WOMEN_IN_LABOUR = "F._T.LAB";
    private static final String GIRLS_IN_LABOUR = "F.Y0T17.LAB";
    private static final List<String> ALL =
            List.of(TOTAL, WOMEN, CHILDREN, LABOUR, GIRLS, WOMEN_IN_LABOUR, GIRLS_IN_LABOUR);

    /** Returns the figures of an area in groups of equal rank, the group that is kept longest first. */
    private static List<List<String>> groups(Dataflow dataflow, Map<String, List<String>> orders, String area) {
        FigureRanks ranks = new FigureRanks(new CubeShape(dataflow), orders);
        KeySpace space = new KeySpace(dataflow.structure());
        Map<Integer, List<String>> groups = new TreeMap<>();
        for (String figure : ALL) {
            long key = space.parse("A." + area + "." + figure + ".NUMBER.2016").orElseThrow();
            groups.merge(
                    ranks.of(key),
                    List.of(figure),
                    (one, other) -> Stream.concat(one.stream(), other.stream()).toList());
        }
        return List.copyOf(groups.values());
    }

    private static Dataflow ranked(List<List<String>> ranks) {
        return SampleStructures.withDisclosure(
                REAL, new DisclosureSettings(DisclosureMethod.SUPPRESSION, 0, true, 0, 0, null, ranks, false));
    }

    @Test
    void totalsComeFirstThenSexAndAgeThenOthersThenTwoAndThreeBreakdowns() {
        assertEquals(
                List.of(
                        List.of(TOTAL),
                        List.of(WOMEN, CHILDREN),
                        List.of(LABOUR),
                        List.of(GIRLS, WOMEN_IN_LABOUR),
                        List.of(GIRLS_IN_LABOUR)),
                groups(REAL, Map.of(), "AUT"));
        assertEquals(0, new FigureRanks(VICTIMS).of(count(VICTIMS, "aa all all 2010")), "a total has the rank 0");
    }

    /** Roles, not ids, say which dimension is the sex. */
    @Test
    void theDefaultOrderFollowsTheRoles() {
        FigureRanks ranks = new FigureRanks(VICTIMS);

        assertTrue(ranks.of(count(VICTIMS, "aa f all 2010")) < ranks.of(count(VICTIMS, "aa all coal 2010")));
        assertEquals(
                ranks.of(count(VICTIMS, "aa f all 2010")), ranks.of(count(VICTIMS, "earth m all 2011")), "groups too");
    }

    @Test
    void theSchemaMayStateAnotherOrder() {
        assertEquals(
                List.of(
                        List.of(TOTAL),
                        List.of(LABOUR),
                        List.of(WOMEN, CHILDREN),
                        List.of(GIRLS, WOMEN_IN_LABOUR),
                        List.of(GIRLS_IN_LABOUR)),
                groups(ranked(List.of(List.of("EXPLOITATION"))), Map.of(), "AUT"),
                "dimensions that it does not name come last, in one group");
        assertEquals(
                List.of(
                        List.of(TOTAL),
                        List.of(CHILDREN, LABOUR),
                        List.of(WOMEN),
                        List.of(GIRLS, WOMEN_IN_LABOUR),
                        List.of(GIRLS_IN_LABOUR)),
                groups(ranked(List.of(List.of("AGE", "EXPLOITATION"), List.of("SEX"))), Map.of(), "AUT"));
    }

    @Test
    void anAreaMayStateAnotherOrderForItsOwnFigures() {
        Map<String, List<String>> orders = Map.of("AUT", List.of("EXPLOITATION", "AGE"));

        assertEquals(
                List.of(
                        List.of(TOTAL),
                        List.of(LABOUR),
                        List.of(CHILDREN),
                        List.of(WOMEN),
                        List.of(GIRLS, WOMEN_IN_LABOUR),
                        List.of(GIRLS_IN_LABOUR)),
                groups(REAL, orders, "AUT"));
        assertEquals(groups(REAL, Map.of(), "DEU"), groups(REAL, orders, "DEU"));
        assertEquals(groups(REAL, Map.of(), "150"), groups(REAL, orders, "150"));
    }

    @Test
    void whatAnAreaDoesNotNameFollowsAsInTheSchema() {
        Dataflow formFirst = ranked(List.of(List.of("EXPLOITATION"), List.of("AGE")));

        assertEquals(
                List.of(List.of(TOTAL), List.of(WOMEN), List.of(LABOUR), List.of(CHILDREN)),
                groups(formFirst, Map.of("AUT", List.of("SEX")), "AUT").subList(0, 4));
    }

    /** A search decides at all these ranks, whichever figures a year has. */
    @Test
    void allRanksAreKnownWithoutFigures() {
        assertEquals(List.of(0, 1, 2, 22, 23), all(new FigureRanks(REAL)));
        assertEquals(
                List.of(0, 1, 2, 4, 22, 23),
                all(new FigureRanks(
                        new CubeShape(REAL), Map.of("AUT", List.of("SEX", "AGE"), "DEU", List.of("EXPLOITATION")))));
        FigureRanks formFirst = new FigureRanks(
                new CubeShape(ranked(List.of(List.of("EXPLOITATION")))), Map.of("AUT", List.of("SEX", "AGE")));
        KeySpace space = new KeySpace(REAL.structure());
        for (String area : List.of("AUT", "DEU", "150")) {
            for (String figure : ALL) {
                long key =
                        space.parse("A." + area + "." + figure + ".NUMBER.2016").orElseThrow();
                assertTrue(all(formFirst).contains(formFirst.of(key)), area + figure);
            }
        }
    }

    private static List<Integer> all(FigureRanks ranks) {
        return ranks.all().distinct().sorted().boxed().toList();
    }

    /** The order is about figures with one breakdown: figures with two stay together, whatever the order. */
    @Test
    void figuresWithMoreBreakdownsAreGivenUpBeforeAllWithOne() {
        List<List<String>> groups = groups(REAL, Map.of("AUT", List.of("EXPLOITATION", "AGE", "SEX")), "AUT");

        assertEquals(
                List.of(List.of(GIRLS, WOMEN_IN_LABOUR), List.of(GIRLS_IN_LABOUR)),
                groups.subList(groups.size() - 2, groups.size()));
    }

    /** Steps have no total: convicted persons are a total of their own. */
    @Test
    void aDimensionWithoutATotalIsNoBreakdown() {
        FigureRanks ranks = new FigureRanks(PERSONS);

        assertEquals(0, ranks.of(count(PERSONS, "aa tried all all 2010")));
        assertEquals(
                List.of("sex"),
                ranks.brokenDown(SmallWorld.rate(PERSONS, "aa tried f all 2010")).stream()
                        .map(Dimension::id)
                        .toList());
    }
}
