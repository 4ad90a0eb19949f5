package org.tipstats.protect.disclose;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.tipstats.compile.aggregate.SmallWorld.POPULATION;
import static org.tipstats.compile.aggregate.SmallWorld.VICTIMS;
import static org.tipstats.compile.aggregate.SmallWorld.count;
import static org.tipstats.compile.aggregate.SmallWorld.cube;
import static org.tipstats.protect.disclose.SmallReleases.value;
import static org.tipstats.protect.disclose.SmallReleases.withheld;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import org.tipstats.compile.aggregate.SmallWorld;
import org.tipstats.protect.disclose.ProtectedCube.AttributeDisclosure;
import org.tipstats.protect.figures.AreaSettings;
import org.tipstats.vocabulary.cube.Cube;
import org.tipstats.vocabulary.cube.KeySpace;
import org.tipstats.vocabulary.cube.Observation;
import org.tipstats.vocabulary.schema.Dataflow;
import org.tipstats.vocabulary.schema.DisclosureSettings;
import org.tipstats.vocabulary.schema.DisclosureSettings.DisclosureMethod;
import org.tipstats.vocabulary.schema.SampleStructures;

/** Complementary suppression in one release of one dataflow. */
@Isolated("changes the locale of the process")
class ComplementaryTest {

    private static ProtectedRelease protect(Dataflow dataflow, String... rows) {
        return new SmallReleases(dataflow).protect(dataflow, rows);
    }

    /** 50 - 47 would be 3. If both parts are withheld, they may be 1 and 49, 2 and 48 and so on. */
    @Test
    void aPartIsWithheldBesideASmallOne() {
        ProtectedRelease release =
                protect(VICTIMS, "ice all all 2010 50", "ice f all 2010 3", "ice m all 2010 47", "ice u all 2010 0");

        assertEquals("ice.f.all.2010 SMALL, ice.m.all.2010 COMPLEMENTARY", withheld(release, VICTIMS));
        assertEquals("50", value(release, VICTIMS, "ice all all 2010"));
        assertEquals("0", value(release, VICTIMS, "ice u all 2010"));
        assertTrue(release.isPublishable());
    }

    /** Two small parts protect each other: 6 may be 1 and 5, 2 and 4 and so on. */
    @Test
    void nothingMoreIsWithheldWhereSmallFiguresProtectEachOther() {
        ProtectedRelease release = protect(VICTIMS, "ice all all 2010 6", "ice f all 2010 2", "ice m all 2010 4");

        assertEquals("ice.f.all.2010 SMALL, ice.m.all.2010 SMALL", withheld(release, VICTIMS));
    }

    /** Zeros are public, so each part is at least 1. A total of 3 would leave only 1 + 1 + 1. */
    @Test
    void aTotalIsWithheldThatLeavesItsPartsNoChoice() {
        Dataflow three = SmallWorld.victims(3, "100000", "4");
        ProtectedRelease release =
                protect(three, "ice all all 2010 3", "ice f all 2010 1", "ice m all 2010 1", "ice u all 2010 1");

        assertEquals(
                "ice.all.all.2010 COMPLEMENTARY, ice.f.all.2010 SMALL, ice.m.all.2010 SMALL, ice.u.all.2010 SMALL",
                withheld(release, three));
        assertTrue(release.isPublishable());
    }

    /** The region's 50 is public, so 50 - 47 would be the 3 of dd. */
    @Test
    void theTotalOfAnAreaCannotBeRecoveredFromItsRegion() {
        ProtectedRelease release = protect(VICTIMS, "dd all all 2010 3", "ee all all 2010 47", "aa all all 2010 90");

        assertEquals("dd.all.all.2010 SMALL, ee.all.all.2010 COMPLEMENTARY", withheld(release, VICTIMS));
        assertEquals("50", value(release, VICTIMS, "south all all 2010"));
        assertEquals("140", value(release, VICTIMS, "earth all all 2010"));
    }

    /** The masked figure is 50 - 47, unless 47 is withheld. */
    @Test
    void aMaskedPartBesideAReadableTotalIsProtected() {
        ProtectedRelease release =
                protect(VICTIMS, "ice all all 2010 50", "ice f all 2010 masked", "ice m all 2010 47");

        assertEquals("ice.m.all.2010 COMPLEMENTARY", withheld(release, VICTIMS));
    }

    /** The region's 70 belong to its only area. */
    @Test
    void aFigureThatThePublicTotalsGiveAwayBlocksTheRelease() {
        Observation plain = SmallWorld.observation(VICTIMS, "dd all all 2010 70");
        Observation reserved =
                new Observation(plain.key(), plain.value(), plain.status(), "other", Map.of(), plain.coverage());
        SmallReleases releases = new SmallReleases(VICTIMS);
        List<Observation> rows =
                new ArrayList<>(releases.compile(VICTIMS, List.of("dd all all 2010 70", "aa all all 2010 90"))
                        .observations());
        rows.replaceAll(row -> row.key() == reserved.key() ? reserved : row);
        ProtectedRelease release =
                releases.protect(Map.of("victims", Cube.of(new KeySpace(VICTIMS.structure()), rows)));

        assertEquals(
                List.of(new Blocker(Blocker.Kind.REVEALED_BY_TOTALS, "victims", reserved.key(), true)),
                release.blockers());
        assertTrue(!release.isPublishable());
    }

    /** The area's own 12 is below its threshold of 20. The 12 of another area is not below the schema's 5. */
    @Test
    void anAreaMayStateAStricterThresholdForItsOwnFigures() {
        SmallReleases releases = new SmallReleases(
                new AreaSettings(Map.of("victims", Map.of("ice", 20, "aa", 2)), Map.of()), cube(POPULATION), VICTIMS);
        ProtectedRelease release = releases.protect(
                VICTIMS, "ice f coal 2010 12", "dd f coal 2010 12", "aa f coal 2010 3", "bb f coal 2010 4");

        assertEquals(
                "aa.f.coal.2010 SMALL, bb.f.coal.2010 SMALL, ice.f.coal.2010 BELOW_AREA_THRESHOLD",
                withheld(release, VICTIMS));
    }

    /**
     * The 3 of f and coal can be 4 in two ways: f + 1 and m - 1 with m and coal - 1, or coal + 1 and fish - 1 with f
     * and fish - 1. The zero of m and fish is public, so no pattern keeps both.
     */
    private static final String[] BY_SEX_OR_BY_KIND = {
        "ice all all 2010 33", "ice f all 2010 13", "ice m all 2010 20", "ice u all 2010 0",
        "ice all coal 2010 23", "ice f coal 2010 3", "ice m coal 2010 20", "ice u coal 2010 0",
        "ice all fish 2010 10", "ice f fish 2010 10", "ice m fish 2010 0", "ice u fish 2010 0"
    };

    private static final String KINDS_WITHHELD = "ice.all.coal.2010 COMPLEMENTARY, ice.all.fish.2010 COMPLEMENTARY,"
            + " ice.f.coal.2010 SMALL, ice.f.fish.2010 COMPLEMENTARY";
    private static final String SEXES_WITHHELD = "ice.f.all.2010 COMPLEMENTARY, ice.f.coal.2010 SMALL,"
            + " ice.m.all.2010 COMPLEMENTARY, ice.m.coal.2010 COMPLEMENTARY";

    @Test
    void figuresBySexAreKeptAndFiguresByKindAreGivenUp() {
        ProtectedRelease release = protect(VICTIMS, BY_SEX_OR_BY_KIND);

        assertEquals(KINDS_WITHHELD, withheld(release, VICTIMS));
        assertTrue(release.isPublishable());
    }

    @Test
    void aSchemaMayKeepFiguresByKindBeforeFiguresBySex() {
        Dataflow kindFirst = SampleStructures.withDisclosure(
                VICTIMS,
                new DisclosureSettings(
                        DisclosureMethod.SUPPRESSION,
                        0,
                        true,
                        0,
                        0,
                        null,
                        List.of(List.of("kind"), List.of("sex")),
                        false));

        assertEquals(SEXES_WITHHELD, withheld(protect(kindFirst, BY_SEX_OR_BY_KIND), kindFirst));
    }

    @Test
    void anAreaMayKeepItsOwnFiguresByKindBeforeThoseBySex() {
        ProtectedRelease release = protect(orders("ice", "kind"), BY_SEX_OR_BY_KIND);

        assertEquals(SEXES_WITHHELD, withheld(release, VICTIMS));
        assertTrue(release.isPublishable());
        assertEquals(KINDS_WITHHELD, withheld(protect(orders("aa", "kind"), BY_SEX_OR_BY_KIND), VICTIMS));
    }

    private static AreaSettings orders(String area, String... dimensions) {
        return new AreaSettings(Map.of(), Map.of("victims", Map.of(area, List.of(dimensions))));
    }

    private static ProtectedRelease protect(AreaSettings settings, String... rows) {
        return new SmallReleases(settings, cube(POPULATION), VICTIMS).protect(VICTIMS, rows);
    }

    /** The group "inner" has only two areas. If both were public, or "upper" and cc, they would reveal it. */
    @Test
    void sumsOverTooFewAreasAreWithheldWhereTheSchemaSaysSo() {
        Dataflow threeAreas = SampleStructures.withDisclosure(
                VICTIMS, new DisclosureSettings(DisclosureMethod.SUPPRESSION, 0, true, 3, 0, null, List.of(), false));
        ProtectedRelease release = protect(threeAreas, "aa f all 2010 40", "bb f all 2010 50", "cc f all 2010 60");

        String withheld = withheld(release, threeAreas);
        assertTrue(withheld.contains("inner.f.all.2010 FEW_AREAS"), withheld);
        assertTrue(!withheld.contains("north.f.all.2010 FEW_AREAS"), withheld);
        assertTrue(withheld.contains("aa.f.all.2010 COMP") || withheld.contains("bb.f.all.2010 COMP"), withheld);
        assertTrue(withheld.contains("cc.f.all.2010 COMP") || withheld.contains("upper.f.all.2010 COMP"), withheld);
        assertEquals("", withheld(protect(VICTIMS, "aa f all 2010 40", "bb f all 2010 50"), VICTIMS));
    }

    /** 81 of 100 is more than 80 percent, 80 of 100 is not. */
    @Test
    void sumsThatOneAreaDominatesAreWithheldWhereTheSchemaSaysSo() {
        Dataflow eighty = SampleStructures.withDisclosure(
                VICTIMS, new DisclosureSettings(DisclosureMethod.SUPPRESSION, 0, true, 0, 80, null, List.of(), false));

        String dominated = withheld(protect(eighty, "dd f all 2010 81", "ee f all 2010 19"), eighty);
        assertTrue(dominated.contains("south.f.all.2010 DOMINATED"), dominated);
        assertTrue(dominated.contains("dd.f.all.2010 COMP") || dominated.contains("ee.f.all.2010 COMP"), dominated);
        assertEquals("", withheld(protect(eighty, "dd f all 2010 80", "ee f all 2010 20"), eighty));
    }

    /** If a zero need not be public, 3 + 0 may also be 0 + 3 or 1 + 2. Then 47 can be shown. */
    @Test
    void zerosProtectOthersOnlyWhereTheSchemaSaysSo() {
        String[] rows = {"ice all all 2010 50", "ice f all 2010 3", "ice m all 2010 47", "ice u all 2010 0"};
        Dataflow protectedZeros = SampleStructures.withDisclosure(
                VICTIMS, new DisclosureSettings(DisclosureMethod.SUPPRESSION, 0, false, 0, 0, null, List.of(), false));

        assertEquals(
                "ice.f.all.2010 SMALL, ice.u.all.2010 COMPLEMENTARY",
                withheld(protect(protectedZeros, rows), protectedZeros));
        assertEquals("ice.f.all.2010 SMALL, ice.m.all.2010 COMPLEMENTARY", withheld(protect(VICTIMS, rows), VICTIMS));
    }

    @Test
    void aTotalWhosePersonsAreAllInOneCategoryIsWarnedOf() {
        assertEquals(
                List.of(new AttributeDisclosure(count(VICTIMS, "ice all all 2010"), count(VICTIMS, "ice f all 2010"))),
                warnings("ice all all 2010 50", "ice f all 2010 50", "ice m all 2010 0", "ice u all 2010 0"));
        assertEquals(List.of(), warnings("ice all all 2010 50", "ice f all 2010 49", "ice m all 2010 1"));
        assertEquals(List.of(), warnings("ice all all 2010 50", "ice f all 2010 50"));
        assertEquals(List.of(), warnings("ice all all 2010 0", "ice f all 2010 0", "ice m all 2010 0"));
    }

    private static List<AttributeDisclosure> warnings(String... rows) {
        return protect(VICTIMS, rows).cubes().get("victims").warnings();
    }

    private static final List<String> MANY = List.of(
            "aa all all 2010 50",
            "aa f all 2010 3",
            "aa m all 2010 47",
            "bb all all 2010 60",
            "bb f all 2010 2",
            "bb m all 2010 58",
            "cc all all 2010 9",
            "cc f all 2010 9",
            "dd all all 2010 4",
            "dd f all 2010 4",
            "ee all all 2010 300",
            "ee f all 2010 masked",
            "ee m all 2010 297",
            "ice all all 2010 12",
            "ice all coal 2010 11",
            "ice all fish 2010 1");

    @Test
    void theOrderOfTheFiguresChangesNothing() {
        ProtectedRelease expected = protect(VICTIMS, MANY.toArray(String[]::new));
        for (int seed = 1; seed <= 5; seed++) {
            List<String> shuffled = new ArrayList<>(MANY);
            Collections.shuffle(shuffled, new Random(seed));
            assertSame(expected, protect(VICTIMS, shuffled.toArray(String[]::new)));
        }
    }

    @Test
    void theDefaultLocaleChangesNothing() {
        ProtectedRelease expected = protect(VICTIMS, MANY.toArray(String[]::new));
        Locale before = Locale.getDefault();
        try {
            for (String tag : List.of("tr-TR", "ar-EG-u-nu-arab", "th-TH-u-ca-buddhist")) {
                Locale.setDefault(Locale.forLanguageTag(tag));
                assertSame(expected, protect(VICTIMS, MANY.toArray(String[]::new)));
            }
        } finally {
            Locale.setDefault(before);
        }
    }

    private static void assertSame(ProtectedRelease expected, ProtectedRelease actual) {
        ProtectedCube one = expected.cubes().get("victims");
        ProtectedCube other = actual.cubes().get("victims");
        assertEquals(one.cube().observations(), other.cube().observations());
        assertEquals(one.withheld(), other.withheld());
        assertEquals(one.warnings(), other.warnings());
        assertEquals(expected.blockers(), actual.blockers());
        assertEquals(expected.cost(), actual.cost());
    }
}
