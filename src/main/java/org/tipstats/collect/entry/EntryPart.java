package org.tipstats.collect.entry;

import java.util.List;
import org.tipstats.platform.problem.ProblemException;
import org.tipstats.vocabulary.schema.Dataflow;

/**
 * The figures that a round asks of an area in one dataflow.
 *
 * @param round the id of the round
 * @param years the years that the round asks for, in order
 * @param open whether the round takes answers: it has opened and is not closed
 */
public record EntryPart(String round, String area, Dataflow dataflow, List<String> years, boolean open) {

    public EntryPart {
        years = List.copyOf(years);
    }

    /** @throws ProblemException 409 if the round is planned or closed */
    void requireOpen() {
        if (!open) {
            throw ProblemException.conflict("The round " + round + " is not open, so it takes no figures.");
        }
    }

    /** Returns the subject of audit log entries about the typed figures. */
    String subject() {
        return "rounds/" + round + "/areas/" + area + "/entries/" + dataflow.id();
    }
}
