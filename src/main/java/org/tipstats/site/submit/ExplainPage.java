package org.tipstats.site.submit;

import java.util.List;
import org.tipstats.site.frame.Fault;

/**
 * The explanations of a submission's warnings: those still needed and those given.
 *
 * @param open the rules whose warnings have no explanation yet; empty if none is needed
 */
record ExplainPage(List<Fault> faults, List<OpenWarning> open, List<Explanation> given) {

    /** Returns a copy with one fault. */
    ExplainPage with(Fault fault) {
        return new ExplainPage(List.of(fault), open, given);
    }

    /**
     * The warnings of a rule without an explanation.
     *
     * @param text the text typed so far; empty if there is none
     * @param fault the fault of the text; null if there is none
     */
    record OpenWarning(String rule, String title, String count, String text, String fault, List<Offer> offers) {}

    /** A text of an earlier year that can be used again. */
    record Offer(String id, String text, String about) {}

    /** An explanation that was given. */
    record Explanation(String rule, String text, String by, String at, String when) {}
}
