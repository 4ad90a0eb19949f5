package org.tipstats.sdmx.rest;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntPredicate;
import org.tipstats.platform.http.Keeping;
import org.tipstats.publish.release.Permanence;
import org.tipstats.publish.release.PublishedReleases;
import org.tipstats.publish.release.ReleaseReference;
import org.tipstats.publish.release.Vintage;
import org.tipstats.sdmx.data.DataSet;
import org.tipstats.sdmx.question.DataQuery;
import org.tipstats.sdmx.question.ObservationFilter;
import org.tipstats.vocabulary.cube.Cube;
import org.tipstats.vocabulary.cube.Observation;

/** Finds what is published of a dataflow now, was at an instant, or has been at all times, and what changed between. */
@ApplicationScoped
class Disseminations {

    /** What there is to write. @param release the newest of those it comes from */
    record Found(ReleaseReference release, List<DataSet> dataSets) {

        boolean isEmpty() {
            return dataSets.stream().allMatch(dataSet -> dataSet.places().length == 0);
        }
    }

    private final PublishedReleases published;
    private final Permanence permanence;

    Disseminations(PublishedReleases published, Permanence permanence) {
        this.published = published;
        this.permanence = permanence;
    }

    /** The newest release that the times allow, if any: what a question is answered from. */
    Optional<ReleaseReference> release(DataQuery.Times times) {
        return times.asOf() == null ? published.latest() : published.latestAt(times.asOf());
    }

    /** How long an answer from the release that the times allow may be kept: what was the case at an instant stays so. */
    Keeping keeping(ReleaseReference release, DataQuery.Times times) {
        return permanence.of(release, null, times.asOf());
    }

    Found find(DataQuery query, ReleaseReference release) {
        if (query.times().history()) {
            return new Found(release, history(query, release));
        }
        DataSet.Action action = query.whole() ? DataSet.Action.REPLACE : DataSet.Action.MERGE;
        Vintage now = published.vintage(release, query.dataflow());
        int[] places = query.filter().select(now);
        Instant since = query.times().updatedAfter();
        if (since == null) {
            return new Found(release, List.of(new DataSet(action, null, null, now.cube(), places)));
        }
        Vintage before = published
                .latestAt(since)
                .map(earlier -> published.vintage(earlier, query.dataflow()))
                .orElse(null);
        return new Found(release, changes(query.filter(), before, now, action, null));
    }

    /** A data set a dissemination, and another one for what it took away; oldest first. */
    private List<DataSet> history(DataQuery query, ReleaseReference last) {
        List<DataSet> sets = new ArrayList<>();
        Vintage before = null;
        Instant since = query.times().updatedAfter();
        for (ReleaseReference release : upTo(last)) {
            Vintage now = published.vintage(release, query.dataflow());
            if (since == null || release.publishedAt().isAfter(since)) {
                DataSet.Action action = query.whole() ? DataSet.Action.REPLACE : DataSet.Action.MERGE;
                sets.addAll(changes(query.filter(), before, now, action, release.publishedAt()));
            }
            before = now;
        }
        return sets;
    }

    private List<ReleaseReference> upTo(ReleaseReference last) {
        List<ReleaseReference> releases = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        // Releases that were published at the very same instant come one before the other.
        for (Optional<ReleaseReference> release = Optional.of(last);
                release.isPresent() && seen.add(release.get().id());
                release = published.before(release.get())) {
            releases.add(release.get());
        }
        Collections.reverse(releases);
        return releases;
    }

    /** @param before null where there was nothing @param at when it changed, or null where that is not told */
    private static List<DataSet> changes(
            ObservationFilter filter, Vintage before, Vintage now, DataSet.Action action, Instant at) {
        List<DataSet> sets = new ArrayList<>();
        if (before != null) {
            Cube cube = before.cube();
            int[] gone = keep(
                    filter.select(before),
                    place -> now.cube().find(cube.at(place).key()).isEmpty());
            if (gone.length > 0) {
                sets.add(new DataSet(DataSet.Action.DELETE, null, at, cube, gone));
            }
        }
        int[] changed = keep(filter.select(now), place -> {
            Observation found = now.cube().at(place);
            return before == null
                    || !before.cube().find(found.key()).filter(found::equals).isPresent();
        });
        if (changed.length > 0) {
            sets.add(new DataSet(action, at, null, now.cube(), changed));
        }
        return sets;
    }

    private static int[] keep(int[] places, IntPredicate property) {
        return Arrays.stream(places).filter(property).toArray();
    }
}
