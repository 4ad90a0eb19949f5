package org.tipstats.publish.draft;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.tipstats.protect.disclose.DisclosureControl;
import org.tipstats.protect.disclose.ProtectedCube;
import org.tipstats.protect.figures.EarlierRelease;
import org.tipstats.vocabulary.cube.Cube;
import org.tipstats.vocabulary.cube.KeySpace;
import org.tipstats.vocabulary.cube.YearSelection;
import org.tipstats.vocabulary.schema.Dimension;

/**
 * Finds the years of a release that need a search and an audit. In all other years, the compiled figures are equal to
 * those of an earlier release (the newest official one, or one of another source), and the same figures are withheld by
 * the same policy. Publishing these years once more reveals nothing. If the policy changed, all years need a search,
 * because they may withhold fewer figures than the new policy requires.
 */
final class ChangedYears {

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
    ChangedYears(DisclosureControl control, Map<String, Cube> compiled, List<EarlierRelease> earlier, String policy) {
        this.compiled = compiled;
        this.earlier = earlier;
        find(control, policy);
    }

    private void find(DisclosureControl control, String policy) {
        compiled.values().forEach(cube -> addDifferent(cube, Cube.empty(cube.space()), changed));
        if (!hasPolicy(policy)) {
            return;
        }
        unchangedCubes.putAll(control.withholdAsBefore(compiled, earlier));
        Map<String, Cube> shown = Protection.published(unchangedCubes);
        Set<String> equal = new TreeSet<>(changed);
        newest().forEach(release -> {
            Set<String> different = different(compiled, release.compiled());
            different.addAll(different(shown, release.published()));
            changed.retainAll(different);
        });
        equal.removeAll(changed);
        isKept = !equal.isEmpty();
    }

    /** Returns the years in which cubes differ. */
    private static Set<String> different(Map<String, Cube> now, Map<String, Cube> then) {
        Set<String> ids = new TreeSet<>(now.keySet());
        ids.addAll(then.keySet());
        Set<String> years = new TreeSet<>();
        for (String id : ids) {
            Cube one = now.getOrDefault(id, then.get(id));
            Cube none = Cube.empty(one.space());
            addDifferent(now.getOrDefault(id, none), then.getOrDefault(id, none), years);
        }
        return years;
    }

    private static void addDifferent(Cube now, Cube then, Set<String> years) {
        Dimension time = now.space().structure().time();
        Cube.forEachPair(now, then, (one, other) -> {
            if (one == null || !one.equals(other)) {
                years.add(now.space().code(one == null ? other.key() : one.key(), time));
            }
        });
    }

    /** Returns true if there is an official release and this policy protected the newest official release. */
    private boolean hasPolicy(String policy) {
        List<EarlierRelease> official = SourceProtection.official(earlier);
        return !official.isEmpty()
                && policy.equals(official.get(official.size() - 1).policy());
    }

    /**
     * Returns the newest official release, and for each other source the release that comes last in the list. The
     * figures of older official releases may have been revised since.
     */
    private Collection<EarlierRelease> newest() {
        Map<String, EarlierRelease> bySource = new TreeMap<>();
        earlier.forEach(release -> bySource.put(SourceProtection.sourceOf(release.id()), release));
        return bySource.values();
    }

    /** Returns true if no year changed, so the release reveals nothing new. */
    boolean areNone() {
        return changed.isEmpty();
    }

    /**
     * Returns the years to protect and audit. These are the changed years if some years changed and others did not.
     * Otherwise returns an empty list, which stands for all years. If no year changed, see {@link #areNone}.
     */
    List<String> years() {
        return isKept ? List.copyOf(changed) : List.of();
    }

    /** Returns the figures of the unchanged years, withheld as before; empty if all years changed or no year changed. */
    Map<String, ProtectedCube> unchanged() {
        YearSelection years = new YearSelection(years());
        Map<String, ProtectedCube> unchanged = new TreeMap<>();
        unchangedCubes.forEach((id, cube) -> {
            KeySpace space = cube.cube().space();
            unchanged.put(id, cube.of(key -> !years.has(space, key)));
        });
        return unchanged;
    }
}
