package org.tipstats.site.review;

import jakarta.inject.Singleton;
import java.util.List;
import org.tipstats.collect.submission.SubmissionStatus;
import org.tipstats.collect.values.AcceptedObservations;
import org.tipstats.platform.access.Actor;
import org.tipstats.site.frame.Section;
import org.tipstats.site.frame.Sections;

/** Declares the section of this package. */
@Singleton
final class ReviewSections implements Sections {

    private final AcceptedObservations accepted;

    ReviewSections(AcceptedObservations accepted) {
        this.accepted = accepted;
    }

    @Override
    public List<Section> sections() {
        return List.of(Section.QUEUE);
    }

    /** Counts all files that wait for a review, also those that this person may not review. */
    @Override
    public long waiting(Section section, Actor actor) {
        return accepted.pendingByStatus().getOrDefault(SubmissionStatus.SUBMITTED.name(), 0L);
    }
}
