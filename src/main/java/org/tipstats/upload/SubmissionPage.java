package org.tipstats.upload;

import java.util.List;
import java.util.Map;

/**
 * What the pages of one submission show of it.
 *
 * @param what is its dataflow and its areas, in words
 * @param said what the reviewer said last; null for nothing
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

    /** How many figures would change; of these the first, the largest changes first. @param more null for none */
    record Impact(List<String> counts, List<Changed> rows, String more) {}

    /** A figure that changes. */
    record Changed(String key, String before, String after, String difference, String kind) {}

    /** Its address below the language. */
    public String path() {
        return "/desk/submissions/" + id;
    }
}
