package org.tipstats.publish.draft;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.tipstats.protect.disclose.Blocker;
import org.tipstats.protect.disclose.ProtectedCube;
import org.tipstats.protect.disclose.ProtectedRelease;
import org.tipstats.protect.figures.EarlierRelease;
import org.tipstats.protect.suppress.ProtectionProgress;
import org.tipstats.vocabulary.cube.Cube;
import org.tipstats.vocabulary.cube.KeySpace;
import org.tipstats.vocabulary.cube.YearSelection;

/**
 * Protects the figures of other sources that are shown next to official ones (decision 43). All sources count nearly
 * the same persons. So nobody may learn a withheld figure of one source from the figure of another source. A figure of
 * another source is shown only if the cell has an official figure. The other source is protected as if it were a
 * further release of the official figures, together with everything that is, was or will be public. The official
 * figures of the release do not change: if the figures of another source cannot be made safe, these figures are left
 * out.
 */
@ApplicationScoped
public class SourceProtection {

    /**
     * The figures of one source, by the id of their dataflow.
     *
     * @param compiled the figures of cells that also have an official figure; excludes zeros whose official figure is
     *     hidden, and areas and years that cannot be made safe
     * @param others the number of all other accepted figures, which are not shown
     * @param safe the figures that may be published; empty if there are none, or if they cannot be made safe
     */
    public record OtherSource(
            String source, Map<String, Cube> compiled, Map<String, Integer> others, Map<String, ProtectedCube> safe) {

        public OtherSource {
            compiled = Map.copyOf(compiled);
            others = Map.copyOf(others);
            safe = Map.copyOf(safe);
        }

        /** Returns the same source, but none of its figures may be published. */
        public OtherSource leftOut() {
            return new OtherSource(source, compiled, others, Map.of());
        }

        /** Returns the figures of this source as a separate release. */
        public EarlierRelease in(String release) {
            return new EarlierRelease(idOf(release, source), compiled, Protection.published(safe));
        }
    }

    private static final int MAX_ROUNDS = 4;

    private final Protection protection;

    SourceProtection(Protection protection) {
        this.protection = protection;
    }

    /**
     * Returns the id that the figures of a source have when they are treated as a release of their own. The id contains
     * {@code @}, unlike the id of an official release.
     */
    public static String idOf(String release, String source) {
        return release + "@" + source;
    }

    /** Returns the source to which an id belongs. The result is empty for the id of an official release. */
    static String sourceOf(String id) {
        return id.substring(id.indexOf('@') < 0 ? id.length() : id.indexOf('@') + 1);
    }

    /** Returns true for the id of an official release. */
    public static boolean isOfficial(String id) {
        return sourceOf(id).isEmpty();
    }

    public static List<EarlierRelease> official(List<EarlierRelease> releases) {
        return releases.stream().filter(release -> isOfficial(release.id())).toList();
    }

    /**
     * Protects the sources one after the other. Each source is protected together with the official figures and the
     * previous sources.
     *
     * @param official the official figures of the release that shows the sources, before and after protection
     */
    public List<OtherSource> protect(
            EarlierRelease official, List<EarlierRelease> earlier, Map<String, Map<String, Cube>> sources) {
        List<EarlierRelease> known = new ArrayList<>(earlier);
        known.add(official);
        List<OtherSource> all = new ArrayList<>();
        new TreeMap<>(sources).forEach((source, compiled) -> {
            OtherSource beside = protect(source, compiled, official, known);
            all.add(beside);
            if (!beside.safe().isEmpty()) {
                known.add(beside.in(official.id()));
            }
        });
        return all;
    }

    private OtherSource protect(
            String source, Map<String, Cube> compiled, EarlierRelease official, List<EarlierRelease> known) {
        OfficialFigures figures = new OfficialFigures(official);
        YearSelection years = new YearSelection(List.copyOf(yearsOf(compiled)));
        List<EarlierRelease> then = EarlierRelease.in(years, known);
        Map<String, Cube> left = compiled;
        for (int round = 0; round < MAX_ROUNDS; round++) {
            Map<String, Cube> reserved = new TreeMap<>(left);
            reserved.replaceAll(figures::reserve);
            ProtectedRelease safe = protection
                    .protect(reserved, then, ProtectionProgress.SILENT)
                    .release();
            if (safe.isPublishable()) {
                return beside(source, compiled, left, figures, safe.cubes());
            }
            left = withoutPlaces(left, placesOf(safe, compiled));
        }
        return beside(source, compiled, left, figures, Map.of());
    }

    private static OtherSource beside(
            String source,
            Map<String, Cube> accepted,
            Map<String, Cube> left,
            OfficialFigures figures,
            Map<String, ProtectedCube> safe) {
        Map<String, Cube> compiled = new TreeMap<>();
        Map<String, Integer> others = new TreeMap<>();
        Map<String, ProtectedCube> shown = new TreeMap<>();
        left.forEach((id, cube) -> {
            Cube beside = figures.withOfficial(id, cube);
            compiled.put(id, beside);
            others.put(id, accepted.get(id).size() - beside.size());
            if (safe.containsKey(id) && beside.size() > 0) {
                shown.put(id, figures.only(id, beside, safe.get(id)));
            }
        });
        return new OtherSource(source, compiled, others, shown);
    }

    /** Returns the areas and years that block publication. */
    private static Set<String> placesOf(ProtectedRelease blocked, Map<String, Cube> compiled) {
        Set<String> places = new TreeSet<>();
        for (Blocker blocker : blocked.blockers()) {
            Cube cube = compiled.get(blocker.dataflow());
            if (cube != null) {
                places.add(OfficialFigures.place(cube.space(), blocker.key()));
            }
        }
        return places;
    }

    private static Map<String, Cube> withoutPlaces(Map<String, Cube> cubes, Set<String> places) {
        Map<String, Cube> left = new TreeMap<>(cubes);
        left.replaceAll((id, cube) -> Cube.of(
                cube.space(),
                cube.observations().stream()
                        .filter(figure -> !places.contains(OfficialFigures.place(cube.space(), figure.key())))
                        .toList()));
        return left;
    }

    private static Set<String> yearsOf(Map<String, Cube> cubes) {
        Set<String> years = new TreeSet<>();
        cubes.values().forEach(cube -> {
            KeySpace space = cube.space();
            cube.forEach(observation ->
                    years.add(space.code(observation.key(), space.structure().time())));
        });
        return years;
    }
}
