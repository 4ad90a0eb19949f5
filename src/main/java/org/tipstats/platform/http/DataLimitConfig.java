package org.tipstats.platform.http;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Limits of data files and of saved queries, shown in {@code /limits}. */
@ConfigMapping(prefix = "tipstats.files")
public interface DataLimitConfig {

    /** Largest size of a query in a request body, in bytes. */
    int MOST_QUERY_BYTES = 1 << 18;

    /** Largest number of observations in one file of any format. Default 5,000,000. */
    @WithDefault("5000000")
    int maxObservations();

    /**
     * Largest number of observations in one workbook. A sheet of a workbook has at most 1,048,576 rows. Default
     * 1,000,000.
     */
    @WithDefault("1000000")
    int maxWorkbookObservations();

    /**
     * Largest number of new queries that all callers together save in a day. A query that was saved before does not
     * count. Default 20,000.
     */
    @WithDefault("20000")
    int savedQueriesADay();
}
