package org.tipstats.site.releases;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.inject.Named;
import jakarta.inject.Singleton;

/** The language in which publishers write the titles and notes of releases. Templates mark these texts with it. */
@Named("titles")
@Singleton
public final class TitleLanguage {

    /** The language of texts that exist in one language only. */
    @ConfigMapping(prefix = "tipstats.releases")
    interface Config {

        /** Language of the titles and notes of releases, as a language tag. */
        @WithDefault("en")
        String language();
    }

    private final Config config;

    TitleLanguage(Config config) {
        this.config = config;
    }

    /** Returns the language tag. */
    public String getLanguage() {
        return config.language();
    }
}
