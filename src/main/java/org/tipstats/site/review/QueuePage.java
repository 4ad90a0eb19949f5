package org.tipstats.site.review;

import java.util.List;

/**
 * The files that wait for review.
 *
 * @param next the address of the file that has waited longest and that the reviewer may decide on; null for none
 * @param filtered true if the list is filtered
 * @param rest the number of files not shown, in words; null if there is none
 */
record QueuePage(
        List<Option> states,
        List<Option> dataflows,
        List<Option> areas,
        List<Row> rows,
        String next,
        boolean filtered,
        String rest) {

    /**
     * A value to filter the list by.
     *
     * @param id empty for all
     */
    record Option(String id, String text, boolean chosen) {}

    /**
     * A file.
     *
     * @param at the time since when it waits, in ISO 8601
     * @param since the same in words
     * @param waiting the number of days that it has waited, in words
     * @param size the number of figures that it would change, in words
     * @param open true if its warnings still need explanations of the submitter
     * @param own true if the reader submitted it
     */
    record Row(
            String address,
            String area,
            String dataflow,
            String fileName,
            String by,
            String at,
            String since,
            String waiting,
            String size,
            String warnings,
            boolean open,
            boolean own) {}
}
