package org.tipstats.bench.world;

/**
 * A file as an area's provider submits it.
 *
 * @param csv the content, with a header of component ids
 */
public record NationalFile(String area, String dataflow, String csv) {}
