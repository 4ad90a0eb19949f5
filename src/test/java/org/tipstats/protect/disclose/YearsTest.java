package org.tipstats.protect.disclose;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.tipstats.compile.aggregate.SmallWorld.POPULATION;
import static org.tipstats.compile.aggregate.SmallWorld.VICTIMS;
import static org.tipstats.compile.aggregate.SmallWorld.cube;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.tipstats.Seeds;
import org.tipstats.protect.disclose.DisclosureControl.Exceptions;
import org.tipstats.protect.figures.AreaSettings;
import org.tipstats.protect.figures.CubeLayout;
import org.tipstats.protect.figures.EarlierRelease;
import org.tipstats.protect.figures.LinkedReleases;
import org.tipstats.protect.figures.MaskedValues;
import org.tipstats.protect.figures.ReleaseCounts;
import org.tipstats.protect.solve.SearchMemory;
import org.tipstats.vocabulary.cube.Cube;
import org.tipstats.vocabulary.cube.YearSelection;

/** Each year of a release is protected by itself. */
class YearsTest {

    /** Each try protects three releases. */
    private static final int TRIES = 5;

    private static final SmallReleases RELEASES = new SmallReleases(VICTIMS);
    private static final List<CubeLayout> LAYOUTS = List.of(new CubeLayout(VICTIMS, Map.of(), Set.of()));

    private static ProtectedRelease protect(List<String> rows) {
        return RELEASES.protect(VICTIMS, rows.toArray(String[]::new));
    }

    private static TreeSet<String> withheld(ProtectedRelease release) {
        return Stream.of(SmallReleases.withheld(release, VICTIMS).split(", "))
                .filter(text -> !text.isEmpty())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void yearsBesideItChangeNothing() {
        Seeds.check(TRIES, random -> {
            List<String> old = RandomTables.random(random).rows();
            List<String> added = in2011(RandomTables.random(random).rows());
            assertIndependent(protect(old), protect(added), protect(and(old, added)));
        });
    }

    /** A search in all years at once would decide this year at the rank of kinds, too. So it does alone. */
    @Test
    void aYearWithoutFiguresOfSomeRankIsProtectedAsBesideAFullOne() {
        Seeds.check(TRIES, random -> {
            List<String> bySex = RandomTables.random(random).rows().stream()
                    .filter(row -> row.matches("\\w+ \\w+ all .*"))
                    .toList();
            List<String> full = in2011(RandomTables.random(random).rows());
            assertIndependent(protect(bySex), protect(full), protect(and(bySex, full)));
        });
    }

    /** The masked count is 2 by its row and 1 by its column: an intruder may believe either sum. */
    @Test
    void aYearThatContradictsASumChangesNoOther() {
        List<String> contradicting = List.of(
                "ice all all 2010 40",
                "ice f all 2010 10",
                "ice m all 2010 30",
                "ice all coal 2010 9",
                "ice all fish 2010 31",
                "ice f coal 2010 masked",
                "ice f fish 2010 8",
                "ice m coal 2010 8",
                "ice m fish 2010 22");
        assertTrue(contradict(contradicting));
        Seeds.check(TRIES, random -> {
            List<String> other = in2011(RandomTables.random(random).rows());
            assertIndependent(protect(contradicting), protect(other), protect(and(contradicting, other)));
        });
    }

    private static boolean contradict(List<String> rows) {
        Map<String, Cube> compiled = Map.of(VICTIMS.id(), RELEASES.compile(VICTIMS, rows));
        LinkedReleases linked = new LinkedReleases(LAYOUTS, ReleaseCounts.of(LAYOUTS, compiled, Map.of()), List.of());
        return new MaskedValues(linked, figure -> VICTIMS.threshold() - 1).contradict();
    }

    /**
     * One of two years is revised, so that it may need a second search, and the other one may be new. Few former releases
     * reveal a count. Some of these seeds have one.
     */
    @Test
    void yearsBesideItChangeNothingIfThereIsAFormerRelease() {
        int[] revealed = new int[1];
        Seeds.check(12, 19, random -> {
            RandomTables first = RandomTables.random(random);
            RandomTables second = RandomTables.random(random);
            List<String> revised = first.revised(random).rows();
            List<String> beside = in2011(second.revised(random).rows());
            boolean isNew = random.nextBoolean();
            List<String> before = isNew ? List.of() : in2011(second.rows());

            ProtectedRelease one = protectAfter(first.rows(), revised);
            ProtectedRelease other = isNew ? protect(beside) : protectAfter(before, beside);
            assertIndependent(one, other, protectAfter(and(first.rows(), before), and(revised, beside)));
            revealed[0] += (int) one.blockers().stream()
                    .filter(blocker -> blocker.kind() == Blocker.Kind.REVEALED_BY_EARLIER_RELEASES)
                    .count();
        });
        assertTrue(revealed[0] > 0, "some former releases reveal figures");
    }

    private static ProtectedRelease protectAfter(List<String> before, List<String> rows) {
        SmallReleases releases = new SmallReleases(VICTIMS);
        releases.publish(VICTIMS, before.toArray(String[]::new));
        return releases.protect(VICTIMS, rows.toArray(String[]::new));
    }

    /** A new year is not searched again without releases that say nothing about it. */
    @Test
    void releasesWithoutCountsOfTheYearAreLeftOut() {
        Map<String, Cube> cubes =
                Map.of(VICTIMS.id(), RELEASES.compile(VICTIMS, List.of("ice all all 2010 50", "ice f all 2010 3")));
        List<EarlierRelease> earlier = List.of(new EarlierRelease("r1", cubes, cubes));

        assertEquals(1, before("2010", earlier).size());
        assertEquals(List.of(), before("2011", earlier));
    }

    private static List<ReleaseCounts> before(String year, List<EarlierRelease> earlier) {
        return ReleaseCounts.before(LAYOUTS, EarlierRelease.in(new YearSelection(List.of(year)), earlier));
    }

    private static List<String> in2011(List<String> rows) {
        return rows.stream().map(row -> row.replace(" 2010 ", " 2011 ")).toList();
    }

    private static List<String> and(List<String> rows, List<String> others) {
        return Stream.concat(rows.stream(), others.stream()).toList();
    }

    private static void assertIndependent(ProtectedRelease one, ProtectedRelease other, ProtectedRelease together) {
        TreeSet<String> expected = withheld(one);
        expected.addAll(withheld(other));
        assertEquals(expected, withheld(together));
        assertEquals(
                Stream.of(one, other)
                        .flatMap(release -> release.blockers().stream())
                        .sorted()
                        .toList(),
                together.blockers());
        assertEquals(one.cost().plus(other.cost()), together.cost());
    }

    /** A release of one year is searched part by part by both threads, although populations of more years belong to it. */
    @Test
    void yearsOfReferenceDataDoNotCount() {
        Cube people = cube(POPULATION, "ice all all 2008 900", "ice all all 2009 950", "ice all all 2010 1000");
        Cube compiled =
                RELEASES.compile(VICTIMS, List.of("ice all all 2010 50", "ice f all 2010 3", "ice m all 2010 47"));
        List<String> alone = progress(Map.of(VICTIMS.id(), compiled));

        assertTrue(alone.contains("1 of 1"), alone.toString());
        assertEquals(alone, progress(Map.of(VICTIMS.id(), compiled, POPULATION.id(), people)));
    }

    private static List<String> progress(Map<String, Cube> compiled) {
        List<String> reports = new ArrayList<>();
        new DisclosureControl(List.of(VICTIMS, POPULATION), AreaSettings.NONE, Exceptions.NONE, SearchMemory.NONE)
                .protect(compiled, List.of(), (done, all) -> reports.add(done + " of " + all));
        return reports;
    }
}
