package org.tipstats.publish.checks;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** What a deployment allows protection to cost. If a draft costs more, its checks warn. */
@ConfigMapping(prefix = "tipstats.losses")
public interface LossConfig {

    /**
     * Largest number of totals over all breakdowns in a dataflow that may be withheld to protect other figures. Default
     * 0: only totals that are sensitive themselves may be withheld.
     */
    @WithDefault("0")
    int totals();

    /**
     * Largest share in percent of the counts broken down by one dimension that may be withheld in a dataflow, of areas
     * and of groups. Default 30.
     */
    @WithDefault("30")
    int byOneDimension();
}
