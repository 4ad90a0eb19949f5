package org.tipstats.publish.read;

/**
 * A dataset of a published release.
 *
 * @param sha256 hash of the dataset as CSV, with all components in order and without escaped formulas: the same bytes
 *     that everyone can download
 */
public record ReleasedDataset(String release, String dataflow, long observations, String sha256) {}
