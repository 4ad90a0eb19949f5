package org.tipstats.site.submit;

import java.util.List;

/**
 * What an area has sent and what is missing.
 *
 * @param areas that the person sends files for
 * @param newest what the newest year due is and how much of it is missing, in a sentence; null where no year is due
 * @param missing the datasets of that year that nothing came in for
 * @param caption of the table
 * @param asked what the area is asked about figures that others publish
 */
record DuePage(
        List<Choice> areas,
        String newest,
        List<Missing> missing,
        String caption,
        List<String> years,
        List<Row> rows,
        MirrorQuestions.Asked asked) {

    /** An area. */
    record Choice(String id, String name, boolean chosen) {}

    /** A dataset without a file. @param template to fill in */
    record Missing(String name, String upload, String template) {}

    /** A dataset, year by year. */
    record Row(String name, List<Cell> cells) {}

    /** A year of a dataset. @param address of the file; null for none */
    record Cell(String text, String tone, String address) {}
}
