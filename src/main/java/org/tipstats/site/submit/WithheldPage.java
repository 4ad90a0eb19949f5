package org.tipstats.site.submit;

import java.util.List;
import org.tipstats.site.frame.Fault;

/**
 * The figures of a submission that would be withheld, and the stricter thresholds that its areas set.
 *
 * @param path the path of the submission below the language
 * @param what its dataflow and its areas, in words
 * @param result null if it is not computed yet
 * @param failed a sentence that says that the computation failed; null if it did not
 * @param running the progress in a sentence; null if no computation runs
 * @param percent the progress in percent
 * @param thresholds null if the person cannot set one here
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

    /**
     * The result of the computation.
     *
     * @param reasons the number of figures for each reason, in sentences
     * @param more the number of figures not shown, in a sentence; null if there is none
     */
    record Result(String sentence, List<String> reasons, List<Row> rows, String more) {}

    /** A figure. */
    record Row(String key, String value, String reason) {}

    /**
     * The thresholds in force and the form for a new one.
     *
     * @param least the smallest threshold allowed, that of the dataflow
     * @param most the largest threshold allowed
     * @param typed the refused input; null if there is none
     * @param fault the fault of the input; null if there is none
     */
    record Thresholds(
            String rule,
            int least,
            int most,
            String typed,
            String fault,
            List<Area> areas,
            List<StatedThreshold> stated) {}

    /** An area of the submission that the person reports for. */
    record Area(String id, String name) {}

    /** A threshold in force. */
    record StatedThreshold(String area, String text) {}
}
