package org.tipstats.publish.citation;

import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import org.tipstats.platform.problem.ProblemException;
import org.tipstats.publish.read.PublishedReleases;
import org.tipstats.publish.read.PublishedReleases.ReleaseReference;

/** Makes citations. Only public releases have a citation, because readers cannot look up other releases. */
@ApplicationScoped
public class CitationService {

    private final PublishedReleases published;
    private final CatalogueConfig config;

    CitationService(PublishedReleases published, CatalogueConfig config) {
        this.published = published;
        this.config = config;
    }

    /**
     * Returns the citation of a release.
     *
     * @param asked the URL of the service as the request used it
     * @throws ProblemException 404 if the release is not public, even for staff; 410 if it was withdrawn
     */
    public Citation of(String release, URI asked) {
        ReleaseReference found = published.required(release, false);
        return Citation.of(found, config.publisher(), config.base(asked));
    }
}
