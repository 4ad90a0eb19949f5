package org.tipstats.publish.citation;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.util.Optional;

/** The publisher and the URL that citations of figures name. */
@ConfigMapping(prefix = "tipstats.catalogue")
public interface CatalogueConfig {

    /** Name of the publisher of the releases. Default TIPstats. */
    @WithDefault("TIPstats")
    String publisher();

    /**
     * Public URL of the service, for example {@code https://example.org}. Default: the URL of the request; files then
     * have only the path of their terms of use.
     */
    Optional<URI> address();

    /** Returns the configured URL without a trailing slash, or an empty text if none is configured. */
    default String base() {
        return address().map(named -> base(named)).orElse("");
    }

    /**
     * Returns the URL of the service for citations, without a trailing slash: the configured URL, or the URL of the
     * request if none is configured.
     *
     * @param asked the URL of the service as the request used it
     */
    default String base(URI asked) {
        return base(asked.toString());
    }

    /** Returns the same as {@link #base(URI)}. The URL may be invalid, because its host comes from the request. */
    default String base(String asked) {
        return address().map(URI::toString).orElse(asked).replaceFirst("/+$", "");
    }
}
