package org.tipstats.disseminate.query;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.tipstats.platform.http.EntityTags;
import org.tipstats.platform.http.Packing;
import org.tipstats.publish.release.ReleaseReference;

/**
 * What conditional requests and caches need to know of a reply.
 *
 * @param value changes when the reply does: the value of a strong ETag
 * @param lastModified in whole seconds, as HTTP has it; null where the reply is not open, or has none
 * @param open whether everyone gets this reply; others are never kept
 */
record ReplyTag(String value, Instant lastModified, boolean open) {

    /** @param content equal for equal replies of a release */
    static ReplyTag of(ReleaseReference release, boolean open, String content) {
        String all = release.id() + '|' + release.contentHash() + '|' + content;
        return new ReplyTag(
                EntityTags.of(all), open ? release.publishedAt().truncatedTo(ChronoUnit.SECONDS) : null, open);
    }

    /** The tag of the same reply, packed. */
    ReplyTag packed() {
        return new ReplyTag(Packing.tag(value), lastModified, open);
    }

    /** @param stamp the versions that the content was made by, before the hash of its bytes */
    static ReplyTag of(String stamp, byte[] content, boolean open) {
        return new ReplyTag(stamp + '-' + EntityTags.of(content), null, open);
    }

    /** Whether a client has this very reply already; nobody has one that isn't open. */
    boolean isKnown(String ifNoneMatch, String ifModifiedSince) {
        if (!open) {
            return false;
        }
        return EntityTags.isKnown(value, lastModified, ifNoneMatch, ifModifiedSince);
    }
}
