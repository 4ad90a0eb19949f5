package org.tipstats.protect.disclose;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.tipstats.compile.aggregate.SmallWorld.VICTIMS;
import static org.tipstats.compile.aggregate.SmallWorld.count;
import static org.tipstats.protect.disclose.SmallReleases.value;
import static org.tipstats.protect.disclose.SmallReleases.withheld;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.tipstats.protect.disclose.DisclosureControl.Exceptions;
import org.tipstats.protect.figures.AreaSettings;
import org.tipstats.protect.figures.EarlierRelease;
import org.tipstats.protect.solve.SearchMemory;
import org.tipstats.protect.suppress.ProtectionProgress;
import org.tipstats.vocabulary.cube.Cube;

/** What a search does with figures that an audit computed, here as the test names them. */
class AuditFindingsTest {

    private final DisclosureControl control =
            new DisclosureControl(List.of(VICTIMS), AreaSettings.NONE, Exceptions.NONE, SearchMemory.NONE);
    private final AuditFindings findings = new AuditFindings();

    private static Map<String, Cube> compiled(String... rows) {
        return Map.of(VICTIMS.id(), new SmallReleases(VICTIMS).compile(VICTIMS, List.of(rows)));
    }

    private ProtectedRelease protect(Map<String, Cube> compiled) {
        return control.protect(compiled, List.of(), ProtectionProgress.SILENT);
    }

    private Optional<ProtectedRelease> again(Map<String, Cube> compiled, ProtectedRelease last, String exposed) {
        return again(compiled, List.of(), last, exposed);
    }

    private Optional<ProtectedRelease> again(
            Map<String, Cube> compiled, List<EarlierRelease> earlier, ProtectedRelease last, String exposed) {
        Map<String, Set<Long>> keys = Map.of(VICTIMS.id(), Set.of(count(VICTIMS, exposed)));
        return control.protectAgain(compiled, earlier, last.cubes(), keys, findings);
    }

    @Test
    void aComplementThatIsComputedIsPublished_andAnotherFigureProtects() {
        Map<String, Cube> compiled =
                compiled("ice all all 2010 70", "ice f all 2010 3", "ice m all 2010 47", "ice u all 2010 20");
        ProtectedRelease first = protect(compiled);
        assertEquals("ice.f.all.2010 SMALL, ice.u.all.2010 COMPLEMENTARY", withheld(first, VICTIMS));

        ProtectedRelease second = again(compiled, first, "ice u all 2010").orElseThrow();

        assertEquals("ice.f.all.2010 SMALL, ice.m.all.2010 COMPLEMENTARY", withheld(second, VICTIMS));
        assertEquals("20", value(second, VICTIMS, "ice u all 2010"));
    }

    /** One figure of the sum after the other, and its total last. */
    @Test
    void besideASensitiveFigureThatIsComputedMoreIsWithheld_untilNothingIsLeft() {
        Map<String, Cube> compiled =
                compiled("ice all all 2010 70", "ice f all 2010 3", "ice m all 2010 47", "ice u all 2010 20");
        ProtectedRelease release = protect(compiled);
        for (String next : List.of("ice m all 2010", "ice u all 2010", "ice all all 2010")) {
            assertEquals("70", value(release, VICTIMS, "ice all all 2010"));
            release = again(compiled, release, "ice f all 2010").orElseThrow();
            assertEquals("-", value(release, VICTIMS, next));
        }

        assertEquals(Optional.empty(), again(compiled, release, "ice f all 2010"));
    }

    /** A figure without a sum has its neighbours in the same area and year. */
    @Test
    void withoutASumAnotherFigureOfTheAreaAndYearIsWithheld() {
        Map<String, Cube> compiled = compiled("ice f all 2010 3", "ice all coal 2010 40");

        ProtectedRelease second =
                again(compiled, protect(compiled), "ice f all 2010").orElseThrow();

        assertEquals("-", value(second, VICTIMS, "ice all coal 2010"));
    }

    @Test
    void ifThereIsAnEarlierReleaseItsYearFirstWithholdsTheSame() {
        Map<String, Cube> before =
                compiled("ice all all 2010 70", "ice f all 2010 3", "ice m all 2010 47", "ice u all 2010 20");
        ProtectedRelease first = protect(before);
        EarlierRelease earlier = new EarlierRelease(
                "first",
                before,
                Map.of(VICTIMS.id(), first.cubes().get(VICTIMS.id()).cube()));
        Map<String, Cube> revised =
                compiled("ice all all 2010 90", "ice f all 2010 13", "ice m all 2010 57", "ice u all 2010 20");
        ProtectedRelease second = control.protect(revised, List.of(earlier), ProtectionProgress.SILENT);

        ProtectedRelease third =
                again(revised, List.of(earlier), second, "ice u all 2010").orElseThrow();

        assertEquals("-", value(third, VICTIMS, "ice f all 2010"));
        assertEquals("-", value(third, VICTIMS, "ice u all 2010"));
    }
}
