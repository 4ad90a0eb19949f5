package org.tipstats.publish.draft;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.tipstats.protect.disclose.ProtectedCube;
import org.tipstats.protect.figures.EarlierRelease;
import org.tipstats.vocabulary.cube.Cube;
import org.tipstats.vocabulary.cube.KeySpace;
import org.tipstats.vocabulary.cube.Observation;
import org.tipstats.vocabulary.cube.Statuses;

/** The official figures of a release, for comparison with the figures of another source for the same cells. */
final class OfficialFigures {

    private final EarlierRelease official;
    private final Set<String> hiding = new HashSet<>();

    OfficialFigures(EarlierRelease official) {
        this.official = official;
        official.compiled().forEach((id, cube) -> {
            Statuses statuses = statuses(cube);
            cube.forEach(figure -> {
                if (statuses.countsAsReported(figure) && !isShown(id, figure.key())) {
                    hiding.add(place(cube.space(), figure.key()));
                }
            });
        });
    }

    private static Statuses statuses(Cube cube) {
        return new Statuses(cube.space().structure());
    }

    /** Returns the area and year of a key. */
    static String place(KeySpace space, long key) {
        return space.code(key, space.structure().area())
                + " "
                + space.code(key, space.structure().time());
    }

    private boolean isShown(String dataflow, long key) {
        Cube cube = official.published().get(dataflow);
        return cube != null && cube.hasValue(key);
    }

    /**
     * Marks counts as confidential, as if their provider had marked them, because they could help readers to infer a
     * hidden official figure. Marks all counts above zero of an area and year with a hidden official figure, except in
     * cells whose official figure is public.
     */
    Cube reserve(String dataflow, Cube cube) {
        String withheld = statuses(cube).withheld();
        List<Observation> reserved = new ArrayList<>(cube.size());
        for (Observation figure : cube) {
            boolean counts = figure.value() != null && figure.value().signum() > 0;
            boolean sensitive =
                    counts && !isShown(dataflow, figure.key()) && hiding.contains(place(cube.space(), figure.key()));
            reserved.add(sensitive ? reserved(figure, withheld) : figure);
        }
        return Cube.of(cube.space(), reserved);
    }

    private static Observation reserved(Observation figure, String confidentiality) {
        return new Observation(
                figure.key(), figure.value(), figure.status(), confidentiality, figure.attributes(), figure.coverage());
    }

    /**
     * Returns the figures of cells that also have an official figure. Leaves out zeros whose official figure is hidden.
     */
    Cube withOfficial(String dataflow, Cube cube) {
        Cube reported = official.compiled().getOrDefault(dataflow, Cube.empty(cube.space()));
        Statuses statuses = statuses(cube);
        List<Observation> beside = new ArrayList<>();
        for (Observation figure : cube) {
            boolean isReported = reported.find(figure.key())
                    .filter(statuses::countsAsReported)
                    .isPresent();
            boolean isZero = figure.value() != null && figure.value().signum() == 0;
            if (isReported && (!isZero || isShown(dataflow, figure.key()))) {
                beside.add(figure);
            }
        }
        return Cube.of(cube.space(), beside);
    }

    /**
     * Returns the figures of the other source that may be published. If that source masked a figure because it is
     * small, the mask would reveal that a hidden official figure of the same cell is small, too. Such a figure is
     * therefore shown as withheld.
     */
    ProtectedCube only(String dataflow, Cube beside, ProtectedCube safe) {
        Statuses statuses = statuses(beside);
        List<Observation> shown = new ArrayList<>();
        for (Observation figure : safe.cube()) {
            if (beside.find(figure.key()).isPresent()) {
                boolean tells = statuses.isMasked(figure) && !isShown(dataflow, figure.key());
                shown.add(
                        tells ? Observation.absent(figure.key(), statuses.suppressed(), statuses.withheld()) : figure);
            }
        }
        return new ProtectedCube(
                Cube.of(beside.space(), shown),
                safe.withheld().stream()
                        .filter(cell -> beside.find(cell.key()).isPresent())
                        .toList(),
                List.of());
    }
}
