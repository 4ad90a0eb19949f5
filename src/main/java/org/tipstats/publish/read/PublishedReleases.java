package org.tipstats.publish.read;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.tipstats.platform.access.Actor;
import org.tipstats.platform.audit.ReadRecorder;
import org.tipstats.platform.database.Database;
import org.tipstats.platform.database.ReadReplica;
import org.tipstats.platform.problem.Problem;
import org.tipstats.platform.problem.ProblemException;
import org.tipstats.platform.problem.ProblemType;
import org.tipstats.publish.read.ReleaseReferenceRepository.WithdrawnRelease;
import org.tipstats.vocabulary.cube.Cube;
import org.tipstats.vocabulary.cube.KeySpace;
import org.tipstats.vocabulary.schema.Dataflow;
import org.tipstats.vocabulary.schema.LocalText;
import org.tipstats.vocabulary.schema.SchemaRegistry;

/**
 * Finds the releases that may be read, and holds their datasets in memory. Each call that finds a release asks the
 * database which releases are visible, so every instance shows a publication, an erratum and a withdrawal at once.
 * Content with a given hash never changes, so it is cached. Public content is read from a replica of the database if
 * there is one.
 */
@ApplicationScoped
public class PublishedReleases {

    private record Dataset(String release, String contentHash, String dataflow) {}

    private static final long MAX_CACHED_OBSERVATIONS = 4_000_000;
    private static final long MAX_CACHED_SOURCES = 100;

    private final ReleaseReferenceRepository references;
    private final ReleaseContentRepository contents;
    private final OtherSourceRepository otherSources;
    private final ReadReplica replica;
    private final ReadRecorder reads;
    private final SchemaRegistry schemas;
    private final Clock clock;
    private final Cache<Dataset, Map<String, Cube>> others =
            Caffeine.newBuilder().maximumSize(MAX_CACHED_SOURCES).build();
    private final Cache<Dataset, Vintage> vintages = Caffeine.newBuilder()
            .maximumWeight(MAX_CACHED_OBSERVATIONS)
            .weigher((Dataset key, Vintage vintage) -> vintage.cube().size() + 1)
            .build();

    PublishedReleases(
            ReleaseReferenceRepository references,
            ReleaseContentRepository contents,
            OtherSourceRepository otherSources,
            ReadReplica replica,
            ReadRecorder reads,
            SchemaRegistry schemas,
            Clock clock) {
        this.references = references;
        this.contents = contents;
        this.otherSources = otherSources;
        this.replica = replica;
        this.reads = reads;
        this.schemas = schemas;
        this.clock = clock;
    }

    /** Returns the newest published release, if there is one. */
    public Optional<ReleaseReference> latest() {
        return references.latest(clock.instant());
    }

    /**
     * Returns the release that was the latest at an instant; empty if no release was public then. Treats an instant in
     * the future as now.
     *
     * @throws ProblemException 410 if that release was withdrawn after the instant
     */
    public Optional<ReleaseReference> latestAt(Instant at) {
        return at.isBefore(clock.instant())
                ? references.latestAt(at).map(release -> release.isPublic() ? release : required(release.id(), false))
                : latest();
    }

    /** Returns the newest public release from before the given one; for a draft, the latest release. */
    public Optional<ReleaseReference> before(ReleaseReference release) {
        return references.before(release.id(), clock.instant());
    }

    /**
     * Returns a release by id; empty if there is no such release, if it was withdrawn, or if the reader may not see it.
     *
     * @param drafts true if the reader may see drafts and releases under embargo
     */
    public Optional<ReleaseReference> find(String id, boolean drafts) {
        return references.named(id, drafts, clock.instant());
    }

    /** Returns a release by id if the reader may see it. Records the read if the release is not public yet. */
    public Optional<ReleaseReference> find(String id, Optional<Actor> reader) {
        Optional<ReleaseReference> found =
                find(id, reader.filter(Actor::readsDrafts).isPresent());
        found.filter(release -> !release.isPublic())
                .ifPresent(draft ->
                        reads.record(reader.orElseThrow().event("draft-read", "releases/" + draft.id() + "/draft")));
        return found;
    }

    /**
     * Returns a release as {@link #find(String, boolean)} does.
     *
     * @throws ProblemException 404 if the release does not exist or the reader may not see it; 410 if it was withdrawn
     */
    public ReleaseReference required(String id, boolean drafts) {
        return find(id, drafts)
                .orElseThrow(() ->
                        references.withdrawn(id).map(this::gone).orElseGet(() -> ProblemException.notFound("release")));
    }

    /** Returns a release as {@link #find(String, Optional)} does. Throws a 404, or a 410 if it was withdrawn. */
    public ReleaseReference required(String id, Optional<Actor> reader) {
        return find(id, reader).orElseGet(() -> required(id, false));
    }

    private ProblemException gone(WithdrawnRelease release) {
        return new ProblemException(
                Problem.of(ProblemType.GONE, "Release " + release.id() + " was withdrawn. " + release.reason())
                        .with("release", release.id())
                        .with("reason", release.reason())
                        .with("publishedAt", release.publishedAt())
                        .with("withdrawnAt", release.withdrawnAt())
                        .with("contentHash", release.contentHash())
                        .with("datasets", contents.datasets(release.id())));
    }

    /**
     * Returns the release that the parameter {@code release} asks for: an id, or {@code latest} or null for the latest.
     * See {@link #required(String, Optional)}.
     */
    public ReleaseReference requested(String release, Optional<Actor> reader) {
        return release == null || release.equals("latest")
                ? latest().orElseThrow(() -> ProblemException.notFound("release"))
                : required(release, reader);
    }

    /** Returns the public release with this id, as {@link #requested} does; the latest if the id is null or empty. */
    public Optional<ReleaseReference> shown(String release) {
        return release == null || release.isEmpty() ? latest() : Optional.of(requested(release, Optional.empty()));
    }

    /** Returns true if a release is public, or was public until it was withdrawn. */
    public boolean wasPublished(String id) {
        return find(id, false).isPresent() || references.withdrawn(id).isPresent();
    }

    /** Returns the reason for which a release was withdrawn; empty if it was not withdrawn. */
    public Optional<String> withdrawal(String id) {
        return references.withdrawn(id).map(WithdrawnRelease::reason);
    }

    /** Returns the number of withdrawn releases. If it changes, what was computed from several is out of date. */
    public long withdrawals() {
        return references.withdrawals();
    }

    /** Returns the datasets of all public releases, by release and dataflow. */
    public List<ReleasedDataset> datasets() {
        return contents.published(clock.instant());
    }

    /** Returns the dataflows that have figures of other sources, by the id of the public release. */
    public Map<String, List<String>> dataflowsWithOtherSources() {
        return otherSources.dataflows(clock.instant());
    }

    /** Returns a dataset of a release. It has no observations if the release does not contain the dataflow. */
    public Vintage vintage(ReleaseReference release, Dataflow dataflow) {
        return vintages.get(
                new Dataset(release.id(), release.contentHash(), dataflow.id()),
                key -> new Vintage(read(
                        release, database -> new ReleaseContentRepository(database).read(release.id(), dataflow))));
    }

    /** Returns the published figures of other sources in a dataflow of a release, by source. */
    public Map<String, Cube> otherSources(ReleaseReference release, Dataflow dataflow) {
        return others.get(
                new Dataset(release.id(), release.contentHash(), dataflow.id()),
                key -> Collections.unmodifiableMap(read(
                        release,
                        database -> new OtherSourceRepository(database, schemas).published(release.id(), dataflow))));
    }

    /** Reads content of a public release from the replica if it has the same, all other content from the database. */
    private <T> T read(ReleaseReference release, Function<Database, T> work) {
        return replica.read(
                database -> release.isPublic()
                        && new ReleaseReferenceRepository(database).has(release.id(), release.contentHash()),
                work);
    }

    /**
     * A dataset of a published release.
     *
     * @param sha256 hash of the dataset as CSV, with all components in order and without escaped formulas; everyone can
     *     download a file with the same bytes
     */
    public record ReleasedDataset(String release, String dataflow, long observations, String sha256) {}

    /**
     * A reference to a release.
     *
     * @param titles the title by language
     * @param publishedAt the time at which the release became visible; null if it is not public
     * @param contentHash the hash of the content, which never changes after publication
     * @param hasErrata true if the release has an erratum
     */
    public record ReleaseReference(
            String id,
            LocalText titles,
            Instant publishedAt,
            String contentHash,
            long acceptance,
            boolean isPublic,
            boolean hasErrata) {

        /** Makes a reference to a release without errata. */
        public ReleaseReference(
                String id,
                LocalText titles,
                Instant publishedAt,
                String contentHash,
                long acceptance,
                boolean isPublic) {
            this(id, titles, publishedAt, contentHash, acceptance, isPublic, false);
        }

        /** Returns the title in English, or else in the first language that has it. */
        public String title() {
            return titles.inLanguage("en");
        }
    }

    /** One dataset of a release in memory, indexed by area. Immutable. */
    public static final class Vintage {

        private final Cube cube;
        private final List<int[]> byArea;

        public Vintage(Cube cube) {
            this.cube = cube;
            this.byArea = index(cube);
        }

        private static List<int[]> index(Cube cube) {
            KeySpace space = cube.space();
            int area = space.structure().area().position();
            int[] counts = new int[space.structure().area().size()];
            for (int i = 0; i < cube.size(); i++) {
                counts[space.position(cube.at(i).key(), area)]++;
            }
            List<int[]> index = Arrays.stream(counts).mapToObj(int[]::new).toList();
            for (int i = cube.size() - 1; i >= 0; i--) {
                int position = space.position(cube.at(i).key(), area);
                index.get(position)[--counts[position]] = i;
            }
            return index;
        }

        public Cube cube() {
            return cube;
        }

        /** Returns the indexes of an area's observations in the cube, ascending. */
        public int[] indexesOf(int areaPosition) {
            return byArea.get(areaPosition);
        }
    }
}
