package org.tipstats.publish.release;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tipstats.platform.problem.ProblemException;
import org.tipstats.vocabulary.cube.Cube;
import org.tipstats.vocabulary.schema.Dataflow;

/**
 * What may be read: which release is the latest, which was at an instant, and their datasets in memory. Visibility is
 * asked of the database each time; the content of a hash never changes, so it is read once.
 */
@ApplicationScoped
public class PublishedReleases {

    private record Dataset(String release, String contentHash, String dataflow) {}

    private static final long OBSERVATIONS_KEPT = 4_000_000;
    private static final long SOURCES_KEPT = 100;

    private final ReleaseReferenceRepository references;
    private final ReleaseContentRepository contents;
    private final BesideRepository beside;
    private final Clock clock;
    private final Cache<Dataset, Map<String, Cube>> others =
            Caffeine.newBuilder().maximumSize(SOURCES_KEPT).build();
    private final Cache<Dataset, Vintage> vintages = Caffeine.newBuilder()
            .maximumWeight(OBSERVATIONS_KEPT)
            .weigher((Dataset key, Vintage vintage) -> vintage.cube().size() + 1)
            .build();

    PublishedReleases(
            ReleaseReferenceRepository references,
            ReleaseContentRepository contents,
            BesideRepository beside,
            Clock clock) {
        this.references = references;
        this.contents = contents;
        this.beside = beside;
        this.clock = clock;
    }

    /** The release published last, if any. */
    public Optional<ReleaseReference> latest() {
        return references.latest(clock.instant());
    }

    /** The release that was the latest at an instant, which must not be later than now; none before the first. */
    public Optional<ReleaseReference> latestAt(Instant at) {
        Instant now = clock.instant();
        return references.latest(at.isBefore(now) ? at : now);
    }

    /** The release that was the latest before this one was published; for a draft, the latest. */
    public Optional<ReleaseReference> before(ReleaseReference release) {
        return references.before(release.id(), clock.instant());
    }

    /** A release by id; drafts and embargoed ones only where the reader may see drafts. */
    public Optional<ReleaseReference> named(String id, boolean drafts) {
        return references.named(id, drafts, clock.instant());
    }

    /**
     * The release that the parameter {@code release} asks for; 404 when it is not there for this reader.
     *
     * @param release an id, {@code latest}, or null for the latest
     * @param drafts whether the reader may see drafts
     */
    public ReleaseReference asked(String release, boolean drafts) {
        return (release == null || release.equals("latest") ? latest() : named(release, drafts))
                .orElseThrow(() -> ProblemException.notFound("release"));
    }

    /** The datasets of all releases that everyone may read now, by release and dataflow. */
    public List<ReleasedDataset> datasets() {
        return contents.published(clock.instant());
    }

    /** The dataflows of which releases that everyone may read now show other sources beside the official figures. */
    public Map<String, List<String>> datasetsBeside() {
        return beside.dataflows(clock.instant());
    }

    /** The dataset of a dataflow in a release; without observations when the release has none of it. */
    public Vintage vintage(ReleaseReference release, Dataflow dataflow) {
        return vintages.get(
                new Dataset(release.id(), release.contentHash(), dataflow.id()),
                key -> new Vintage(contents.read(release.id(), dataflow)));
    }

    /** What other sources say of a dataflow beside the official figures of a release: their published figures by source. */
    public Map<String, Cube> beside(ReleaseReference release, Dataflow dataflow) {
        return others.get(
                new Dataset(release.id(), release.contentHash(), dataflow.id()),
                key -> Collections.unmodifiableMap(beside.published(release.id(), dataflow)));
    }
}
