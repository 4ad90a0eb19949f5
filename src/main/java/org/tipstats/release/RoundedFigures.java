package org.tipstats.release;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.tipstats.observation.Cube;
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

    RoundedFigures(
            SchemaRegistry schemas,
            AcceptedObservations accepted,
            ReleaseRepository releases,
            ReleaseContentRepository contents) {
        this.dataflows = schemas.dataflows().stream()
                .filter(dataflow -> dataflow.disclosure().rounds())
                .toList();
        this.rounding = new NationalRounding(dataflows);
        this.accepted = accepted;
        this.releases = releases;
        this.contents = contents;
    }

    /** What was accepted up to an acceptance, rounded as in every approved release, by dataflow id. */
    Map<String, RoundedCube> at(long acceptance) {
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
