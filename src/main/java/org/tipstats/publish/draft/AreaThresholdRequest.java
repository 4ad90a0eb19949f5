package org.tipstats.publish.draft;

/** What an area states. @param threshold counts from 1 to below it shall be withheld */
public record AreaThresholdRequest(Integer threshold) {}
