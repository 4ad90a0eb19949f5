package org.tipstats.publish.release;

import java.time.Instant;
import java.util.List;

/**
 * The event that a release became public. It is fired inside the transaction that publishes the release. An observer's
 * writes are committed with the publication, and an observer's exception rolls it back.
 *
 * @param dataflows ids of the dataflows that it contains
 * @param changed ids of the dataflows that differ from the release before, including those that it no longer contains
 */
public record ReleasePublished(
        String id, String title, Instant publishedAt, List<String> dataflows, List<String> changed) {

    public ReleasePublished {
        dataflows = List.copyOf(dataflows);
        changed = List.copyOf(changed);
    }
}
