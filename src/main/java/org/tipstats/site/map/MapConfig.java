package org.tipstats.site.map;

import io.smallrye.config.ConfigMapping;
import java.nio.file.Path;

/** Where a deployment's own shapes may lie. */
@ConfigMapping(prefix = "tipstats.map")
interface MapConfig {

    /** Shapes to use in place of those that come with the service, where the file is there. Default map.json in the home. */
    Path file();
}
