package org.tipstats.site.file;

/**
 * The heading of a report.
 *
 * @param dataflow the dataflow's id
 * @param about the dataflow's name
 * @param example true for the example file of the service, which the reader need not send again
 */
record CheckedFile(String fileName, String dataflow, String about, boolean example) {}
