package org.tipstats.site.file;

/**
 * What a report says of its file.
 *
 * @param dataflow its id
 * @param about the dataflow in words
 * @param example whether it is the file of the service itself, which needs not be sent again
 */
record CheckedFile(String fileName, String dataflow, String about, boolean example) {}
