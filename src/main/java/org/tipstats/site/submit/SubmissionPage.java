package org.tipstats.site.submit;

import java.util.List;
import java.util.Map;
import org.tipstats.site.file.ImpactTable;

/**
 * The facts that the pages of one submission show.
 *
 * @param what its dataflow and its areas, in words
 * @param said the comment of the reviewer's last decision; null if there is none
 * @param asked the number of reviewers' comments that wait for an answer, in words; null if there is none
 * @param next a sentence that says what happens next and who must act
 * @param action the next step of the submitter; null if there is none
 * @param protectable true if the person may ask which of its figures would be withheld
 * @param facts the facts of the receipt, by label
 */
record SubmissionPage(
        String id,
        String fileName,
        String what,
        String status,
        String tone,
        String next,
        Action action,
        Decision said,
        String asked,
        List<Step> steps,
        List<String> counts,
        Impact impact,
        boolean withdrawable,
        boolean protectable,
        Map<String, String> facts,
        String hash) {

    /** A button that links to a page. */
    record Action(String text, String address) {}

    /** The comment of a decision. */
    record Decision(String text, String by, String at, String when) {}

    /**
     * A step of the submission.
     *
     * @param state done, now or later
     */
    record Step(String text, String state, String by, String at, String when, String comment) {}

    /**
     * The numbers of figures that would change, and the table of changes.
     *
     * @param table null if the page shows only the numbers
     */
    record Impact(List<String> counts, ImpactTable table) {}

    /** Returns its address below the language. */
    public String path() {
        return "/desk/submissions/" + id;
    }
}
