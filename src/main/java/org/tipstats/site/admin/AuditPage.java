package org.tipstats.site.admin;

import java.util.List;

/**
 * A part of the audit log, the newest first.
 *
 * @param from the first day, as the browser writes it; empty for none
 * @param until the last day
 * @param next the query of the next page; null for none
 * @param file the address of the same as a file
 * @param filtered whether the list is narrowed down
 */
record AuditPage(
        String who,
        String from,
        String until,
        List<Choice> actions,
        List<Choice> areas,
        List<Row> rows,
        String next,
        String file,
        boolean filtered) {

    /**
     * An entry.
     *
     * @param words what was done, in words
     * @param action the word that the log itself has
     * @param subject what it was done to
     * @param address of a page about that; null for none
     * @param detail what else is known, name and value
     */
    record Row(
            String seq,
            String at,
            String when,
            String who,
            String words,
            String action,
            String subject,
            String address,
            List<String> detail) {}

    /**
     * What a walk along the chain found.
     *
     * @param verdict in a sentence
     * @param seq the number of the last good entry
     * @param hash of that entry
     */
    record Verified(boolean intact, String verdict, String seq, String hash) {}
}
