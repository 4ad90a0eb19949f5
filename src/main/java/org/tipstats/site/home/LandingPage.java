package org.tipstats.site.home;

import java.util.List;
import java.util.Map;

/**
 * Everything that the start page and its nearest neighbours show, ready to be put into its places.
 *
 * @param release the latest release; null as long as nothing is published
 * @param figures its headline; null where it has none
 */
record LandingPage(LatestRelease release, HeadlineTable figures, List<DataflowRow> dataflows) {

    /**
     * The release that the page speaks of.
     *
     * @param publishedAt the instant, for machines
     * @param published the day, for people
     * @param address of the release in the API
     * @param citation without the address that ends it
     * @param pinned the parameter that gives its figures for good
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
     * @param heading what is shown: of whom and when
     * @param sentence the world's figure in a sentence; null where it is not shown
     * @param basis in a sentence, what the world's figure rests on
     * @param perPeople the unit of the rates
     * @param signs what each sign in the figures means
     * @param json the very same figures from the API
     * @param provenance where the world's figure comes from
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
     * A dataflow, with the ways to take and to give its data.
     *
     * @param held how many values the release has; null where it has none, or there is no release
     * @param json everything from the API, in pages
     * @param csv everything as one file
     * @param template null where nobody submits it
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
