package org.tipstats.disseminate.query;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.tipstats.platform.http.FileConfig;
import org.tipstats.platform.problem.InputError;
import org.tipstats.platform.problem.Problem;
import org.tipstats.platform.problem.ProblemException;
import org.tipstats.platform.problem.ProblemType;
import org.tipstats.publish.release.PublishedReleases;
import org.tipstats.publish.release.ReleaseReference;
import org.tipstats.vocabulary.schema.Dataflow;

/**
 * Saves queries for everyone, signed in or not. It stores only codes and ids, stores equal queries once, and limits the
 * number of new queries in a day.
 */
@ApplicationScoped
class SavedQueryService {

    private static final Set<String> RESERVED = Set.of("dataflow", "release", "asOf");
    private static final Duration DAY = Duration.ofDays(1);

    private final DataRequests requests;
    private final PublishedReleases published;
    private final SavedQueryRepository queries;
    private final FileConfig config;
    private final Clock clock;

    SavedQueryService(
            DataRequests requests,
            PublishedReleases published,
            SavedQueryRepository queries,
            FileConfig config,
            Clock clock) {
        this.requests = requests;
        this.published = published;
        this.queries = queries;
        this.config = config;
        this.clock = clock;
    }

    /**
     * A saved query.
     *
     * @param isNew whether it was saved now for the first time
     */
    record Saved(SavedQuery query, boolean isNew) {}

    /**
     * Saves the query that the parameters of a body describe.
     *
     * @throws ProblemException with status 400 if a parameter is not valid, 404 if the dataflow or release does not
     * exist, 429 if the daily limit is reached
     */
    @Transactional
    Saved save(Map<String, List<String>> parameters) {
        String id = DataRequest.first(parameters, "dataflow");
        if (id == null) {
            throw ProblemException.body(List.of(InputError.pointer("/dataflow", null, "\"dataflow\" is needed.")));
        }
        Dataflow dataflow = requests.dataflow(id);
        DataQuery query = new QueryParser(dataflow, RESERVED).parse(parameters);
        ReleaseReference release = requests.release(parameters, false);
        DataQuery resolved = query.resolved(published.vintage(release, dataflow));
        SavedQuery wanted = SavedQuery.of(
                release.id(),
                dataflow.id(),
                NormalQuery.parameters(resolved),
                clock.instant().truncatedTo(ChronoUnit.MICROS));
        return queries.find(wanted.id()).map(kept -> new Saved(kept, false)).orElseGet(() -> add(wanted));
    }

    private Saved add(SavedQuery query) {
        if (queries.savedSince(query.createdAt().minus(DAY)) >= config.savedQueriesADay()) {
            throw new ProblemException(Problem.of(
                            ProblemType.TOO_MANY_REQUESTS, "No more queries are saved today. Use the address itself.")
                    .header("Retry-After", Long.toString(Duration.ofHours(1).toSeconds())));
        }
        boolean isNew = queries.add(query);
        return new Saved(find(query.id()), isNew);
    }

    /**
     * Finds a saved query.
     *
     * @throws ProblemException with status 404 if there is none with this id
     */
    SavedQuery find(String id) {
        return queries.find(id).orElseThrow(() -> ProblemException.notFound("saved query"));
    }
}
