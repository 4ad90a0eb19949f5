package org.tipstats.site.review;

import java.util.List;
import org.tipstats.site.file.ImpactTable;

/**
 * One file under review.
 *
 * @param impact what it changes; null for a file that cannot change anything
 * @param mirror what areas published of the same people, and what both are asked
 * @param unanswered how many comments of reviewers have no answer, in words; null for none
 * @param comments where the comments stand
 * @param accept the words of the button
 * @param dead why the file cannot be accepted now; null where it can
 * @param deadReturn why it cannot be returned now; null where it can
 * @param open whether there is still something to decide
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
        Remarks remarks) {

    /** Something about the file. @param code whether the text is a code or a name, whose direction is its own */
    record Fact(String name, String text, boolean code) {}

    /** What a rule warns of. @param count in words @param said the explanations; empty where there is none yet */
    record Warning(String rule, String title, String count, List<String> messages, List<Said> said) {}

    /** An explanation of warnings. @param scope what it is for, in words */
    record Said(String text, String scope, String by, String at, String when) {}

    /** An explanation that shall stand beside the published values, if the reviewer agrees. */
    record Proposal(String id, String text, boolean ticked) {}
}
