package org.tipstats.site.submit;

import java.util.List;

/**
 * Files that were sent in.
 *
 * @param mayUpload whether the person sends files
 * @param next the query of the next page; null for none
 */
record FileList(List<Row> rows, List<Choice> statuses, boolean mayUpload, String next) {

    /** A file. */
    record Row(
            String id,
            String fileName,
            String area,
            String dataflow,
            String status,
            String tone,
            String at,
            String when,
            String counts) {}

    /** A status that the list can be narrowed to. */
    record Choice(String value, String text, boolean chosen) {}
}
