package org.tipstats.disseminate.query;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.math.BigInteger;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.tipstats.platform.http.DataLimitConfig;
import org.tipstats.platform.http.EntityTags;
import org.tipstats.platform.problem.InputError;
import org.tipstats.platform.problem.Problem;
import org.tipstats.platform.problem.ProblemException;
import org.tipstats.platform.problem.ProblemType;
import org.tipstats.platform.problem.WordSuggestions;
import org.tipstats.publish.read.PublishedReleases;
import org.tipstats.publish.read.PublishedReleases.ReleaseReference;
import org.tipstats.vocabulary.schema.Dataflow;
import org.tipstats.vocabulary.schema.SchemaRegistry;

/**
 * Saves queries for everyone, signed in or not. The service stores only codes and ids, stores equal queries only once,
 * and limits the number of new queries per day.
 */
@ApplicationScoped
public class SavedQueryService {

    private static final Set<String> RESERVED = Set.of("dataflow", "release", "asOf");
    private static final Duration DAY = Duration.ofDays(1);

    private final SchemaRegistry schemas;
    private final DataRequests requests;
    private final PublishedReleases published;
    private final SavedQueryRepository queries;
    private final DataLimitConfig config;
    private final Clock clock;

    SavedQueryService(
            SchemaRegistry schemas,
            DataRequests requests,
            PublishedReleases published,
            SavedQueryRepository queries,
            DataLimitConfig config,
            Clock clock) {
        this.schemas = schemas;
        this.requests = requests;
        this.published = published;
        this.queries = queries;
        this.config = config;
        this.clock = clock;
    }

    /**
     * The result of saving a query.
     *
     * @param isNew true if this call saved the query; false if an equal query was already saved
     */
    public record SaveResult(SavedQuery query, boolean isNew) {}

    /**
     * Saves the query that the parameters of a body describe.
     *
     * @throws ProblemException with status 400 if a parameter is not valid, 404 if the dataflow or release does not
     *     exist, 410 if the release was withdrawn, 429 if the daily limit is reached
     */
    @Transactional
    public SaveResult save(Map<String, List<String>> parameters) {
        String id = DataRequest.first(parameters, "dataflow");
        if (id == null) {
            throw ProblemException.body("/dataflow", null, "\"dataflow\" is missing.");
        }
        Dataflow dataflow = schemas.dataflow(id).orElseThrow(() -> unknown(id));
        DataQuery query = new QueryParser(dataflow, RESERVED).parse(parameters);
        ReleaseReference release = requests.release(parameters, Optional.empty());
        DataQuery resolved = query.resolved(published.vintage(release, dataflow));
        SavedQuery wanted = SavedQuery.of(
                release.id(),
                dataflow.id(),
                resolved.parameters(),
                clock.instant().truncatedTo(ChronoUnit.MICROS));
        return queries.find(wanted.id())
                .map(kept -> new SaveResult(kept, false))
                .orElseGet(() -> add(wanted));
    }

    private ProblemException unknown(String id) {
        List<String> known = schemas.dataflows().stream().map(Dataflow::id).toList();
        String message = "There is no dataflow with this id.";
        return new ProblemException(Problem.of(ProblemType.NOT_FOUND, message)
                .errors(List.of(InputError.pointer("/dataflow", id, message, WordSuggestions.near(id, known)))));
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
     * @throws ProblemException with status 404 if no query has this id
     */
    public SavedQuery find(String id) {
        return queries.find(id).orElseThrow(() -> ProblemException.notFound("saved query"));
    }

    /**
     * A query with a short URL. The answer always comes from the release for which the query was saved, so its figures
     * never change. Equal queries have the same id.
     *
     * @param parameters the selected codes by component, sorted by component; codes of a dimension are in the order of
     *     the code list, codes of an attribute in alphabetical order
     * @param createdAt the time when the query was first saved
     */
    public record SavedQuery(
            String id, String release, String dataflow, Map<String, String> parameters, Instant createdAt) {

        private static final int ID_DIGITS = 20;
        private static final int ID_LETTERS = 16;
        private static final int RADIX = 32;

        public SavedQuery {
            parameters = Collections.unmodifiableMap(new TreeMap<>(parameters));
        }

        /** Makes a query. Its id is derived from its content. */
        static SavedQuery of(String release, String dataflow, Map<String, String> parameters, Instant at) {
            String content = release + "\n" + dataflow + "\n" + format(new TreeMap<>(parameters));
            return new SavedQuery(id(content), release, dataflow, parameters, at);
        }

        /** Returns the first 80 bits of the SHA-256 hash as sixteen letters and digits (radix 32). */
        private static String id(String content) {
            String digits = new BigInteger(EntityTags.of(content).substring(0, ID_DIGITS), 16).toString(RADIX);
            return "0".repeat(ID_LETTERS - digits.length()) + digits;
        }

        /** Returns the parameters as the query part of a URL. Codes need no encoding. */
        String query() {
            return format(parameters);
        }

        private static String format(Map<String, String> parameters) {
            return parameters.entrySet().stream()
                    .map(parameter -> parameter.getKey() + "=" + parameter.getValue())
                    .collect(Collectors.joining("&"));
        }

        /** Reads the parameters that {@link #query} returns. */
        static Map<String, String> parse(String query) {
            return query.isEmpty()
                    ? Map.of()
                    : Arrays.stream(query.split("&"))
                            .map(part -> part.split("=", 2))
                            .collect(Collectors.toMap(part -> part[0], part -> part[1]));
        }
    }
}
