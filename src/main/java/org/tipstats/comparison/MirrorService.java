package org.tipstats.comparison;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.function.Predicate;
import org.tipstats.mirror.Mirror;
import org.tipstats.mirror.MirrorFlow;
import org.tipstats.mirror.MirrorPair;
import org.tipstats.mirror.PublishedCounts;
import org.tipstats.problem.ProblemException;
import org.tipstats.release.PublishedReleases;
import org.tipstats.release.ReleaseReference;
import org.tipstats.schema.Dataflow;
import org.tipstats.schema.Role;
import org.tipstats.schema.SchemaRegistry;

/**
 * Makes the mirror of a release from its published figures of two dataflows: victims by citizenship, and victims by country
 * of repatriation. The last few mirrors are kept in memory.
 */
@ApplicationScoped
public class MirrorService {

    private static final int KEPT = 8;

    private record Made(String release, String contentHash) {}

    /** The whole mirror of a release. */
    private record Whole(List<MirrorPair> pairs, List<MirrorFlow> flows) {}

    private final SchemaRegistry schemas;
    private final PublishedReleases published;
    private final Cache<Made, Whole> made =
            Caffeine.newBuilder().maximumSize(KEPT).build();

    MirrorService(SchemaRegistry schemas, PublishedReleases published) {
        this.schemas = schemas;
        this.published = published;
    }

    /** What areas say of each other's citizens, by area, citizenship and year. */
    public List<MirrorPair> pairs(ReleaseReference release) {
        return of(release).pairs();
    }

    /** How far the victims whom areas detected had come, by area, year and kind. */
    public List<MirrorFlow> flows(ReleaseReference release) {
        return of(release).flows();
    }

    private Whole of(ReleaseReference release) {
        return made.get(new Made(release.id(), release.contentHash()), key -> {
            Mirror mirror = new Mirror(
                    counts(
                            release,
                            Role.CITIZENSHIP,
                            flow -> flow.structure().dimension(Role.STAGE).isEmpty()),
                    counts(release, Role.COUNTERPART, flow -> true));
            return new Whole(mirror.pairs(), mirror.flows());
        });
    }

    /** The counts of the dataflow that has a dimension with the role; 404 where the schemas have none. */
    private PublishedCounts counts(ReleaseReference release, Role role, Predicate<Dataflow> kind) {
        Dataflow dataflow = schemas.dataflows().stream()
                .filter(flow -> flow.structure().dimension(role).isPresent() && kind.test(flow))
                .findFirst()
                .orElseThrow(() -> ProblemException.notFound("dataflow"));
        return new PublishedCounts(
                dataflow, role, published.vintage(release, dataflow).cube());
    }
}
