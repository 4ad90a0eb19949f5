package org.tipstats.protect.disclose;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.tipstats.compile.aggregate.SmallWorld.ORIGINS;
import static org.tipstats.compile.aggregate.SmallWorld.VICTIMS;
import static org.tipstats.protect.disclose.SmallReleases.value;
import static org.tipstats.protect.disclose.SmallReleases.withheld;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.tipstats.compile.aggregate.SmallWorld;
import org.tipstats.vocabulary.cube.Cube;
import org.tipstats.vocabulary.schema.DisclosureSettings;
import org.tipstats.vocabulary.schema.DisclosureSettings.DisclosureMethod;
import org.tipstats.vocabulary.schema.SampleStructures;

/** A dataflow is protected together with the one that contains its totals. */
class LinkedDataflowsTest {

    private static final String[] BY_KIND = {"ice all all 2010 50", "ice f all 2010 3", "ice m all 2010 47"};
    private static final String[] BY_ORIGIN = {"ice m all 2010 47", "ice m near 2010 20", "ice m far 2010 27"};

    private final SmallReleases releases = new SmallReleases(VICTIMS, ORIGINS);

    private ProtectedRelease together(String[] victims, String[] origins) {
        Cube byKind = releases.compile(VICTIMS, List.of(victims));
        Cube byOrigin = releases.compile(ORIGINS, List.of(origins));
        return releases.protect(Map.of("victims", byKind, "origins", byOrigin));
    }

    /** Alone, none of its figures is sensitive. But 50 - 47 would be the 3 of f, and so would 50 - (20 + 27). */
    @Test
    void aTotalIsWithheldInTheOneAsInTheOther() {
        assertEquals("", withheld(releases.protect(ORIGINS, BY_ORIGIN), ORIGINS));

        ProtectedRelease release = together(BY_KIND, BY_ORIGIN);
        assertEquals("ice.f.all.2010 SMALL, ice.m.all.2010 COMPLEMENTARY", withheld(release, VICTIMS));
        assertEquals("ice.m.all.2010 COMPLEMENTARY, ice.m.near.2010 COMPLEMENTARY", withheld(release, ORIGINS));
        assertEquals("27", value(release, ORIGINS, "ice m far 2010"));
    }

    /** The opposite case: 50 - 47 is the 3 of f, which only the origins report, and both are figures by kind, too. */
    @Test
    void theBroaderOneIsWithheldForTheFinerOnesSake() {
        String[] byKind = {"ice all all 2010 50", "ice m all 2010 47"};
        assertEquals("", withheld(releases.protect(VICTIMS, byKind), VICTIMS));

        ProtectedRelease release =
                together(byKind, new String[] {"ice all all 2010 50", "ice f all 2010 3", "ice m all 2010 47"});
        assertEquals("ice.f.all.2010 SMALL, ice.m.all.2010 COMPLEMENTARY", withheld(release, ORIGINS));
        assertEquals("ice.m.all.2010 COMPLEMENTARY", withheld(release, VICTIMS));
    }

    /** If the two dataflows have different values for the same figure, neither follows from the other. */
    @Test
    void figuresThatDifferAreNotLinked() {
        String[] differing = {"ice m all 2010 46", "ice m near 2010 19", "ice m far 2010 27"};

        assertEquals("", withheld(together(BY_KIND, differing), ORIGINS));
    }

    @Test
    void withoutTheSchemaSayingSoNothingIsLinked() {
        SmallReleases apart = new SmallReleases(
                VICTIMS,
                SampleStructures.withDisclosure(
                        ORIGINS,
                        new DisclosureSettings(DisclosureMethod.SUPPRESSION, 0, true, 0, 0, null, List.of(), false)));
        ProtectedRelease release = apart.protect(
                Map.of("victims", SmallWorld.cube(VICTIMS, BY_KIND), "origins", SmallWorld.cube(ORIGINS, BY_ORIGIN)));

        assertEquals("", withheld(release, ORIGINS));
    }
}
