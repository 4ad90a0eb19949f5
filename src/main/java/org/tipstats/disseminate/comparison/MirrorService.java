package org.tipstats.disseminate.comparison;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.tipstats.compile.mirror.MirrorComparison;
import org.tipstats.compile.mirror.MirrorComparison.MirrorPair;
import org.tipstats.compile.mirror.MirrorDatasets;
import org.tipstats.compile.mirror.MirrorFlow;
import org.tipstats.disseminate.query.CodeExpression;
import org.tipstats.platform.problem.InputError;
import org.tipstats.platform.problem.ProblemException;
import org.tipstats.publish.read.PublishedReleases;
import org.tipstats.publish.read.PublishedReleases.ReleaseReference;
import org.tipstats.vocabulary.schema.Dataflow;
import org.tipstats.vocabulary.schema.Derivation;
import org.tipstats.vocabulary.schema.Dimension;
import org.tipstats.vocabulary.schema.SchemaRegistry;

/**
 * Computes the mirror statistics of a release from published figures. The schemas name the two source dataflows. The
 * figures equal those of the derived dataflows of mirror statistics, but are also available for releases from before
 * these dataflows existed. The service caches the last few results in memory.
 */
@ApplicationScoped
public class MirrorService {

    private static final int MAX_CACHED_MIRRORS = 8;

    /** The complete mirror statistics of a release. */
    private record MirrorData(List<MirrorPair> pairs, List<MirrorFlow> flows) {}

    private final SchemaRegistry schemas;
    private final PublishedReleases published;
    private final Cache<ReleaseReference, MirrorData> made =
            Caffeine.newBuilder().maximumSize(MAX_CACHED_MIRRORS).build();

    MirrorService(SchemaRegistry schemas, PublishedReleases published) {
        this.schemas = schemas;
        this.published = published;
    }

    /** Returns the figures of areas about each other's citizens, by area, citizenship and year. */
    public List<MirrorPair> pairs(ReleaseReference release) {
        return of(release).pairs();
    }

    /**
     * Returns the numbers of victims that areas detected, by area, year and distance: domestic, sub-regional and so on.
     */
    public List<MirrorFlow> flows(ReleaseReference release) {
        return of(release).flows();
    }

    private MirrorData of(ReleaseReference release) {
        Dataflow pairs = schemas.derivedBy(Derivation.Method.MIRROR_PAIRS)
                .orElseThrow(() -> ProblemException.notFound("dataflow"));
        return made.get(release, key -> {
            MirrorComparison mirror = new MirrorDatasets(schemas)
                    .mirror(pairs, source -> published.vintage(release, source).cube());
            return new MirrorData(mirror.pairs(), mirror.flows());
        });
    }

    /**
     * Reads the parameters that filter pairs and years. Each parameter may be null.
     *
     * @throws ProblemException with status 400 and a list of the faults if the parameters are not valid
     */
    MirrorQuery query(String area, String citizenship, String year) {
        Dimension areas = schemas.submitted().get(0).structure().area();
        Dimension years = schemas.submitted().get(0).structure().time();
        List<InputError> faults = new ArrayList<>();
        Dimension citizens = new Dimension(
                "CITIZENSHIP", areas.position(), areas.name(), areas.role(), areas.codes(), 0, areas.overlapping());
        MirrorQuery query = new MirrorQuery(
                areas,
                years,
                CodeExpression.ofRows(areas, area, faults),
                CodeExpression.ofRows(citizens, citizenship, faults),
                CodeExpression.ofRows(years, year, faults));
        ProblemException.requireNoParameterFaults(faults);
        return query;
    }

    /** The selected positions in the lists of areas and years. A set is null if all positions are selected. */
    record MirrorQuery(Dimension areas, Dimension years, BitSet area, BitSet citizenship, BitSet year) {

        boolean has(String inArea, String ofCitizenship, String inYear) {
            return (area == null || area.get(areas.positionOf(inArea)))
                    && (citizenship == null || citizenship.get(areas.positionOf(ofCitizenship)))
                    && (year == null || year.get(years.positionOf(inYear)));
        }
    }
}
