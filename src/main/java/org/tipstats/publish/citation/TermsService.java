package org.tipstats.publish.citation;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.tipstats.platform.http.EntityTags;
import org.tipstats.publish.read.PublishedReleases.ReleaseReference;
import org.tipstats.vocabulary.schema.Dataflow;
import org.tipstats.vocabulary.schema.LocalText;
import org.tipstats.vocabulary.schema.ReferenceMetadata;
import org.tipstats.vocabulary.schema.SchemaRegistry;

/**
 * Finds the terms of use in the reference metadata of a dataflow. Uses only configured URLs. The URL of a request would
 * be wrong for other callers, who may get the same file from a cache.
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

    /** Returns the terms of a dataflow in a release. The terms have no citation if the release is not public. */
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

    /**
     * The terms of use of a dataflow's figures in a release, and the citation of the release.
     *
     * @param address the URL of the dataflow's reference metadata, which contain more than the terms; a path if the
     *     service has no configured URL
     * @param licence the permitted use; empty if the schemas do not state it
     * @param licenceUrl the URL of a standard licence, or null
     * @param citation a sentence for a list of sources; empty for a release that is not public
     */
    public record Terms(String publisher, String address, LocalText licence, String licenceUrl, LocalText citation) {

        /** Returns the licence in a language, if there is one. */
        public Optional<String> licence(String language) {
            return nonEmpty(licence, language);
        }

        public Optional<String> citation(String language) {
            return nonEmpty(citation, language);
        }

        /**
         * Returns the terms in a language, by the names that files use, in this order: {@code terms} (the URL of the
         * terms), {@code licence}, {@code licenceUrl} and {@code citation}. Leaves out each text that does not exist.
         */
        public Map<String, String> named(String language) {
            Map<String, String> named = new LinkedHashMap<>();
            named.put("terms", address);
            licence(language).ifPresent(text -> named.put("licence", text));
            if (licenceUrl != null) {
                named.put("licenceUrl", licenceUrl);
            }
            citation(language).ifPresent(text -> named.put("citation", text));
            return named;
        }

        private static Optional<String> nonEmpty(LocalText text, String language) {
            return Optional.of(text.inLanguage(language)).filter(said -> !said.isEmpty());
        }

        /**
         * Returns a tag that changes with the texts. Replies that contain the texts include it in their entity tags.
         */
        public String tag() {
            return EntityTags.of(toString());
        }
    }
}
