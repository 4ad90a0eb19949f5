package org.tipstats.publish.draft;

import java.time.Instant;

/**
 * A threshold that an area sets for its own figures, stricter than that of the schema.
 *
 * @param threshold counts from 1 to below it are withheld in releases drafted from then on
 */
public record AreaThreshold(String area, String dataflow, int threshold, Instant statedAt) {}
