package org.tipstats.publish.draft;

/**
 * A request to set an area's own threshold.
 *
 * @param threshold the threshold; counts from 1 to below it will be withheld
 */
public record AreaThresholdRequest(Integer threshold) {}
