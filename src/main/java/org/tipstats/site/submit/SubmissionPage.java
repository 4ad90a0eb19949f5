package org.tipstats.site.submit;

import java.util.List;
import java.util.Map;
import org.tipstats.site.file.ImpactTable;

/**
 * What the pages of one submission show of it.
 *
 * @param what is its dataflow and its areas, in words
 * @param said what the reviewer said last; null for nothing
 * @param asked how many comments of reviewers wait for an answer, in words; null for none
 * @param next what happens now and who acts, in a sentence
 * @param action what its sender does next; null for nothing
 * @param protectable whether it can be asked which of its figures would be withheld
 * @param facts the receipt, by what each is called
 */
record SubmissionPage(
        String id,
        String fileName,
        String what,
        String status,
        String tone,
        String next,
        Action action,
        Said said,
        String asked,
        List<Step> steps,
        List<String> counts,
        Impact impact,
        boolean withdrawable,
        boolean protectable,
        Map<String, String> facts,
        String hash) {

    /** A button that leads on. */
    record Action(String text, String address) {}

    /** What someone said with a decision. */
    record Said(String text, String by, String at, String when) {}

    /** A step of the way. @param state done, now or later */
    record Step(String text, String state, String by, String at, String when, String comment) {}

    /** How many figures would change, and the table of them; null for none. */
    record Impact(List<String> counts, ImpactTable table) {}

    /** Its address below the language. */
    public String path() {
        return "/desk/submissions/" + id;
    }
}
