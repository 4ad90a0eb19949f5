package org.tipstats.site.admin;

import java.util.List;

/**
 * A part of the audit log, the newest entry first.
 *
 * @param from the first day, as the browser writes it; empty if there is none
 * @param until the last day, as the browser writes it; empty if there is none
 * @param next the query of the next page; null if there is none
 * @param file the address of the same entries as a file
 * @param filtered true if the list is filtered
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
     * @param words the action in words
     * @param action the action's name in the log
     * @param subject the object of the action
     * @param address the address of a page about the subject; null if there is none
     * @param detail further facts, each as name and value
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
     * The result of a verification.
     *
     * @param verdict the result in a sentence
     * @param seq the number of the last valid entry
     * @param hash the hash of that entry
     */
    record Verified(boolean intact, String verdict, String seq, String hash) {}
}
