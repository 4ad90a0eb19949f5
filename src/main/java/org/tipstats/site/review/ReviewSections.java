package org.tipstats.site.review;

import jakarta.inject.Singleton;
import java.util.List;
import org.tipstats.collect.receive.AcceptedObservations;
import org.tipstats.collect.receive.SubmissionStatus;
import org.tipstats.platform.access.Actor;
import org.tipstats.site.frame.Section;
import org.tipstats.site.frame.Sections;

/** The part of the website that this package has. */
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

    /** Every file that waits for a review, also those that the actor may not review alone. */
    @Override
    public long waiting(Section section, Actor actor) {
        return accepted.pending().getOrDefault(SubmissionStatus.SUBMITTED.name(), 0L);
    }
}
