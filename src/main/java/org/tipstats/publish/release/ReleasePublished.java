package org.tipstats.publish.release;

import java.time.Instant;
import java.util.List;

/**
 * A release has become public. Fired within the transaction that says so: who writes something then, writes it exactly
 * when the publication is committed, and a fault of theirs undoes it.
 *
 * @param dataflows those that it holds, by id
 * @param changed those that are not the same as in the release before; what it no longer holds is among them
 */
public record ReleasePublished(
        String id, String title, Instant publishedAt, List<String> dataflows, List<String> changed) {

    public ReleasePublished {
        dataflows = List.copyOf(dataflows);
        changed = List.copyOf(changed);
    }
}
