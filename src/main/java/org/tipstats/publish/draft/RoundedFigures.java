package org.tipstats.publish.draft;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.tipstats.compile.aggregate.AggregateCalculator;
import org.tipstats.protect.disclose.ProtectedCube;
import org.tipstats.protect.disclose.ProtectedCube.WithheldCell;
import org.tipstats.protect.figures.EarlierRelease;
import org.tipstats.protect.figures.Reason;
import org.tipstats.protect.round.NationalRounding;
import org.tipstats.protect.round.NationalRounding.RoundedCube;
import org.tipstats.vocabulary.cube.Cube;
import org.tipstats.vocabulary.cube.KeySpace;
import org.tipstats.vocabulary.cube.Observation;
import org.tipstats.vocabulary.cube.Statuses;
import org.tipstats.vocabulary.schema.Dataflow;

/**
 * Handles the dataflows that are rounded instead of suppressed: national counts are rounded first, then sums and rates
 * are computed from the rounded counts. The results need no further suppression: rounding also withholds the figures
 * that providers do not allow to be published, with their totals and parts.
 */
final class RoundedFigures {

    private final Collection<Dataflow> all;
    private final List<Dataflow> rounded;

    RoundedFigures(Collection<Dataflow> all) {
        this.all = all;
        this.rounded =
                all.stream().filter(dataflow -> dataflow.disclosure().rounds()).toList();
    }

    /** Returns the cubes of the dataflows that are not rounded. */
    Map<String, Cube> exact(Map<String, Cube> cubes) {
        Map<String, Cube> exact = new TreeMap<>(cubes);
        rounded.forEach(dataflow -> exact.remove(dataflow.id()));
        return exact;
    }

    /**
     * Rounds figures. A figure that has not changed since an earlier release keeps the published value of that release,
     * unless a sum would then be wrong.
     *
     * @return the rounded cubes, by the id of their dataflow; rounded dataflows without figures are left out
     */
    Map<String, ProtectedCube> protect(Map<String, Cube> compiled, List<EarlierRelease> earlier) {
        if (rounded.isEmpty()) {
            return Map.of();
        }
        List<EarlierRelease> before =
                earlier.stream().map(release -> release.with(this::national)).toList();
        Cube population = population(compiled);
        Map<String, ProtectedCube> safe = new TreeMap<>();
        new NationalRounding(rounded).round(national(compiled), before).forEach((id, cube) -> {
            Dataflow dataflow = rounded.stream()
                    .filter(one -> one.id().equals(id))
                    .findFirst()
                    .orElseThrow();
            Cube sums = new AggregateCalculator(dataflow, population).calculate(cube.national());
            safe.put(id, new ProtectedCube(cube.publish(sums), withheld(cube, compiled.get(id)), List.of()));
        });
        return safe;
    }

    private Cube population(Map<String, Cube> compiled) {
        Dataflow dataflow =
                all.stream().filter(Dataflow::isPopulation).findFirst().orElseThrow();
        Cube cube = compiled.get(dataflow.id());
        return cube == null
                ? Cube.empty(new KeySpace(dataflow.structure()))
                : AggregateCalculator.nationalCounts(dataflow, cube);
    }

    private Map<String, Cube> national(Map<String, Cube> cubes) {
        Map<String, Cube> national = new TreeMap<>();
        for (Dataflow dataflow : rounded) {
            if (cubes.containsKey(dataflow.id())) {
                national.put(dataflow.id(), AggregateCalculator.nationalCounts(dataflow, cubes.get(dataflow.id())));
            }
        }
        return national;
    }

    private static List<WithheldCell> withheld(RoundedCube rounded, Cube compiled) {
        String free = new Statuses(compiled.space().structure()).free();
        return rounded.withheld().stream()
                .map(Observation::key)
                .sorted()
                .map(key -> withheld(compiled.find(key).orElseThrow(), free))
                .toList();
    }

    /**
     * Returns a withheld cell. The reason is {@code RESERVED} if the provider marked the figure as confidential,
     * otherwise {@code COMPLEMENTARY}.
     */
    private static WithheldCell withheld(Observation figure, String free) {
        boolean reserved = figure.value() != null
                && figure.confidentiality() != null
                && !figure.confidentiality().equals(free);
        return new WithheldCell(figure.key(), figure.value(), reserved ? Reason.RESERVED : Reason.COMPLEMENTARY);
    }
}
