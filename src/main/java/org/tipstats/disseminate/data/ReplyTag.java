package org.tipstats.disseminate.data;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.tipstats.platform.http.EntityTags;
import org.tipstats.platform.http.GzipEncoding;
import org.tipstats.publish.read.PublishedReleases.ReleaseReference;

/**
 * Identifies the content of a reply for conditional requests and caches.
 *
 * @param value the value of a strong ETag, which changes whenever the reply changes
 * @param lastModified the time of the last change, in whole seconds as HTTP requires; null if the reply is not open or
 * the time is not known
 * @param open whether everyone gets this reply; caches must not store other replies
 */
public record ReplyTag(String value, Instant lastModified, boolean open) {

    /**
     * Makes the tag of a reply about a release.
     *
     * @param content a text that is equal for equal replies about the release
     */
    static ReplyTag of(ReleaseReference release, boolean open, String content) {
        String all = release.id() + '|' + release.contentHash() + '|' + content;
        return new ReplyTag(
                EntityTags.of(all), open ? release.publishedAt().truncatedTo(ChronoUnit.SECONDS) : null, open);
    }

    /** Returns the tag of the same reply compressed with gzip. */
    ReplyTag packed() {
        return new ReplyTag(GzipEncoding.tag(value), lastModified, open);
    }
}
