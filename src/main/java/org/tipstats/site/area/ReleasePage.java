package org.tipstats.site.area;

import java.util.List;

/**
 * A published release.
 *
 * @param at when it was published, for machines
 * @param day the same for people
 * @param newer a sentence that there is a newer one; null for the latest
 * @param latest the id of the newer one; null for the latest
 * @param notes what those who made it wrote; null for nothing
 * @param changed a sentence in place of the table of changes; null where there are some
 * @param before the id of the release before; null for the first
 * @param explorer where its data is chosen; null as long as there is no such page
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

    /** What a release comes to for a region, in a sentence. */
    record Finding(String area, String name, String sentence) {}

    /** How many figures of a dataflow differ from the release before, in words. */
    record Changed(String id, String name, String fresh, String revised, String withdrawn, String suppressed) {}

    /** How much of the world a dataflow has in its latest year. */
    record Covered(String id, String name, String year, String reporting, String share) {}

    /** A dataset as a file. */
    record DataFile(String name, String values, String address, String sha256) {}

    /** How it is cited. @param address in the API, for other forms of the citation */
    record Cited(String text, String url, String sha256, String address) {}
}
