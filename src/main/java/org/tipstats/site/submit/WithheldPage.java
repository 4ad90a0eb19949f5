package org.tipstats.site.submit;

import java.util.List;
import org.tipstats.site.frame.Fault;

/**
 * Which figures of a submission would be withheld, and what its areas state for the protection of their own.
 *
 * @param path of the submission below the language
 * @param what is its dataflow and its areas, in words
 * @param result null where it has to be worked out
 * @param failed that it could not be worked out; null for none
 * @param running how far that is; null where nobody works it out
 * @param percent of it that is done
 * @param thresholds null where none can be stated
 */
record WithheldPage(
        List<Fault> faults,
        String path,
        String fileName,
        String what,
        Result result,
        String failed,
        String running,
        int percent,
        Thresholds thresholds) {

    /** @param reasons how many for each reason, in sentences @param more how many are not shown; null for none */
    record Result(String sentence, List<String> reasons, List<Row> rows, String more) {}

    /** A figure. */
    record Row(String key, String value, String reason) {}

    /**
     * What can be stated and what is.
     *
     * @param fault of what was typed; null for none
     * @param least that of the dataflow
     */
    record Thresholds(
            String rule, int least, int most, String typed, String fault, List<Area> areas, List<Stated> stated) {}

    /** An area of the submission that the person sends files for. */
    record Area(String id, String name) {}

    /** A threshold that holds. */
    record Stated(String area, String text) {}
}
