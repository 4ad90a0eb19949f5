package org.tipstats.publish.release;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;

/**
 * A release as the API shows it.
 *
 * @param createdBy the name of the account that made the draft; only for signed-in staff
 * @param publishedBy the name of the account that published the release; only for signed-in staff
 * @param contentHash SHA-256 over the hashes of the release's datasets
 */
public record ReleaseView(
        String id,
        String title,
        @JsonInclude(JsonInclude.Include.NON_NULL) String notes,
        ReleaseStatus status,
        @JsonInclude(JsonInclude.Include.NON_NULL) String createdBy,
        Instant createdAt,
        Instant embargoUntil,
        Instant publishedAt,
        @JsonInclude(JsonInclude.Include.NON_NULL) String publishedBy,
        String contentHash) {

    static ReleaseView from(Release release, Instant at, boolean forStaff) {
        ReleaseStatus status = release.statusAt(at);
        return new ReleaseView(
                release.id,
                release.title,
                release.notes,
                status,
                forStaff ? release.creatorName : null,
                release.createdAt,
                release.embargoUntil,
                release.publishedAt,
                forStaff ? release.publisherName : null,
                release.contentHash);
    }

    public enum ReleaseStatus {
        /** The release is compiled. Only reviewers and publishers see it. */
        DRAFT,
        /** The release is approved. It becomes visible when its embargo ends. */
        SCHEDULED,
        /** The release is visible to everyone, and final. */
        PUBLISHED
    }
}
