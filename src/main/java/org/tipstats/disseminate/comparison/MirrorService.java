package org.tipstats.disseminate.comparison;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.tipstats.compile.mirror.Mirror;
import org.tipstats.compile.mirror.MirrorDatasets;
import org.tipstats.compile.mirror.MirrorFlow;
import org.tipstats.compile.mirror.MirrorPair;
import org.tipstats.platform.problem.ProblemException;
import org.tipstats.publish.release.PublishedReleases;
import org.tipstats.publish.release.ReleaseReference;
import org.tipstats.vocabulary.schema.Dataflow;
import org.tipstats.vocabulary.schema.Derivation;
import org.tipstats.vocabulary.schema.SchemaRegistry;

/**
 * Makes the mirror of a release from its published figures of the two dataflows that the schemas derive it from. That is
 * what the derived dataflow holds, and releases of before there was one have a mirror, too. The last few are kept in memory.
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
        Dataflow pairs = schemas.derivedBy(Derivation.Method.MIRROR_PAIRS)
                .orElseThrow(() -> ProblemException.notFound("dataflow"));
        return made.get(new Made(release.id(), release.contentHash()), key -> {
            Mirror mirror = new MirrorDatasets(schemas)
                    .mirror(pairs, source -> published.vintage(release, source).cube());
            return new Whole(mirror.pairs(), mirror.flows());
        });
    }
}
