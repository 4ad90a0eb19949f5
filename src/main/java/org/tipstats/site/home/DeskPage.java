package org.tipstats.site.home;

import java.util.List;

/** The work that waits for a person, by role. A part is null if the person does not have the role. */
record DeskPage(String lead, List<FileRow> mine, List<FileRow> queue, List<ReleaseRow> drafts, List<EventRow> events) {

    /**
     * A submitted file.
     *
     * @param area the area's name, or the number of areas
     * @param at the time in ISO 8601
     * @param address the address of its page; null if there is no such page
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

    /** A release that is not published yet. */
    record ReleaseRow(
            String id, String title, String status, String tone, String at, String when, String by, String address) {}

    /**
     * An entry of the audit log.
     *
     * @param action the action in words
     */
    record EventRow(String action, String subject, String by, String at, String when) {}
}
