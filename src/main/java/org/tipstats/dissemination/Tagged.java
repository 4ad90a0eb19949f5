package org.tipstats.dissemination;

import org.tipstats.release.ReleaseReference;

/** A reply about one release with its tag. */
record Tagged<T>(T body, ReplyTag tag) {

    /** @param body a record whose text tells all of it */
    static <T extends Record> Tagged<T> of(T body, ReleaseReference release, boolean open) {
        return new Tagged<>(body, ReplyTag.of(release, open, body.toString()));
    }
}
