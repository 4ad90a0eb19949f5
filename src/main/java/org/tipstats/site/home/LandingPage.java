package org.tipstats.site.home;

import java.util.List;
import java.util.Map;

/**
 * The contents of the start page and the developers' page, ready for the templates.
 *
 * @param release the latest release; null if nothing is published
 * @param figures its headline; null if it has none
 */
record LandingPage(LatestRelease release, HeadlineTable figures, List<DataflowRow> dataflows) {

    /**
     * The latest release.
     *
     * @param publishedAt the time of publication in ISO 8601
     * @param published the day of publication in words
     * @param address the address of its page
     * @param citation the citation without the address at its end
     * @param pinned the query parameter that selects this release
     */
    record LatestRelease(
            String id,
            String title,
            String publishedAt,
            String published,
            String address,
            String citation,
            String pinned,
            String contentHash) {}

    /**
     * The figures of one year.
     *
     * @param heading the population and the year
     * @param sentence the world's figure in a sentence; null if it is not shown
     * @param basis a sentence about the sources of the world's figure
     * @param perPeople the unit of the rates
     * @param signs the meaning of each sign in the figures
     * @param json the API address of the same figures
     * @param provenance the API address of the provenance of the world's figure
     */
    record HeadlineTable(
            String heading,
            String caption,
            String sentence,
            FigureRow world,
            String basis,
            String perPeople,
            List<FigureRow> regions,
            Map<String, String> signs,
            String json,
            String csv,
            String provenance) {}

    /**
     * A dataflow with links to its data, structure and template.
     *
     * @param held the number of values in the release; null if it has none or there is no release
     * @param json the API address of all its values, in pages
     * @param csv the address of all its values in one file
     * @param template null if the dataflow is derived and takes no files
     */
    record DataflowRow(
            String id,
            String name,
            String description,
            String held,
            String json,
            String csv,
            String structure,
            String template) {}
}
