package org.tipstats.catalogue;

import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.util.Optional;
import org.tipstats.release.ReleaseReader;
import org.tipstats.release.ReleaseView;

/** Says how releases are cited: those that everyone can read, for others can't be looked up. */
@ApplicationScoped
public class CitationService {

    private final ReleaseReader releases;
    private final CatalogueConfig config;

    CitationService(ReleaseReader releases, CatalogueConfig config) {
        this.releases = releases;
        this.config = config;
    }

    /**
     * How a release is cited; 404 for one that is not public, whoever asks.
     *
     * @param asked the address of the service as the request has it
     */
    public Citation of(String release, URI asked) {
        ReleaseView view = releases.get(release, Optional.empty());
        return Citation.of(view, config.publisher(), config.base(asked));
    }
}
