package org.tipstats.reviewdesk;

import jakarta.inject.Singleton;
import java.util.List;
import org.tipstats.access.Actor;
import org.tipstats.page.Section;
import org.tipstats.page.Sections;
import org.tipstats.submission.AcceptedObservations;
import org.tipstats.submission.SubmissionStatus;

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
        return accepted.pending().getOrDefault(SubmissionStatus.SUBMITTED.name(), 0L);
    }
}
