package org.tipstats.site.submit;

import java.util.List;

/**
 * A list of submitted files.
 *
 * @param mayUpload true if the person may submit files
 * @param next the query of the next page; null if there is none
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

    /** A status to filter the list by. */
    record Choice(String value, String text, boolean chosen) {}
}
