package org.tipstats.site.publish;

import java.util.List;
import org.tipstats.site.frame.Fault;

/**
 * A release on the desk.
 *
 * @param schedule when it becomes public, in a sentence
 * @param publicAt when it becomes public, for machines; null for no fixed time to come
 * @param changes how many figures differ from the release before, by kind; empty where there is none before
 * @param dead why it cannot be published now; null where it can
 * @param publicAddress of its public page; null while it has none
 * @param droppable whether it can be discarded
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

    /** How many there are of a kind. */
    record Count(String what, String number) {}
}
