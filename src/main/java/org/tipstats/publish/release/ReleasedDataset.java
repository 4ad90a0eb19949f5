package org.tipstats.publish.release;

/**
 * A dataset of a published release.
 *
 * @param sha256 of the dataset as CSV with all components in order, without formulas made harmless: of the very bytes that
 *     everyone can download
 */
public record ReleasedDataset(String release, String dataflow, long observations, String sha256) {}
