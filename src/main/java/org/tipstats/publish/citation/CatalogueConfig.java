package org.tipstats.publish.citation;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.util.Optional;

/** The name and address under which figures are cited. */
@ConfigMapping(prefix = "tipstats.catalogue")
public interface CatalogueConfig {

    /** Name of the publisher of the releases. Default TIPstats. */
    @WithDefault("TIPstats")
    String publisher();

    /** Public address of the service, for example {@code https://example.org}. Default: that of the request. */
    Optional<URI> address();

    /** Returns the configured address without a trailing slash, or an empty text if none is configured. */
    default String base() {
        return address().map(named -> base(named)).orElse("");
    }

    /**
     * Returns the address to cite, without a trailing slash.
     *
     * @param asked the address that the request was sent to
     */
    default String base(URI asked) {
        return address().orElse(asked).toString().replaceFirst("/+$", "");
    }
}
