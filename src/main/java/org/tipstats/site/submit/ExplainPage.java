package org.tipstats.site.submit;

import java.util.List;
import org.tipstats.site.frame.Fault;

/**
 * The report of a submission with what is to be explained.
 *
 * @param open the rules with warnings that have no explanation; empty where none is asked for
 */
record ExplainPage(List<Fault> faults, List<Open> open, List<Given> given) {

    /** The same with a fault. */
    ExplainPage with(Fault fault) {
        return new ExplainPage(List.of(fault), open, given);
    }

    /** Warnings of a rule. @param text as typed before; empty for nothing @param fault null for none */
    record Open(String rule, String title, String count, String text, String fault, List<Offer> offers) {}

    /** A text of an earlier year. */
    record Offer(String id, String text, String about) {}

    /** An explanation that was given. */
    record Given(String rule, String text, String by, String at, String when) {}
}
