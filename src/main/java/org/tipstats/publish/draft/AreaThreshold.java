package org.tipstats.publish.draft;

import java.time.Instant;

/**
 * A threshold that an area sets for its own figures. It is stricter than the threshold of the schema.
 *
 * @param threshold the threshold; counts from 1 to below it are withheld in releases that are drafted later
 */
public record AreaThreshold(String area, String dataflow, int threshold, Instant statedAt) {}
