package org.tipstats.publish.consult;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Whether answers of areas hold up a release. */
@ConfigMapping(prefix = "tipstats.consultation")
public interface ConsultationConfig {

    /**
     * Whether an objection, or an area that may still answer, blocks the publication. Default false: the checks of the
     * draft only warn.
     */
    @WithDefault("false")
    boolean blocks();
}
