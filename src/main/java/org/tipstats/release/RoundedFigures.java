package org.tipstats.release;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.tipstats.disclosure.ProtectedCube;
import org.tipstats.disclosure.Reason;
import org.tipstats.disclosure.WithheldCell;
import org.tipstats.observation.Cube;
import org.tipstats.observation.Observation;
import org.tipstats.protection.CompilationService;
import org.tipstats.rounding.EarlierRelease;
import org.tipstats.rounding.NationalRounding;
import org.tipstats.rounding.RoundedCube;
import org.tipstats.schema.Dataflow;
import org.tipstats.schema.SchemaRegistry;
import org.tipstats.submission.AcceptedObservations;

/** The national figures of the dataflows that round instead of suppressing, as a release publishes them. */
@ApplicationScoped
class RoundedFigures {

    private final List<Dataflow> dataflows;
    private final NationalRounding rounding;
    private final AcceptedObservations accepted;
    private final ReleaseRepository releases;
    private final ReleaseContentRepository contents;
    private final CompilationService compilation;

    RoundedFigures(
            SchemaRegistry schemas,
            AcceptedObservations accepted,
            ReleaseRepository releases,
            ReleaseContentRepository contents,
            CompilationService compilation) {
        this.dataflows = schemas.dataflows().stream()
                .filter(dataflow -> dataflow.disclosure().rounds())
                .toList();
        this.rounding = new NationalRounding(dataflows);
        this.accepted = accepted;
        this.releases = releases;
        this.contents = contents;
        this.compilation = compilation;
    }

    /**
     * The dataflows that round, as they are published: rounded figures need no suppression, nor do the sums and rates that
     * are made of them.
     *
     * @param compiled the true cubes
     */
    Map<String, ProtectedCube> protect(long acceptance, Map<String, Cube> compiled) {
        Map<String, RoundedCube> rounded = at(acceptance);
        Map<String, Cube> national = new TreeMap<>();
        rounded.forEach((id, cube) -> national.put(id, cube.national()));
        Map<String, ProtectedCube> published = new TreeMap<>();
        if (!national.isEmpty()) {
            compilation.of(national, acceptance).forEach((id, cube) -> {
                RoundedCube figures = rounded.get(id);
                Cube whole = figures.publish(cube);
                published.put(id, new ProtectedCube(whole, withheld(figures, compiled.get(id)), List.of()));
            });
        }
        return published;
    }

    private static List<WithheldCell> withheld(RoundedCube rounded, Cube compiled) {
        return rounded.withheld().stream()
                .map(Observation::key)
                .sorted()
                .map(key -> new WithheldCell(
                        key, compiled.find(key).map(Observation::value).orElse(null), Reason.RESERVED))
                .toList();
    }

    /** What was accepted up to an acceptance, rounded as in every approved release, by dataflow id. */
    private Map<String, RoundedCube> at(long acceptance) {
        if (dataflows.isEmpty()) {
            return Map.of();
        }
        List<EarlierRelease> earlier = new ArrayList<>();
        for (Release release : releases.approved()) {
            Map<String, Cube> published = new TreeMap<>();
            dataflows.forEach(dataflow -> published.put(dataflow.id(), contents.read(release.id, dataflow)));
            earlier.add(new EarlierRelease(accepted(release.acceptance), published));
        }
        return rounding.round(accepted(acceptance), earlier);
    }

    private Map<String, Cube> accepted(long acceptance) {
        Map<String, Cube> cubes = new TreeMap<>();
        dataflows.forEach(dataflow -> cubes.put(dataflow.id(), accepted.at(dataflow, acceptance)));
        return cubes;
    }
}
