package org.tipstats.site.releases;

import java.util.List;

/**
 * A published release.
 *
 * @param at the time of publication in ISO 8601
 * @param day the day of publication in words
 * @param newer a sentence that a newer release exists; null for the latest
 * @param latest the id of the latest release; null if this is the latest
 * @param notes the notes of its makers; null if there is none
 * @param changed a sentence that replaces the table of changes; null if there are changes
 * @param before the id of the release before; null for the first
 * @param explorer the address of the page to select its data; null if there is no such page
 */
record ReleasePage(
        String id,
        String title,
        String at,
        String day,
        String newer,
        String latest,
        String notes,
        List<Finding> findings,
        String changed,
        String before,
        List<Changed> changes,
        List<Covered> coverage,
        List<DataFile> files,
        String bundle,
        String explorer,
        Cited citation) {

    /** The main figure of a region, in a sentence. */
    record Finding(String area, String name, String sentence) {}

    /** The numbers of figures of a dataflow that differ from the release before, in words. */
    record Changed(String id, String name, String fresh, String revised, String withdrawn, String suppressed) {}

    /** The coverage of the world by a dataflow in its latest year. */
    record Covered(String id, String name, String year, String reporting, String share) {}

    /** A dataset as a file. */
    record DataFile(String name, String values, String address, String sha256) {}

    /**
     * The citation.
     *
     * @param address the API address of other forms of the citation
     */
    record Cited(String text, String url, String sha256, String address) {}
}
