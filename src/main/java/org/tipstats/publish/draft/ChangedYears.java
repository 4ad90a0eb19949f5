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
 * Finds the years of a release that need a search and an audit. In all other years, the compiled figures are equal to
 * the figures of the newest release, and the same figures are withheld by the same policy. Publishing these years once
 * more reveals nothing. If the policy changed, all years need a search, because they may withhold less today.
 */
final class ChangedYears {

    /** The observations by dataflow and year. */
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
    private final Map<String, ProtectedCube> unchangedCubes = new TreeMap<>();
    private boolean isKept;

    /**
     * Compares a release with the earlier releases.
     *
     * @param control the disclosure control, which can withhold the same figures as in earlier releases
     * @param policy the digest of the policy of the disclosure control
     */
    ChangedYears(
            DisclosureControl control, Map<String, Cube> compiled, List<EarlierRelease> earlier, String policy) {
        this.compiled = compiled;
        this.earlier = earlier;
        find(control, policy);
    }

    private void find(DisclosureControl control, String policy) {
        ByYear now = ByYear.of(compiled);
        Set<String> all = now.years();
        changed.addAll(all);
        if (!hasPolicy(policy)) {
            return;
        }
        unchangedCubes.putAll(control.withholdAsBefore(compiled, earlier));
        Map<String, Cube> shown = new TreeMap<>();
        unchangedCubes.forEach((id, cube) -> shown.put(id, cube.cube()));
        ByYear shownNow = ByYear.of(shown);
        for (EarlierRelease release : newest()) {
            ByYear then = ByYear.of(release.compiled());
            ByYear shownThen = ByYear.of(release.published());
            changed.removeIf(year -> now.isEqual(then, year) && shownNow.isEqual(shownThen, year));
        }
        isKept = changed.size() < all.size();
    }

    /** Returns true if there is an official release and the policy protected the newest one. */
    private boolean hasPolicy(String policy) {
        List<EarlierRelease> official = SourceProtection.official(earlier);
        return !official.isEmpty() && policy.equals(official.get(official.size() - 1).policy());
    }

    /**
     * Returns the newest official release and the newest release of each other source. The figures of older releases
     * may have been revised since.
     */
    private Collection<EarlierRelease> newest() {
        Map<String, EarlierRelease> bySource = new TreeMap<>();
        earlier.forEach(release -> bySource.put(SourceProtection.sourceOf(release.id()), release));
        return bySource.values();
    }

    /** Returns true if no year reveals anything new. */
    boolean areNone() {
        return changed.isEmpty();
    }

    /** Returns the changed years. If all years changed or no year changed, the list is empty, which means all years. */
    List<String> years() {
        return isKept ? List.copyOf(changed) : List.of();
    }

    /** Returns all cubes with the same figures withheld as before. They may be published for the unchanged years. */
    Map<String, ProtectedCube> unchangedCubes() {
        return unchangedCubes;
    }
}
