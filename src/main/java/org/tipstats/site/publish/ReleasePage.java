package org.tipstats.site.publish;

import java.util.List;
import org.tipstats.site.frame.Fault;

/**
 * A release on the desk.
 *
 * @param schedule a sentence that says when it becomes public
 * @param publicAt the time at which it becomes public, in ISO 8601; null if there is no such time in the future
 * @param changes the numbers of figures that differ from the release before, by kind; empty if there is none before
 * @param dead a sentence that says why it cannot be published now; null if it can
 * @param publicAddress the address of its public page; null if there is none
 * @param droppable true if it can be discarded
 */
record ReleasePage(
        ReleaseRow release,
        String notes,
        String hash,
        String schedule,
        String publicAt,
        CheckRows checks,
        List<Count> changes,
        String dead,
        String publicAddress,
        boolean droppable,
        boolean isDraft,
        List<Fault> faults) {

    /** The number of changes of a kind. */
    record Count(String what, String number) {}
}
