package org.tipstats.publish.citation;

import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import org.tipstats.platform.problem.ProblemException;
import org.tipstats.publish.release.PublishedReleases;
import org.tipstats.publish.release.ReleaseReference;

/** Says how releases are cited: those that everyone can read, for others can't be looked up. */
@ApplicationScoped
public class CitationService {

    private final PublishedReleases published;
    private final CatalogueConfig config;

    CitationService(PublishedReleases published, CatalogueConfig config) {
        this.published = published;
        this.config = config;
    }

    /**
     * How a release is cited; 404 for one that is not public, whoever asks.
     *
     * @param asked the address of the service as the request has it
     */
    public Citation of(String release, URI asked) {
        ReleaseReference found =
                published.named(release, false).orElseThrow(() -> ProblemException.notFound("release"));
        return Citation.of(found, config.publisher(), config.base(asked));
    }
}
