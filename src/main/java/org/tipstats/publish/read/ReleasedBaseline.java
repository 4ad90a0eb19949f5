package org.tipstats.publish.read;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.tipstats.collect.values.AccessibleFigures.PublicFigures;
import org.tipstats.publish.read.PublishedReleases.Vintage;
import org.tipstats.vocabulary.cube.KeySpace;
import org.tipstats.vocabulary.cube.Observation;
import org.tipstats.vocabulary.schema.Code;
import org.tipstats.vocabulary.schema.Dataflow;
import org.tipstats.vocabulary.schema.Dimension;

/**
 * The national counts of the latest release. Validation compares files with these counts if the caller may see only
 * public figures.
 */
@ApplicationScoped
public class ReleasedBaseline implements PublicFigures {

    private final PublishedReleases published;

    public ReleasedBaseline(PublishedReleases published) {
        this.published = published;
    }

    @Override
    public List<Observation> of(Dataflow dataflow, Set<String> areas) {
        List<Observation> figures = new ArrayList<>();
        published.latest().ifPresent(release -> {
            Vintage vintage = published.vintage(release, dataflow);
            Dimension area = dataflow.structure().area();
            for (String code : areas) {
                int position = area.positionOf(code);
                if (position >= 0) {
                    add(vintage, position, dataflow, figures);
                }
            }
        });
        return figures;
    }

    private static void add(Vintage vintage, int position, Dataflow dataflow, List<Observation> figures) {
        KeySpace space = vintage.cube().space();
        Dimension unit = dataflow.structure().unit();
        int counts = dataflow.unit("COUNT").map(Code::position).orElse(-1);
        for (int index : vintage.indexesOf(position)) {
            Observation observation = vintage.cube().at(index);
            if (space.position(observation.key(), unit.position()) == counts) {
                figures.add(observation);
            }
        }
    }
}
