package org.tipstats.collect.entry;

import java.util.List;
import org.tipstats.vocabulary.schema.Dataflow;

/**
 * What a round asks of an area in one dataflow.
 *
 * @param round the id of the round
 * @param years the years that are asked, in order
 */
public record EntryPart(String round, String area, Dataflow dataflow, List<String> years) {

    public EntryPart {
        years = List.copyOf(years);
    }

    /** Returns what entries of the audit log about the figures typed in are about. */
    String subject() {
        return "rounds/" + round + "/areas/" + area + "/entries/" + dataflow.id();
    }
}
