package org.tipstats.publish.release;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.tipstats.platform.audit.RecordedEvent.ChainHead;
import org.tipstats.publish.consult.ConsultationService;
import org.tipstats.publish.read.ReleaseContentRepository;
import org.tipstats.publish.read.ReleaseReferenceRepository;
import org.tipstats.vocabulary.schema.LocalText;

/** Announces that a release is public, in the transaction that makes it public. */
@ApplicationScoped
public class PublicationAnnouncer {

    private final ReleaseReferenceRepository references;
    private final ReleaseContentRepository contents;
    private final Event<ReleasePublished> event;
    private final ConsultationService consultations;
    private final Clock clock;

    PublicationAnnouncer(
            ReleaseReferenceRepository references,
            ReleaseContentRepository contents,
            Event<ReleasePublished> event,
            ConsultationService consultations,
            Clock clock) {
        this.references = references;
        this.contents = contents;
        this.event = event;
        this.consultations = consultations;
        this.clock = clock;
    }

    /** @param log the entry of the audit log that records the publication */
    void announce(Release release, ChainHead log) {
        consultations.end(release.id);
        List<String> hashes = contents.hashes(release.id);
        List<String> before = references
                .before(release.id, clock.instant())
                .map(earlier -> contents.hashes(earlier.id()))
                .orElse(List.of());
        Set<String> changed = new TreeSet<>(changedDataflows(hashes, before));
        changed.addAll(changedDataflows(before, hashes));
        event.fire(new ReleasePublished(
                release.id, release.titles(), release.publishedAt, dataflows(hashes), List.copyOf(changed), log));
    }

    /** Returns the dataflows for which the first list has a hash that is not in the second list. */
    private static List<String> changedDataflows(List<String> hashes, List<String> others) {
        return dataflows(hashes.stream().filter(hash -> !others.contains(hash)).toList());
    }

    /**
     * Returns the dataflows that the hashes belong to. If a hash is of figures from another source, its dataflow is the
     * one that has these figures.
     */
    static List<String> dataflows(List<String> hashes) {
        return hashes.stream()
                .map(hash -> hash.substring(0, hash.indexOf(':')).split("@")[0])
                .distinct()
                .toList();
    }

    /**
     * The event that a release became public. It is fired inside the transaction that publishes the release. An
     * observer's writes are committed with the publication, and an observer's exception rolls it back.
     *
     * @param changed ids of the dataflows that differ from the release before, including dataflows that the release no
     *     longer contains
     * @param log the entry of the audit log that records the publication
     */
    public record ReleasePublished(
            String id,
            LocalText titles,
            Instant publishedAt,
            List<String> dataflows,
            List<String> changed,
            ChainHead log) {}
}
