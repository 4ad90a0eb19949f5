package org.tipstats.platform.http;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How large files of data are at most; shown in {@code /limits}. */
@ConfigMapping(prefix = "tipstats.files")
public interface FileConfig {

    /** The largest query in a body, in bytes. */
    int MOST_QUERY_BYTES = 1 << 18;

    /** Observations of one file, whatever its format. Default 5,000,000. */
    @WithDefault("5000000")
    int maxObservations();

    /** Observations of one workbook: a sheet has no more than 1,048,576 rows. Default 1,000,000. */
    @WithDefault("1000000")
    int maxWorkbookObservations();

    /** Queries that are saved in a day, by all callers together; those that are saved already count no more. Default 20,000. */
    @WithDefault("20000")
    int savedQueriesADay();
}
