package org.tipstats.publish.citation;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.util.Optional;

/** Under which name and address the figures are cited. */
@ConfigMapping(prefix = "tipstats.catalogue")
public interface CatalogueConfig {

    /** Who publishes the releases. Default TIPstats. */
    @WithDefault("TIPstats")
    String publisher();

    /** The address at which everyone reaches the service, as in {@code https://example.org}. Default: that of the request. */
    Optional<URI> address();

    /** The address that the settings name, without a slash at its end; empty where they name none. */
    default String base() {
        return address().map(named -> base(named)).orElse("");
    }

    /** The address to cite, without a slash at its end. @param asked the address that the request was sent to */
    default String base(URI asked) {
        return address().orElse(asked).toString().replaceFirst("/+$", "");
    }
}
