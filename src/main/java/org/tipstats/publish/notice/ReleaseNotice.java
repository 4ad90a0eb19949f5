package org.tipstats.publish.notice;

import java.time.Instant;
import org.tipstats.vocabulary.schema.LocalText;

/**
 * A public notice about a release: an erratum, or the withdrawal of the release.
 *
 * @param id an id that never changes
 * @param titles the title of the release, by language
 * @param text the erratum, or the reason for the withdrawal
 */
public record ReleaseNotice(
        Kind kind, String id, String release, LocalText titles, LocalText text, Instant publishedAt) {

    public enum Kind {
        /** Something in the release is wrong or needs an explanation. */
        ERRATUM,
        /** The release is no longer public. */
        WITHDRAWAL
    }
}
