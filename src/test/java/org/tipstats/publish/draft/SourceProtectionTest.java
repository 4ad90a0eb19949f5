package org.tipstats.publish.draft;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.tipstats.Seeds;
import org.tipstats.protect.disclose.ProtectedCube;
import org.tipstats.protect.figures.EarlierRelease;
import org.tipstats.protect.suppress.ProtectionProgress;
import org.tipstats.publish.draft.SourceProtection.OtherSource;
import org.tipstats.vocabulary.cube.Cube;
import org.tipstats.vocabulary.cube.KeySpace;
import org.tipstats.vocabulary.cube.Observation;
import org.tipstats.vocabulary.schema.Dataflow;
import org.tipstats.vocabulary.schema.SchemaRegistry;

/** The figures of another source reveal nothing withheld, whatever an intruder assumes about them. */
@QuarkusTest
class SourceProtectionTest {

    private static final List<String> SEXES = List.of("F", "M", "_U");

    @Inject
    SourceProtection sources;

    @Inject
    Protection protection;

    @Inject
    SchemaRegistry schemas;

    /** Returns a cube of figures by area and year, then by sex. */
    private Cube cube(Map<String, Map<String, Integer>> blocks) {
        Dataflow victims = schemas.dataflow("VICTIMS").orElseThrow();
        KeySpace space = new KeySpace(victims.structure());
        List<Observation> observations = new ArrayList<>();
        blocks.forEach((block, figures) -> figures.forEach((sex, count) -> {
            observations.add(Observation.count(key(space, block, sex), count, "A"));
        }));
        return Cube.of(space, observations);
    }

    private static long key(KeySpace space, String block, String sex) {
        String[] place = block.split(" ");
        return space.parse("A." + place[0] + "." + sex + "._T._T.NUMBER." + place[1])
                .orElseThrow();
    }

    private static Map<String, Integer> figures(Object... pairs) {
        Map<String, Integer> figures = new LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            figures.put((String) pairs[i], (Integer) pairs[i + 1]);
        }
        return figures;
    }

    private EarlierRelease official(String id, Cube cube, List<EarlierRelease> earlier) {
        Map<String, Cube> compiled = Map.of("VICTIMS", cube);
        Map<String, Cube> published = new TreeMap<>();
        protection
                .protect(compiled, earlier, ProtectionProgress.SILENT)
                .release()
                .cubes()
                .forEach((flow, safe) -> published.put(flow, safe.cube()));
        return new EarlierRelease(id, compiled, published);
    }

    private OtherSource beside(EarlierRelease official, Cube cube) {
        return sources.protect(official, List.of(), Map.of("IOM", Map.of("VICTIMS", cube)))
                .get(0);
    }

    private static Set<String> published(Cube cube, String block, Map<String, Integer> figures) {
        Set<String> published = new TreeSet<>();
        for (String sex : figures.keySet()) {
            cube.find(key(cube.space(), block, sex))
                    .filter(figure -> figure.value() != null)
                    .ifPresent(figure -> published.add(sex));
        }
        return published;
    }

    private static Cube shown(OtherSource beside) {
        return beside.safe().get("VICTIMS").cube();
    }

    @Test
    void aFigureIsShownOnlyBesideAPublishedOne() {
        Map<String, Integer> here = figures("_T", 60, "F", 57, "M", 3);
        Map<String, Integer> there = figures("_T", 79, "F", 55, "M", 15, "_U", 9);
        EarlierRelease official = official("o-1", cube(Map.of("TON 2010", here)), List.of());
        assertEquals(Set.of("_T"), published(official.published().get("VICTIMS"), "TON 2010", here));
        OtherSource beside = beside(official, cube(Map.of("TON 2010", there, "TON 2011", figures("_T", 80))));
        assertEquals(Set.of("_T"), published(shown(beside), "TON 2010", there));
        assertEquals(3, shown(beside).size(), "nothing is shown for 2011 and for unknown sex");
        shown(beside).observations().stream()
                .filter(figure -> figure.value() == null)
                .forEach(figure -> {
                    assertEquals("Q", figure.status());
                    assertEquals("C", figure.confidentiality());
                });
    }

    /** A mask of the agency would reveal that the hidden official figure of the same cell is small. */
    @Test
    void whatIsMaskedBesideAHiddenFigureHasTheOneMark() {
        Map<String, Integer> here = figures("_T", 60, "F", 57, "M", 3);
        EarlierRelease official = official("o-1", cube(Map.of("TON 2010", here)), List.of());
        KeySpace space = official.published().get("VICTIMS").space();
        Cube masked = Cube.of(
                space,
                List.of(
                        Observation.count(key(space, "TON 2010", "_T"), 58, "A"),
                        Observation.absent(key(space, "TON 2010", "M"), "Q", "A")));
        Observation shown = shown(beside(official, masked))
                .find(key(space, "TON 2010", "M"))
                .orElseThrow();
        assertEquals("Q C", shown.status() + " " + shown.confidentiality());
    }

    @Test
    void aSmallCountOfTheOtherSourceIsHiddenThoughTheOfficialOneIsNot() {
        Map<String, Integer> here = figures("_T", 60, "F", 40, "M", 20);
        Map<String, Integer> there = figures("_T", 30, "F", 27, "M", 3);
        EarlierRelease official = official("o-1", cube(Map.of("TON 2010", here)), List.of());
        OtherSource beside = beside(official, cube(Map.of("TON 2010", there)));
        assertEquals(here.keySet(), published(official.published().get("VICTIMS"), "TON 2010", here));
        Set<String> shown = published(shown(beside), "TON 2010", there);
        assertFalse(shown.contains("M"));
        assertTrue(shown.size() < 2, "the third follows from two: " + shown);
    }

    /**
     * The other source omits the unknown sex and is otherwise equal, so its total is the sum of the area's women and
     * men. If it were protected alone, it would reveal the 3.
     */
    @Test
    void whatTwoSourcesSayTogetherIsProtectedToo() {
        Map<String, Integer> here = figures("_T", 24, "F", 9, "M", 12, "_U", 3);
        Map<String, Integer> there = figures("_T", 21, "F", 9, "M", 12);
        EarlierRelease official = official("o-1", cube(Map.of("TON 2010", here)), List.of());
        Set<String> hereShown = published(official.published().get("VICTIMS"), "TON 2010", here);
        TwinAttack.Source nation = new TwinAttack.Source(here, hereShown);
        assertEquals(Set.of(3), new TwinAttack(nation, new TwinAttack.Source(there, Set.of("_T"))).possible(0, "_U"));
        Set<String> shown = published(shown(beside(official, cube(Map.of("TON 2010", there)))), "TON 2010", there);
        assertTrue(
                new TwinAttack(nation, new TwinAttack.Source(there, shown))
                                .possible(0, "_U")
                                .size()
                        > 1,
                "found out with " + shown);
    }

    @Test
    void noIntruderFindsAnythingOutFromRandomTables() {
        Seeds.check(3, random -> {
            Map<String, Map<String, Integer>> here = new TreeMap<>();
            Map<String, Map<String, Integer>> there = new TreeMap<>();
            for (int year = 2001; year <= 2020; year++) {
                Map<String, Integer> official = table(random, Map.of());
                here.put("TON " + year, official);
                there.put("TON " + year, table(random, official));
            }
            EarlierRelease official = official("o-1", cube(here), List.of());
            OtherSource beside = beside(official, cube(there));
            assertFalse(beside.safe().isEmpty(), "a pattern is found");
            int shown = 0;
            for (String block : here.keySet()) {
                shown += attack(block, here.get(block), official, there.get(block), beside);
            }
            assertTrue(shown > 10, "most is not hidden: " + shown);
        });
    }

    /** Returns a random table that adds up. Many of its figures are equal to the official ones. */
    private static Map<String, Integer> table(Random random, Map<String, Integer> official) {
        Map<String, Integer> figures = new LinkedHashMap<>();
        int total = 0;
        for (String sex : SEXES) {
            if (random.nextInt(4) > 0) {
                boolean same = official.containsKey(sex) && random.nextInt(3) > 0;
                int count = same ? official.get(sex) : random.nextInt(13);
                figures.put(sex, count);
                total += count;
            }
        }
        figures.put("_T", total);
        return figures;
    }

    /**
     * Attacks the figures of two sources. Fails if a hidden figure is found out.
     *
     * @return the number of figures that the other source shows
     */
    private static int attack(
            String block,
            Map<String, Integer> here,
            EarlierRelease official,
            Map<String, Integer> there,
            OtherSource beside) {
        Cube officialCube = official.published().get("VICTIMS");
        Set<String> hereShown = published(officialCube, block, here);
        Set<String> shown = published(shown(beside), block, there);
        assertTrue(hereShown.containsAll(shown), block + ": " + shown + " is not only " + hereShown);
        boolean told = there.keySet().stream()
                .anyMatch(sex -> shown(beside)
                        .find(key(officialCube.space(), block, sex))
                        .isPresent());
        if (!told) {
            return 0; // left out completely: nobody knows that it exists
        }
        TwinAttack attack = new TwinAttack(new TwinAttack.Source(here, hereShown), new TwinAttack.Source(there, shown));
        here.forEach((sex, count) -> {
            if (count > 0 && count < 5) {
                assertTrue(attack.possible(0, sex).size() > 1, block + " reveals " + sex + " of the official " + here);
            }
        });
        there.forEach((sex, count) -> {
            boolean hidden = here.containsKey(sex) && !hereShown.contains(sex) && !count.equals(here.get(sex));
            if (count > 0 && (count < 5 || hidden)) {
                assertTrue(attack.possible(1, sex).size() > 1, block + " reveals " + sex + " of the other " + there);
            }
        });
        return shown.size();
    }

    @Test
    void whatAnotherSourceShowedBindsLaterReleases() {
        Map<String, Integer> first = figures("_T", 60, "F", 40, "M", 20);
        Map<String, Integer> there = figures("_T", 50, "F", 14, "M", 36);
        EarlierRelease official = official("o-1", cube(Map.of("TON 2010", first)), List.of());
        OtherSource beside = beside(official, cube(Map.of("TON 2010", there)));
        assertEquals(there.keySet(), published(shown(beside), "TON 2010", there));
        Map<String, Integer> revised = figures("_T", 50, "F", 14, "M", 33, "_U", 3);
        Cube now = cube(Map.of("TON 2010", revised));
        assertEquals(
                Set.of("_T", "M"),
                published(official("o-2", now, List.of(official)).published().get("VICTIMS"), "TON 2010", revised),
                "the women cost less to hide and would protect the 3");
        EarlierRelease second = official("o-2", now, List.of(beside.in("o-1"), official));
        assertEquals(
                Set.of("_T", "F"),
                published(second.published().get("VICTIMS"), "TON 2010", revised),
                "the other source has already shown the number of women");
    }

    /** A country may report the figures that an agency published before. */
    @Test
    void whatAnAgencySaidAloneBindsNobody() {
        Map<String, Integer> figures = figures("_T", 60, "F", 40, "M", 20);
        EarlierRelease first = official("o-1", cube(Map.of("TON 2011", figures)), List.of());
        OtherSource beside = beside(first, cube(Map.of("TON 2010", figures)));
        assertTrue(beside.safe().isEmpty());
        assertEquals(Map.of("VICTIMS", 3), beside.others());
        Cube now = cube(Map.of("TON 2010", figures, "TON 2011", figures));
        EarlierRelease second = official("o-2", now, List.of(beside.in("o-1"), first));
        assertEquals(figures.keySet(), published(second.published().get("VICTIMS"), "TON 2010", figures));
    }

    @Test
    void sourcesAreProtectedOneAfterAnother() {
        Map<String, Integer> here = figures("_T", 60, "F", 40, "M", 20);
        Map<String, Integer> one = figures("_T", 30, "F", 27, "M", 3);
        EarlierRelease official = official("o-1", cube(Map.of("TON 2010", here)), List.of());
        Cube cube = cube(Map.of("TON 2010", one));
        List<OtherSource> both = sources.protect(
                official, List.of(), Map.of("IOM", Map.of("VICTIMS", cube), "ILO", Map.of("VICTIMS", cube)));
        assertEquals(
                List.of("ILO", "IOM"), both.stream().map(OtherSource::source).toList());
        ProtectedCube first = both.get(0).safe().get("VICTIMS");
        ProtectedCube second = both.get(1).safe().get("VICTIMS");
        assertEquals(
                published(first.cube(), "TON 2010", one),
                published(second.cube(), "TON 2010", one),
                "a figure that one source hides is not shown by the other");
    }
}
