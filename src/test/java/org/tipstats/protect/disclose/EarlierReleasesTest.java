package org.tipstats.protect.disclose;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.tipstats.compile.aggregate.SmallWorld.POPULATION;
import static org.tipstats.compile.aggregate.SmallWorld.VICTIMS;
import static org.tipstats.compile.aggregate.SmallWorld.count;
import static org.tipstats.compile.aggregate.SmallWorld.cube;
import static org.tipstats.protect.disclose.SmallReleases.withheld;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.tipstats.compile.aggregate.SmallWorld;
import org.tipstats.protect.disclose.DisclosureControl.Exceptions;
import org.tipstats.protect.figures.AreaSettings;

/** A release is protected together with everything published before. */
class EarlierReleasesTest {

    private static final String[] FIRST_PUBLIC = {"ice all all 2010 50", "ice f all 2010 20"};
    private static final String[] THEN_A_SMALL_PART = {
        "ice all all 2010 50", "ice f all 2010 20", "ice m all 2010 27", "ice u all 2010 3"
    };

    /**
     * Alone, the 20 of f would protect the 3 of u at the least cost. But a reader of the earlier release can compute 50
     * - 20 - 27.
     */
    @Test
    void aFigureShownBeforeStaysKnownAndProtectsNothing() {
        assertEquals(
                "ice.f.all.2010 COMPLEMENTARY, ice.u.all.2010 SMALL",
                withheld(new SmallReleases(VICTIMS).protect(VICTIMS, THEN_A_SMALL_PART), VICTIMS));

        SmallReleases releases = new SmallReleases(VICTIMS);
        releases.publish(VICTIMS, FIRST_PUBLIC);
        assertEquals(
                "ice.m.all.2010 COMPLEMENTARY, ice.u.all.2010 SMALL",
                withheld(releases.publish(VICTIMS, THEN_A_SMALL_PART), VICTIMS));
    }

    /**
     * In the first release 50 is 3 + 47, both withheld. In the second 60 is 3 + 47 + 10. Alone, 10 would protect 3 at
     * the least cost. But the 47 was not revised, and 50 - 47 is 3 in the first release.
     */
    @Test
    void aRevisionThatWouldUncoverAFigureOfAnEarlierReleaseLeadsToMoreWithheld() {
        String[] second = {"ice all all 2010 60", "ice f all 2010 3", "ice m all 2010 47", "ice u all 2010 10"};
        assertEquals(
                "ice.f.all.2010 SMALL, ice.u.all.2010 COMPLEMENTARY",
                withheld(new SmallReleases(VICTIMS).protect(VICTIMS, second), VICTIMS));

        SmallReleases releases = new SmallReleases(VICTIMS);
        releases.publish(VICTIMS, "ice all all 2010 50", "ice f all 2010 3", "ice m all 2010 47");
        assertEquals(
                "ice.f.all.2010 SMALL, ice.m.all.2010 COMPLEMENTARY",
                withheld(releases.publish(VICTIMS, second), VICTIMS));
    }

    /** The region's 33 must be public. Minus the 30 published before, it is the 3 of dd. */
    @Test
    void aRevisionThatNothingCanProtectBlocksTheRelease() {
        String[] second = {"dd all all 2010 3", "ee all all 2010 30", "aa all all 2010 90"};
        assertEquals(
                List.of(), new SmallReleases(VICTIMS).protect(VICTIMS, second).blockers());

        SmallReleases releases = new SmallReleases(VICTIMS);
        releases.publish(VICTIMS, "dd all all 2010 20", "ee all all 2010 30", "aa all all 2010 90");
        assertEquals(
                List.of(new Blocker(
                        Blocker.Kind.REVEALED_BY_EARLIER_RELEASES, "victims", count(VICTIMS, "dd all all 2010"), true)),
                releases.protect(VICTIMS, second).blockers());
    }

    /** The 3 of an earlier release stays secret for ever, even if the figure has grown since. */
    @Test
    void whatAnEarlierReleaseWithheldIsProtectedForEver() {
        SmallReleases releases = new SmallReleases(VICTIMS);
        releases.publish(VICTIMS, "ice all all 2010 50", "ice f all 2010 3", "ice m all 2010 47");

        // The unrevised 47 would reveal the earlier 3; and 55 - 8 is 47.
        assertEquals(
                "ice.f.all.2010 COMPLEMENTARY, ice.m.all.2010 COMPLEMENTARY",
                withheld(
                        releases.publish(VICTIMS, "ice all all 2010 55", "ice f all 2010 8", "ice m all 2010 47"),
                        VICTIMS));
    }

    @Test
    void anUnchangedReleaseWithholdsTheSame() {
        SmallReleases releases = new SmallReleases(VICTIMS);
        String first = withheld(releases.publish(VICTIMS, THEN_A_SMALL_PART), VICTIMS);

        assertEquals(first, withheld(releases.publish(VICTIMS, THEN_A_SMALL_PART), VICTIMS));
        assertEquals("ice.f.all.2010 COMPLEMENTARY, ice.u.all.2010 SMALL", first);
    }

    /**
     * The rates of upper, north and earth cover aa and cc alone: 3 persons. Earlier releases show the totals, 13, and the 10 of
     * bb, so the 3 is their difference. An exception withholds the totals, which protects nothing.
     */
    @Test
    void aSmallCountBehindARateBlocksTheRelease_evenIfAnExceptionWithholdsTheCountOfTheRate() {
        SmallReleases releases = new SmallReleases(
                AreaSettings.NONE, cube(POPULATION, "aa f all 2010 500", "cc f all 2010 800"), VICTIMS);
        releases.publish(VICTIMS, "bb f all 2010 8", "cc f all 2010 5");
        releases.publish(VICTIMS, "bb f all 2010 10", "cc f all 2010 6");
        Set<Long> totals = keys("upper f all", "north f all", "earth f all");

        ProtectedRelease release = releases.protect(
                withholding(totals), VICTIMS, "aa f all 2010 1", "bb f all 2010 10", "cc f all 2010 2");

        assertEquals(totals, release.blockers().stream().map(Blocker::key).collect(Collectors.toSet()));
    }

    /** The masked count is 50 - 20 - 27. An exception withholds the 20 and the 27, which an earlier release shows. */
    @Test
    void aMaskedCountThatIsRevealedBlocksTheRelease_evenIfAnExceptionWithholdsTheFiguresOfItsBreakdown() {
        SmallReleases releases = new SmallReleases(VICTIMS);
        releases.publish(VICTIMS, "ice all all 2010 50", "ice f all 2010 20", "ice m all 2010 27");

        ProtectedRelease release = releases.protect(
                withholding(keys("ice f all", "ice m all", "ice u all")),
                VICTIMS,
                "ice all all 2010 50",
                "ice f all 2010 20",
                "ice m all 2010 27",
                "ice u all 2010 masked");

        assertEquals(
                keys("ice u all"), release.blockers().stream().map(Blocker::key).collect(Collectors.toSet()));
        assertEquals(
                "hidden/theirs",
                SmallWorld.show(release.cubes().get(VICTIMS.id()).cube(), count(VICTIMS, "ice u all 2010"))
                        .substring(2));
    }

    private static Exceptions withholding(Set<Long> keys) {
        return new Exceptions(Map.of(), Map.of(VICTIMS.id(), keys));
    }

    private static Set<Long> keys(String... cells) {
        return Arrays.stream(cells).map(cell -> count(VICTIMS, cell + " 2010")).collect(Collectors.toSet());
    }
}
