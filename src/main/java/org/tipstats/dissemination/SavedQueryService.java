package org.tipstats.dissemination;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.tipstats.problem.InputError;
import org.tipstats.problem.Problem;
import org.tipstats.problem.ProblemException;
import org.tipstats.problem.ProblemType;
import org.tipstats.release.PublishedReleases;
import org.tipstats.release.ReleaseReference;
import org.tipstats.schema.Dataflow;
import org.tipstats.web.FileConfig;

/**
 * Saves queries for everyone, signed in or not: only codes and ids are kept, equal queries once, and no more in a day than
 * a setting says.
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

    /** @param isNew whether nobody had saved it before */
    record Saved(SavedQuery query, boolean isNew) {}

    /** Saves what the parameters of a body ask for; 400 for what is malformed, 404 for what is not published. */
    @Transactional
    Saved save(Map<String, List<String>> parameters) {
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
                NormalQuery.parameters(resolved),
                clock.instant().truncatedTo(ChronoUnit.MICROS));
        return queries.find(wanted.id()).map(kept -> new Saved(kept, false)).orElseGet(() -> add(wanted));
    }

    private Saved add(SavedQuery query) {
        if (queries.savedSince(query.createdAt().minus(DAY)) >= config.savedQueriesADay()) {
            throw new ProblemException(Problem.of(
                            ProblemType.TOO_MANY_REQUESTS,
                            "No more queries can be saved today. Use the full address instead.")
                    .header("Retry-After", Long.toString(Duration.ofHours(1).toSeconds())));
        }
        boolean isNew = queries.add(query);
        return new Saved(find(query.id()), isNew);
    }

    /** 404 for an id that there is none of. */
    SavedQuery find(String id) {
        return queries.find(id).orElseThrow(() -> ProblemException.notFound("saved query"));
    }
}
