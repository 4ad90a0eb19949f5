package org.tipstats.disseminate.notify;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.tipstats.publish.release.ReleaseView;

/** A published release as the feed shows it. */
record FeedEntry(ReleaseView release, ChangeCounts changes) {

    /**
     * Returns an id that is always the same for this release and differs from that of every other release, also of
     * other services.
     */
    String id() {
        String name = release.id() + "|" + release.contentHash() + "|" + release.publishedAt();
        return "urn:uuid:" + UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
    }
}
