package org.tipstats.publish.draft;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.tipstats.protect.disclose.DisclosureControl;
import org.tipstats.protect.disclose.EarlierRelease;
import org.tipstats.protect.disclose.ProtectedCube;
import org.tipstats.vocabulary.cube.Cube;
import org.tipstats.vocabulary.cube.KeySpace;
import org.tipstats.vocabulary.cube.Observation;

/**
 * Which years of a release tell something that no earlier one told. In the others all figures are as they were compiled
 * for the newest release, and the same ones are withheld: what is public already gives nothing more away when it is
 * published once more, so they need neither a new search nor a new look.
 */
final class ChangedYears {

    /** By dataflow and year, the observations. */
    private record ByYear(Map<String, Map<String, List<Observation>>> figures) {

        static ByYear of(Map<String, Cube> cubes) {
            Map<String, Map<String, List<Observation>>> figures = new HashMap<>();
            cubes.forEach((id, cube) -> figures.put(id, byYear(cube)));
            return new ByYear(figures);
        }

        private static Map<String, List<Observation>> byYear(Cube cube) {
            KeySpace space = cube.space();
            Map<String, List<Observation>> years = new HashMap<>();
            for (Observation observation : cube) {
                String year = space.code(observation.key(), space.structure().time());
                years.computeIfAbsent(year, none -> new ArrayList<>()).add(observation);
            }
            return years;
        }

        Set<String> years() {
            Set<String> years = new TreeSet<>();
            figures.values().forEach(flow -> years.addAll(flow.keySet()));
            return years;
        }

        List<Observation> of(String dataflow, String year) {
            return figures.getOrDefault(dataflow, Map.of()).getOrDefault(year, List.of());
        }

        boolean isEqual(ByYear other, String year) {
            Set<String> dataflows = new TreeSet<>(figures.keySet());
            dataflows.addAll(other.figures.keySet());
            return dataflows.stream().allMatch(id -> of(id, year).equals(other.of(id, year)));
        }
    }

    private final Map<String, Cube> compiled;
    private final List<EarlierRelease> earlier;
    private final Set<String> changed = new TreeSet<>();
    private final Map<String, ProtectedCube> kept = new TreeMap<>();
    private boolean isKept;

    /** @param control withholds in the years that did not change what it withheld before */
    ChangedYears(DisclosureControl control, Map<String, Cube> compiled, List<EarlierRelease> earlier) {
        this.compiled = compiled;
        this.earlier = earlier;
        find(control);
    }

    private void find(DisclosureControl control) {
        ByYear now = ByYear.of(compiled);
        Set<String> all = now.years();
        changed.addAll(all);
        if (earlier.isEmpty()) {
            return;
        }
        kept.putAll(control.keep(compiled, earlier));
        Map<String, Cube> shown = new TreeMap<>();
        kept.forEach((id, cube) -> shown.put(id, cube.cube()));
        ByYear shownNow = ByYear.of(shown);
        for (EarlierRelease release : newest()) {
            ByYear then = ByYear.of(release.compiled());
            ByYear shownThen = ByYear.of(release.published());
            changed.removeIf(year -> now.isEqual(then, year) && shownNow.isEqual(shownThen, year));
        }
        isKept = changed.size() < all.size();
    }

    /** The newest official release, and the newest of each other source: the ones before may have been revised since. */
    private Collection<EarlierRelease> newest() {
        Map<String, EarlierRelease> bySource = new TreeMap<>();
        earlier.forEach(release -> bySource.put(SourceProtection.sourceOf(release.id()), release));
        return bySource.values();
    }

    /** Whether no year tells anything new. */
    boolean areNone() {
        return changed.isEmpty();
    }

    /** Those that changed; empty where all have to be looked at, since all changed or none did. */
    List<String> years() {
        return isKept ? List.copyOf(changed) : List.of();
    }

    /** All cubes as they are to be published in the years that did not change. */
    Map<String, ProtectedCube> kept() {
        return kept;
    }
}
