package org.tipstats.protect.disclose;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.tipstats.compile.aggregate.SmallWorld.VICTIMS;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.tipstats.Seeds;
import org.tipstats.vocabulary.cube.Cube;

/** Each year of a release is protected by itself. */
class YearsTest {

    private static final SmallReleases RELEASES = new SmallReleases(VICTIMS);

    private static ProtectedRelease protect(List<String> rows) {
        return RELEASES.protect(VICTIMS, rows.toArray(String[]::new));
    }

    private static TreeSet<String> withheld(ProtectedRelease release) {
        return new TreeSet<>(List.of(SmallReleases.withheld(release, VICTIMS).split(", ")));
    }

    @Test
    void yearsBesideItChangeNothing() {
        Seeds.check(20, random -> {
            List<String> old = RandomTables.random(random).rows();
            List<String> added = RandomTables.random(random).rows().stream()
                    .map(row -> row.replace(" 2010 ", " 2011 "))
                    .toList();
            List<String> both = new ArrayList<>(old);
            both.addAll(added);

            ProtectedRelease one = protect(old);
            ProtectedRelease other = protect(added);
            ProtectedRelease together = protect(both);

            TreeSet<String> expected = withheld(one);
            expected.addAll(withheld(other));
            assertEquals(expected, withheld(together));
            assertEquals(
                    one.blockers().size() + other.blockers().size(),
                    together.blockers().size());
            assertEquals(one.cost().plus(other.cost()), together.cost());
        });
    }

    @Test
    void progressCountsYears() {
        List<String> reports = new ArrayList<>();
        Cube compiled =
                RELEASES.compile(VICTIMS, List.of("ice all all 2010 50", "ice f all 2010 3", "ice all all 2011 9"));
        new DisclosureControl(List.of(VICTIMS), AreaSettings.NONE)
                .protect(Map.of(VICTIMS.id(), compiled), List.of(), (done, all) -> reports.add(done + " of " + all));

        assertEquals(List.of("0 of 2", "1 of 2", "2 of 2"), reports);
    }
}
