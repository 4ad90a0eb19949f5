package org.tipstats.release;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.tipstats.access.Actor;
import org.tipstats.problem.ProblemException;
import org.tipstats.problem.ProblemType;

/** A release: what was accepted up to a moment, compiled. It owns its transitions and refuses illegal ones. */
@Entity
@Table(name = "release")
class Release {

    @Id
    String id;

    String title;
    String notes;

    @Enumerated(EnumType.STRING)
    ReleaseStatus status;

    @Column(name = "created_by")
    UUID createdBy;

    @Column(name = "creator_name")
    String creatorName;

    @Column(name = "created_at")
    Instant createdAt;

    @Column(name = "embargo_until")
    Instant embargoUntil;

    @Column(name = "published_at")
    Instant publishedAt;

    @Column(name = "published_by")
    UUID publishedBy;

    @Column(name = "publisher_name")
    String publisherName;

    /** The number of the last acceptance that is in it. */
    long acceptance;

    @Column(name = "content_hash")
    String contentHash;

    /** The content hashes of the releases that were published or scheduled when the draft was made. */
    @Column(name = "protected_against")
    String[] protectedAgainst = new String[0];

    /** What disclosure control did, as JSON. */
    String checks;

    protected Release() {}

    static Release draft(ReleaseRequest request, long acceptance, Actor by, Instant at) {
        Release release = new Release();
        release.id = request.id();
        release.title = request.title();
        release.notes = request.notes();
        release.embargoUntil = inMicroseconds(request.embargoUntil());
        release.status = ReleaseStatus.DRAFT;
        release.acceptance = acceptance;
        release.createdBy = by.id();
        release.creatorName = by.name();
        release.createdAt = at;
        return release;
    }

    /** As the database keeps time; rounded up, for nothing may show too early. */
    private static Instant inMicroseconds(Instant instant) {
        return instant == null ? null : instant.plusNanos(999).truncatedTo(ChronoUnit.MICROS);
    }

    /** Refuses a publication by who made the draft, and a second one. */
    void requirePublishable(Actor by, Instant at) {
        if (createdBy.equals(by.id())) {
            throw new ProblemException(
                    ProblemType.FORBIDDEN, "You made this draft, so another publisher must publish it.");
        }
        if (status != ReleaseStatus.DRAFT) {
            throw new ProblemException(
                    ProblemType.CONFLICT,
                    "Release " + id + " has the status " + statusAt(at) + " and cannot be published again.");
        }
    }

    /** Approves the release: visible at once, or when its embargo ends. */
    void publish(Actor by, Instant at) {
        requirePublishable(by, at);
        boolean waits = embargoUntil != null && embargoUntil.isAfter(at);
        status = waits ? ReleaseStatus.SCHEDULED : ReleaseStatus.PUBLISHED;
        publishedAt = waits ? embargoUntil : at;
        publishedBy = by.id();
        publisherName = by.name();
    }

    /** Refuses what must not happen to a published release. */
    void requireDroppable(Instant at) {
        if (statusAt(at) == ReleaseStatus.PUBLISHED) {
            throw new ProblemException(
                    ProblemType.CONFLICT,
                    "Release " + id + " is published. Published releases never change and cannot be deleted.");
        }
    }

    /** The status at an instant: a scheduled release is published from the end of its embargo on. */
    ReleaseStatus statusAt(Instant at) {
        return status == ReleaseStatus.SCHEDULED && !publishedAt.isAfter(at) ? ReleaseStatus.PUBLISHED : status;
    }
}
