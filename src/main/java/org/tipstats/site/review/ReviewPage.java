package org.tipstats.site.review;

import java.util.List;
import org.tipstats.site.file.ImpactTable;

/**
 * One file under review.
 *
 * @param impact the changes that it makes; null for a file that is not valid
 * @param mirror questions about figures that other areas publish of the same people
 * @param unanswered the number of reviewers' comments without an answer, in words; null if there is none
 * @param comments the address of the comments
 * @param accept the text of the button
 * @param dead a sentence that says why the file cannot be accepted now; null if it can
 * @param deadReturn a sentence that says why it cannot be returned now; null if it can
 * @param open true if a decision is still due
 */
record ReviewPage(
        String address,
        List<Fact> facts,
        String status,
        String tone,
        String sha256,
        ImpactTable impact,
        List<Warning> warnings,
        List<Proposal> proposals,
        List<String> overlaps,
        List<String> mirror,
        String unanswered,
        String comments,
        Timeline timeline,
        String accept,
        String dead,
        String deadReturn,
        boolean open,
        ReviewForm remarks) {

    /**
     * A fact about the file.
     *
     * @param code true for a code or file name, whose text direction is its own
     */
    record Fact(String name, String text, boolean code) {}

    /**
     * The warnings of a rule.
     *
     * @param count the number of warnings, in words
     * @param said the explanations; empty if there are none yet
     */
    record Warning(String rule, String title, String count, List<String> messages, List<Explanation> said) {}

    /**
     * An explanation of warnings.
     *
     * @param scope the part of the file that it applies to, in words
     */
    record Explanation(String text, String scope, String by, String at, String when) {}

    /** An explanation that is published with the values if the reviewer agrees. */
    record Proposal(String id, String text, boolean ticked) {}
}
