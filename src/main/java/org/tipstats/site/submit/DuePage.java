package org.tipstats.site.submit;

import java.util.List;

/**
 * The files that an area has submitted and those that are missing.
 *
 * @param areas the areas that the person reports for
 * @param newest a sentence that names the newest year due and how much of it is missing; null if no year is due
 * @param missing the datasets without a file for that year
 * @param caption the caption of the table
 * @param asked questions to the area about figures that other areas publish
 */
record DuePage(
        List<Choice> areas,
        String newest,
        List<Missing> missing,
        String caption,
        List<String> years,
        List<Row> rows,
        MirrorQuestions.QuestionList asked) {

    /** An area to choose. */
    record Choice(String id, String name, boolean chosen) {}

    /**
     * A dataset without a file.
     *
     * @param upload the address of the upload form
     * @param template the address of the template
     */
    record Missing(String name, String upload, String template) {}

    /** A dataset, year by year. */
    record Row(String name, List<Cell> cells) {}

    /**
     * A year of a dataset.
     *
     * @param address the address of the file's page; null if there is none
     */
    record Cell(String text, String tone, String address) {}
}
