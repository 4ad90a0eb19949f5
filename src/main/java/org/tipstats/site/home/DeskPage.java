package org.tipstats.site.home;

import java.util.List;

/** What waits for someone, by role. A part is null for who does not have the role. */
record DeskPage(String lead, List<FileRow> mine, List<FileRow> queue, List<ReleaseRow> drafts, List<EventRow> events) {

    /**
     * A file that was sent in.
     *
     * @param area its name, or of how many areas it is
     * @param address of its page; null as long as there is none
     * @param at for machines
     */
    record FileRow(
            String dataflow,
            String area,
            String fileName,
            String status,
            String tone,
            String at,
            String when,
            String address) {}

    /** A release that is not public yet. */
    record ReleaseRow(
            String id, String title, String status, String tone, String at, String when, String by, String address) {}

    /** A change of state. @param action what was done, in words */
    record EventRow(String action, String subject, String by, String at, String when) {}
}
