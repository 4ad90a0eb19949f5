package org.tipstats.disseminate.comparison;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.tipstats.disseminate.query.DataQuery;
import org.tipstats.publish.read.PublishedReleases;
import org.tipstats.publish.read.PublishedReleases.ReleaseReference;
import org.tipstats.vocabulary.cube.Cube;
import org.tipstats.vocabulary.cube.KeySpace;
import org.tipstats.vocabulary.cube.Observation;
import org.tipstats.vocabulary.schema.Dataflow;

/** Combines the published figures of other sources in a release with the published official figures. */
@ApplicationScoped
public class SourceService {

    /**
     * The official figure of one cell and the figures of the selected other sources.
     *
     * @param official the official figure; null if the area itself reports no figure
     * @param others the figures of other sources by the code of the source, sorted by this code
     */
    public record SourceCell(long key, Observation official, Map<String, Observation> others) {}

    private final PublishedReleases published;

    SourceService(PublishedReleases published) {
        this.published = published;
    }

    /** Returns the cells for which a source other than the official source has a figure, in the order of keys. */
    public List<SourceCell> cells(ReleaseReference release, Dataflow dataflow) {
        return cells(release, SourceQuery.all(dataflow));
    }

    /** Returns the selected cells for which a selected source other than the official source has a figure. */
    List<SourceCell> cells(ReleaseReference release, SourceQuery query) {
        Dataflow dataflow = query.cells().dataflow();
        Cube official = published.vintage(release, dataflow).cube();
        KeySpace space = official.space();
        Map<Long, Map<String, Observation>> cells = new TreeMap<>();
        published.otherSources(release, dataflow).forEach((source, cube) -> {
            if (query.selects(source)) {
                cube.forEach(observation -> cells.computeIfAbsent(observation.key(), key -> new TreeMap<>())
                        .put(source, observation));
            }
        });
        DataQuery resolved = query.cells()
                .resolved(
                        space,
                        any -> cells.keySet().stream()
                                .mapToLong(Long::longValue)
                                .filter(key -> any.selects(space, key)));
        List<SourceCell> sorted = new ArrayList<>();
        cells.forEach((key, others) -> {
            if (resolved.selects(space, key)) {
                sorted.add(new SourceCell(key, official.find(key).orElse(null), others));
            }
        });
        return sorted;
    }
}
