package org.tipstats.sdmx.rest;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntPredicate;
import org.tipstats.platform.http.CachePolicy;
import org.tipstats.platform.problem.ProblemException;
import org.tipstats.publish.read.CacheRules;
import org.tipstats.publish.read.PublishedReleases;
import org.tipstats.publish.read.PublishedReleases.ReleaseReference;
import org.tipstats.publish.read.PublishedReleases.Vintage;
import org.tipstats.sdmx.data.DataMessage.DataSet;
import org.tipstats.sdmx.question.ObservationFilter;
import org.tipstats.sdmx.question.SdmxDataQuery;
import org.tipstats.vocabulary.cube.Cube;
import org.tipstats.vocabulary.cube.Observation;

/**
 * Finds the published data of a dataflow: the current data, the data at an instant, the data of all disseminations, or
 * the changes since an instant.
 */
@Singleton
record DataSetFinder(PublishedReleases published, CacheRules permanence) {

    /**
     * Returns the release that was the newest at the instant "asOf". If "asOf" is not given, returns the newest
     * release. Returns empty if there is no such release.
     */
    Optional<ReleaseReference> release(SdmxDataQuery.Times times) {
        return times.asOf() == null ? published.latest() : published.latestAt(times.asOf());
    }

    /**
     * Returns how long a reply may be cached. A reply with the data as of a past instant may be cached longer than a
     * reply with current data, because past data never change.
     */
    CachePolicy keeping(ReleaseReference release, SdmxDataQuery.Times times) {
        return permanence.of(release, null, times.asOf());
    }

    /** Returns the number of withdrawn releases. If this number changes, answers from several releases change too. */
    long withdrawals() {
        return published.withdrawals();
    }

    /**
     * Returns the data to write, from the given release and, for a history or changes, from earlier releases.
     *
     * @throws ProblemException 410 if the release that was the latest at "updatedAfter" was withdrawn. The reader may
     *     have the figures of the withdrawn release, and the changes since "updatedAfter" would not correct them.
     */
    List<DataSet> find(SdmxDataQuery query, ReleaseReference release) {
        Instant since = query.times().updatedAfter();
        Optional<ReleaseReference> read = since == null ? Optional.empty() : published.latestAt(since);
        if (query.times().history()) {
            return history(query, release);
        }
        DataSet.Action action = query.whole() ? DataSet.Action.REPLACE : DataSet.Action.MERGE;
        Vintage now = published.vintage(release, query.dataflow());
        int[] places = query.filter().select(now);
        if (since == null) {
            return List.of(new DataSet(action, null, null, now.cube(), places));
        }
        Vintage before = read.map(earlier -> published.vintage(earlier, query.dataflow()))
                .orElse(null);
        return changes(query.filter(), before, now, action, null);
    }

    /**
     * Returns the changes that each dissemination made, from the oldest dissemination to the newest. A data set with
     * the deleted observations comes before the data set with the new and changed observations.
     */
    private List<DataSet> history(SdmxDataQuery query, ReleaseReference last) {
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
        // The loop stops at a release that it has already seen, because several releases may have the same instant of
        // publication.
        for (Optional<ReleaseReference> release = Optional.of(last);
                release.isPresent() && seen.add(release.get().id());
                release = published.before(release.get())) {
            releases.add(release.get());
        }
        Collections.reverse(releases);
        return releases;
    }

    /**
     * Returns the data sets that convert one vintage to another: a data set with the deleted observations, and a data
     * set with the new and changed observations. Leaves out empty data sets.
     *
     * @param before the earlier vintage, or null if there is none
     * @param at the instant of the change, or null if the data sets state no instant
     */
    private static List<DataSet> changes(
            ObservationFilter filter, Vintage before, Vintage now, DataSet.Action action, Instant at) {
        List<DataSet> sets = new ArrayList<>();
        if (before != null) {
            Cube cube = before.cube();
            int[] gone = filtered(
                    filter.select(before),
                    place -> now.cube().find(cube.at(place).key()).isEmpty());
            if (gone.length > 0) {
                sets.add(new DataSet(DataSet.Action.DELETE, null, at, cube, gone));
            }
        }
        int[] changed = filtered(filter.select(now), place -> {
            Observation found = now.cube().at(place);
            return before == null
                    || !before.cube().find(found.key()).filter(found::equals).isPresent();
        });
        if (changed.length > 0) {
            sets.add(new DataSet(action, at, null, now.cube(), changed));
        }
        return sets;
    }

    private static int[] filtered(int[] places, IntPredicate property) {
        return Arrays.stream(places).filter(property).toArray();
    }
}
