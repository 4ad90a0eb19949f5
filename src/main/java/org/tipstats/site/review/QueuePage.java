package org.tipstats.site.review;

import java.util.List;

/**
 * The files that wait.
 *
 * @param next the address of the file that has waited longest and is not one's own; null for none
 * @param filtered whether the list is narrowed down
 * @param rest how many more there are than shown, in words; null for none
 */
record QueuePage(
        List<Option> states,
        List<Option> dataflows,
        List<Option> areas,
        List<Row> rows,
        String next,
        boolean filtered,
        String rest) {

    /** Something to narrow the list to. @param id empty for all */
    record Option(String id, String text, boolean chosen) {}

    /**
     * A file.
     *
     * @param at since when it waits, for machines
     * @param waiting for how long
     * @param size of what it would change
     * @param open warnings that are not explained yet, and so wait for the sender
     * @param own whether the reader sent it
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
