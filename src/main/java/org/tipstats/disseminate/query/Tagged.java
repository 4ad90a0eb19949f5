package org.tipstats.disseminate.query;

import org.tipstats.platform.http.Keeping;
import org.tipstats.publish.release.ReleaseReference;

/** The body of a reply about one release, with its tag and how caches may keep it. */
record Tagged<T>(T body, ReplyTag tag, Keeping keeping) {

    /** @param body a record whose text contains all its content */
    static <T extends Record> Tagged<T> of(T body, ReleaseReference release, Keeping keeping) {
        return new Tagged<>(body, ReplyTag.of(release, keeping != Keeping.NEVER, body.toString()), keeping);
    }
}
