package org.tipstats.disseminate.comparison;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.tipstats.compile.mirror.PublishedCounts;
import org.tipstats.disseminate.comparison.PublishedFlows.Direction;
import org.tipstats.publish.read.PublishedReleases;
import org.tipstats.publish.read.PublishedReleases.ReleaseReference;
import org.tipstats.vocabulary.schema.Dataflow;
import org.tipstats.vocabulary.schema.Derivation;
import org.tipstats.vocabulary.schema.Role;
import org.tipstats.vocabulary.schema.SchemaRegistry;

/**
 * Finds the flows of people between areas in a release. Caches the flows of a few releases. The flows come from the two
 * dataflows that the dataflow of mirror statistics names as its sources.
 */
@ApplicationScoped
public class FlowService {

    private static final int MAX_CACHED = 8;

    /** The flows of a release: people by citizenship, and people by the country to which they returned. */
    public record ReleaseFlows(PublishedFlows detected, PublishedFlows returned) {}

    private final SchemaRegistry schemas;
    private final PublishedReleases published;
    private final Cache<ReleaseReference, ReleaseFlows> made =
            Caffeine.newBuilder().maximumSize(MAX_CACHED).build();

    FlowService(SchemaRegistry schemas, PublishedReleases published) {
        this.schemas = schemas;
        this.published = published;
    }

    /** Returns the flows of a release; empty if the schemas have no dataflow of mirror statistics. */
    public Optional<ReleaseFlows> flows(ReleaseReference release) {
        return schemas.derivedBy(Derivation.Method.MIRROR_PAIRS)
                .map(Dataflow::derivation)
                .map(sources -> made.get(release, key -> of(sources, key)));
    }

    private ReleaseFlows of(Derivation sources, ReleaseReference release) {
        return new ReleaseFlows(
                new PublishedFlows(counts(sources.source("detected"), Role.CITIZENSHIP, release), Direction.DETECTED),
                new PublishedFlows(counts(sources.source("returned"), Role.COUNTERPART, release), Direction.RETURNED));
    }

    private PublishedCounts counts(String id, Role other, ReleaseReference release) {
        Dataflow dataflow = schemas.dataflow(id).orElseThrow();
        return new PublishedCounts(
                dataflow, other, published.vintage(release, dataflow).cube());
    }
}
