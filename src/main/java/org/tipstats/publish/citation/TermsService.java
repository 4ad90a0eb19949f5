package org.tipstats.publish.citation;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.tipstats.publish.read.PublishedReleases.ReleaseReference;
import org.tipstats.vocabulary.schema.Dataflow;
import org.tipstats.vocabulary.schema.LocalText;
import org.tipstats.vocabulary.schema.ReferenceMetadata;
import org.tipstats.vocabulary.schema.SchemaRegistry;

/**
 * Finds the terms of use in the reference metadata of a dataflow. Uses only configured addresses, never that of a
 * request, because caches share the same file among all callers.
 */
@ApplicationScoped
public class TermsService {

    private static final int MAX_CACHED = 1_000;

    private record CacheKey(ReleaseReference release, String dataflow) {}

    private final SchemaRegistry schemas;
    private final CatalogueConfig config;
    private final Cache<CacheKey, Terms> known =
            Caffeine.newBuilder().maximumSize(MAX_CACHED).build();

    TermsService(SchemaRegistry schemas, CatalogueConfig config) {
        this.schemas = schemas;
        this.config = config;
    }

    /** Returns the terms of a dataflow in a release. They have no citation if the release is not public. */
    public Terms of(ReleaseReference release, Dataflow dataflow) {
        return known.get(new CacheKey(release, dataflow.id()), asked -> read(release, dataflow));
    }

    private Terms read(ReleaseReference release, Dataflow dataflow) {
        String base = config.base();
        Optional<ReferenceMetadata> metadata = schemas.metadata(dataflow.id());
        return new Terms(
                config.publisher(),
                base + "/api/v1/dataflows/" + dataflow.id() + "/metadata",
                metadata.flatMap(ReferenceMetadata::licence).orElse(LocalText.EMPTY),
                metadata.flatMap(ReferenceMetadata::licenceUrl).orElse(null),
                release.isPublic() ? Citation.sentence(release, config.publisher(), base) : LocalText.EMPTY);
    }
}
