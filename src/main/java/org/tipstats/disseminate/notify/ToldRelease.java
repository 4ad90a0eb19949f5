package org.tipstats.disseminate.notify;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.tipstats.publish.release.ReleaseView;

/** A published release as it is told. */
record ToldRelease(ReleaseView release, ChangeCounts changes) {

    /** The same for this release at all times and wherever it is read, and for no other one of any service. */
    String id() {
        String name = release.id() + "|" + release.contentHash() + "|" + release.publishedAt();
        return "urn:uuid:" + UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
    }
}
