package org.tipstats.site.map;

import io.smallrye.config.ConfigMapping;
import java.nio.file.Path;

/** The configuration of a deployment's own shapes. */
@ConfigMapping(prefix = "tipstats.map")
interface MapConfig {

    /**
     * Returns the file with shapes that replaces the default shapes if it exists. Default: map.json in the home
     * folder.
     */
    Path file();
}
