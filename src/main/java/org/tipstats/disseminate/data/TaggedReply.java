package org.tipstats.disseminate.data;

import org.tipstats.platform.http.CachePolicy;
import org.tipstats.publish.read.PublishedReleases.ReleaseReference;

/** The body of a reply about one release, with its tag and how caches may keep it. */
record TaggedReply<T>(T body, ReplyTag tag, CachePolicy keeping) {

    /** @param body a record whose text contains all its content */
    static <T extends Record> TaggedReply<T> of(T body, ReleaseReference release, CachePolicy keeping) {
        return new TaggedReply<>(body, ReplyTag.of(release, keeping != CachePolicy.NEVER, body.toString()), keeping);
    }
}
