package org.tipstats.publish.release;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.tipstats.platform.access.Actor;
import org.tipstats.platform.problem.LanguageTexts;
import org.tipstats.platform.problem.ProblemException;
import org.tipstats.publish.read.PublishedReleases.ReleaseReference;
import org.tipstats.publish.release.ReleaseService.ReleaseRequest;
import org.tipstats.publish.release.ReleaseView.ReleaseStatus;
import org.tipstats.vocabulary.schema.LocalText;

/**
 * A release: the figures that were accepted up to a moment, compiled with aggregates and rates. This class changes the
 * status of a release, and refuses illegal changes. {@code ReleaseService} is the only other class that sets the
 * status: it does so when an embargo ends.
 */
@Entity
@Table(name = "release")
class Release {

    private static final String ENGLISH = "en";

    @Id
    String id;

    /** The title in English, or else in the first language that has it. */
    String title;

    /** The title by language, as it is stored; null for a release from before titles had languages. */
    @Column(name = "titles")
    String titleIn;

    /** The notes in English, or else in the first language that has them; null without notes. */
    String notes;

    @Column(name = "notes_in")
    String notesIn;

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

    /** Number of the last acceptance that the release contains. */
    long acceptance;

    @Column(name = "content_hash")
    String contentHash;

    /** The content hashes of the releases that were published, scheduled or withdrawn when the draft was made. */
    @Column(name = "protected_against")
    String[] protectedAgainst = new String[0];

    /** The digest of the policy that protected the release; null for the first releases. */
    String policy;

    String checks;

    /** The remedies that the draft was compiled with, and those that it offers; null without remedies. */
    String remedies;

    protected Release() {}

    static Release draft(ReleaseRequest request, long acceptance, Actor by, Instant at) {
        Release release = new Release();
        release.id = request.id();
        release.title = request.titles().inLanguage(ENGLISH);
        release.titleIn = LanguageTexts.write(request.titles());
        release.setNotes(request.notesIn());
        release.embargoUntil = inMicroseconds(request.embargoUntil());
        release.status = ReleaseStatus.DRAFT;
        release.acceptance = acceptance;
        release.createdBy = by.id();
        release.creatorName = by.name();
        release.createdAt = at;
        return release;
    }

    /**
     * Returns a new draft with the same acceptances, to replace this draft. The actor is its author. The caller must
     * compile it.
     */
    Release redraft(Actor by, Instant at) {
        ReleaseRequest request = new ReleaseRequest(
                id, ReleaseText.of(titles().texts()), ReleaseText.of(notesIn().texts()), null, embargoUntil);
        Release release = draft(request, acceptance, by, at);
        release.createdAt = createdAt;
        return release;
    }

    /**
     * Returns true if both releases have the same title and embargo. Ignores the notes, because remedies add to them.
     */
    boolean isAnnouncedAs(Release other) {
        return titles().equals(other.titles()) && Objects.equals(embargoUntil, other.embargoUntil);
    }

    private void setNotes(LocalText texts) {
        notes = texts.texts().isEmpty() ? null : texts.inLanguage(ENGLISH);
        notesIn = LanguageTexts.write(texts);
    }

    LocalText titles() {
        return titleIn == null ? new LocalText(Map.of(ENGLISH, title)) : LanguageTexts.read(titleIn);
    }

    /** Returns the notes by language; an empty text without notes. */
    LocalText notesIn() {
        return notesIn == null && notes != null && !notes.isBlank()
                ? new LocalText(Map.of(ENGLISH, notes))
                : LanguageTexts.read(notesIn);
    }

    /** Adds a paragraph in each language of the notes; without notes, in each language of the title. */
    void note(UnaryOperator<String> paragraph) {
        Map<String, String> before = notesIn().texts();
        Map<String, String> after = new TreeMap<>();
        for (String language : before.isEmpty() ? titles().texts().keySet() : before.keySet()) {
            String text = before.get(language);
            String added = paragraph.apply(language);
            after.put(language, text == null ? added : text + "\n\n" + added);
        }
        setNotes(new LocalText(after));
    }

    /** Returns the name of the release in the audit log. */
    String subject() {
        return "releases/" + id;
    }

    /**
     * Returns a reference that marks this release as not public, because the checks treat drafts and public releases
     * alike.
     */
    ReleaseReference reference() {
        return new ReleaseReference(id, titles(), null, contentHash, acceptance, false);
    }

    void requireDraft(Instant at) {
        if (status != ReleaseStatus.DRAFT) {
            throw ProblemException.conflict(
                    "Release " + id + " has the status " + statusAt(at) + ". Only drafts can be compiled again.");
        }
    }

    /** Rounds up to the precision of the database, so that nothing is shown too early. */
    private static Instant inMicroseconds(Instant instant) {
        return instant == null ? null : instant.plusNanos(999).truncatedTo(ChronoUnit.MICROS);
    }

    /** Refuses a publication by the account that made the draft, and a second publication. */
    void requirePublishable(Actor by, Instant at) {
        if (createdBy.equals(by.id())) {
            throw ProblemException.forbidden("You made this draft, so another publisher must publish it.");
        }
        if (status != ReleaseStatus.DRAFT) {
            throw ProblemException.conflict(
                    "Release " + id + " has the status " + statusAt(at) + " and cannot be published again.");
        }
    }

    /**
     * Approves the release. It is visible at once, or when its embargo ends.
     *
     * @param last the time of the newest publication; null if there is none. If this time is not before {@code now},
     *     because the clock of another instance is ahead, the release becomes public one millisecond after this time,
     *     so that it is the latest release. The unit is a millisecond because open tables use milliseconds
     */
    void publish(Actor by, Instant now, Instant last) {
        requirePublishable(by, now);
        boolean waits = embargoUntil != null && embargoUntil.isAfter(now);
        status = waits ? ReleaseStatus.SCHEDULED : ReleaseStatus.PUBLISHED;
        publishedAt = waits ? embargoUntil : last == null || last.isBefore(now) ? now : last.plusMillis(1);
        publishedBy = by.id();
        publisherName = by.name();
    }

    void requireDroppable(Instant at) {
        if (statusAt(at).isFinal()) {
            throw ProblemException.conflict(
                    "Release " + id + " was published. Published releases never change and cannot be deleted.");
        }
    }

    void requirePublished(Instant at) {
        if (statusAt(at) != ReleaseStatus.PUBLISHED) {
            throw ProblemException.conflict("Release " + id + " has the status " + statusAt(at)
                    + ". Only a published release can be withdrawn.");
        }
    }

    /** Ends the publication. The figures stay in the database, because they were shown once. */
    void withdraw(Instant at) {
        requirePublished(at);
        status = ReleaseStatus.WITHDRAWN;
    }

    /** Returns the status at an instant. A scheduled release is published as soon as its embargo ends. */
    ReleaseStatus statusAt(Instant at) {
        return status == ReleaseStatus.SCHEDULED && !publishedAt.isAfter(at) ? ReleaseStatus.PUBLISHED : status;
    }
}
