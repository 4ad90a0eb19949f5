package org.tipstats.disseminate.query;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.tipstats.platform.http.DataLimitConfig;
import org.tipstats.platform.problem.InputError;
import org.tipstats.platform.problem.Problem;
import org.tipstats.platform.problem.ProblemException;
import org.tipstats.platform.problem.ProblemType;
import org.tipstats.publish.read.PublishedReleases;
import org.tipstats.publish.read.ReleaseReference;
import org.tipstats.vocabulary.schema.Dataflow;

/**
 * Saves queries for everyone, signed in or not. It stores only codes and ids, stores equal queries once, and limits the
 * number of new queries in a day.
 */
@ApplicationScoped
public class SavedQueryService {

    private static final Set<String> RESERVED = Set.of("dataflow", "release", "asOf");
    private static final Duration DAY = Duration.ofDays(1);

    private final DataRequests requests;
    private final PublishedReleases published;
    private final SavedQueryRepository queries;
    private final DataLimitConfig config;
    private final Clock clock;

    SavedQueryService(
            DataRequests requests,
            PublishedReleases published,
            SavedQueryRepository queries,
            DataLimitConfig config,
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
    public record SaveResult(SavedQuery query, boolean isNew) {}

    /**
     * Saves the query that the parameters of a body describe.
     *
     * @throws ProblemException with status 400 if a parameter is not valid, 404 if the dataflow or release does not
     * exist, 429 if the daily limit is reached
     */
    @Transactional
    public SaveResult save(Map<String, List<String>> parameters) {
        String id = DataRequest.first(parameters, "dataflow");
        if (id == null) {
            throw ProblemException.body(List.of(InputError.pointer("/dataflow", null, "\"dataflow\" is missing.")));
        }
        Dataflow dataflow = requests.dataflow(id);
        DataQuery query = new QueryParser(dataflow, RESERVED).parse(parameters);
        ReleaseReference release = requests.release(parameters, false);
        DataQuery resolved = query.resolved(published.vintage(release, dataflow));
        SavedQuery wanted = SavedQuery.of(
                release.id(),
                dataflow.id(),
                CanonicalQuery.parameters(resolved),
                clock.instant().truncatedTo(ChronoUnit.MICROS));
        return queries.find(wanted.id())
                .map(kept -> new SaveResult(kept, false))
                .orElseGet(() -> add(wanted));
    }

    private SaveResult add(SavedQuery query) {
        if (queries.savedSince(query.createdAt().minus(DAY)) >= config.savedQueriesADay()) {
            throw new ProblemException(Problem.of(
                            ProblemType.TOO_MANY_REQUESTS,
                            "No more queries can be saved today. Use the full address instead.")
                    .header("Retry-After", Long.toString(Duration.ofHours(1).toSeconds())));
        }
        boolean isNew = queries.add(query);
        return new SaveResult(find(query.id()), isNew);
    }

    /**
     * Finds a saved query.
     *
     * @throws ProblemException with status 404 if there is none with this id
     */
    public SavedQuery find(String id) {
        return queries.find(id).orElseThrow(() -> ProblemException.notFound("saved query"));
    }
}
