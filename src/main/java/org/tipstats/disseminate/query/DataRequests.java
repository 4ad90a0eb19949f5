package org.tipstats.disseminate.query;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tipstats.disseminate.format.DataStyle;
import org.tipstats.disseminate.format.DataStyle.LabelStyle;
import org.tipstats.disseminate.format.Format;
import org.tipstats.disseminate.query.DataRequest.PageAddress;
import org.tipstats.disseminate.query.SavedQueryService.SavedQuery;
import org.tipstats.platform.access.Actor;
import org.tipstats.platform.http.CachePolicy;
import org.tipstats.platform.http.LanguageParameters;
import org.tipstats.platform.problem.ProblemException;
import org.tipstats.platform.problem.WordSuggestions;
import org.tipstats.publish.citation.TermsService;
import org.tipstats.publish.read.CacheRules;
import org.tipstats.publish.read.PublishedReleases;
import org.tipstats.publish.read.PublishedReleases.ReleaseReference;
import org.tipstats.vocabulary.schema.Dataflow;
import org.tipstats.vocabulary.schema.SchemaRegistry;

/** Reads requests for data: the release, the observations and the format. */
@ApplicationScoped
public class DataRequests {

    /** Parameters that are not components, for requests whose reply has only one format and no pages. */
    public static final Set<String> UNPAGED_PARAMETERS = Set.of("release", "asOf", "lang");

    /** Parameters of a request for the data of a saved query. */
    private static final Set<String> SAVED_QUERY_PARAMETERS = Stream.concat(
                    DataRequest.STYLE_PARAMETERS.stream(), Stream.of("limit", "cursor"))
            .collect(Collectors.toUnmodifiableSet());

    private final SchemaRegistry schemas;
    private final PublishedReleases published;
    private final TermsService terms;
    private final CacheRules permanence;
    private final SharedLookup<Optional<ReleaseReference>> latest;

    DataRequests(SchemaRegistry schemas, PublishedReleases published, TermsService terms, CacheRules permanence) {
        this.schemas = schemas;
        this.published = published;
        this.terms = terms;
        this.permanence = permanence;
        this.latest = new SharedLookup<>(published::latest);
    }

    public Dataflow dataflow(String id) {
        return schemas.dataflow(id).orElseThrow(() -> ProblemException.notFound("dataflow"));
    }

    /**
     * Reads a request.
     *
     * @throws ProblemException with status 400 if a parameter is not valid, 404 if there is no such dataflow or release
     *     or the reader may not see the release, 410 if the release was withdrawn, 406 if the client accepts no format
     *     of this service
     */
    public DataRequest read(
            String dataflowId,
            Map<String, List<String>> parameters,
            String accept,
            String acceptLanguage,
            Optional<Actor> reader) {
        Dataflow dataflow = dataflow(dataflowId);
        DataQuery query = new QueryParser(dataflow, DataRequest.OTHER_PARAMETERS).parse(parameters);
        Format format = DataRequest.format(parameters, accept);
        ReleaseReference release = release(parameters, reader);
        return new DataRequest(
                release,
                terms.of(release, dataflow),
                query,
                format,
                new DataStyle(
                        LabelStyle.of(DataRequest.first(parameters, "labels")),
                        language(parameters, acceptLanguage),
                        DataRequest.flag(parameters, "raw"),
                        DataRequest.flag(parameters, "bom")),
                DataRequest.limit(format, DataRequest.first(parameters, "limit")),
                DataRequest.offset(DataRequest.first(parameters, "cursor")),
                cachePolicy(release, parameters));
    }

    /**
     * Reads a request for the data of a saved query.
     *
     * @throws ProblemException with status 400 if a parameter would change the query or is not valid
     */
    public DataRequest read(SavedQuery query, Map<String, List<String>> how, String accept, String acceptLanguage) {
        for (Map.Entry<String, List<String>> parameter : how.entrySet()) {
            String name = parameter.getKey();
            if (!SAVED_QUERY_PARAMETERS.contains(name)) {
                throw ProblemException.parameter(
                        name,
                        parameter.getValue().get(0),
                        "There is no parameter \"" + name + "\" for a saved query.",
                        WordSuggestions.near(name, SAVED_QUERY_PARAMETERS));
            }
        }
        Map<String, List<String>> parameters = new LinkedHashMap<>(how);
        query.parameters().forEach((component, codes) -> parameters.put(component, List.of(codes)));
        parameters.put("release", List.of(query.release()));
        return read(query.dataflow(), parameters, accept, acceptLanguage, Optional.empty());
    }

    /** Returns whether and how long caches may store a reply about the release that the parameters name. */
    public CachePolicy cachePolicy(ReleaseReference release, Map<String, List<String>> parameters) {
        String asOf = DataRequest.first(parameters, "asOf");
        return permanence.of(release, DataRequest.first(parameters, "release"), asOf == null ? null : instant(asOf));
    }

    /**
     * Merges the parameters of a URL and of a body. A URL with both "release" and "cursor" is the URL of a next page;
     * the parameters "release", "asOf" and "cursor" of the body are then ignored. Any other parameter in both URL and
     * body gets two values, which the parser reports as an error.
     */
    public static Map<String, List<String>> merged(Map<String, List<String>> address, Map<String, List<String>> body) {
        Map<String, List<String>> merged = new LinkedHashMap<>(body);
        if (address.containsKey("release") && address.containsKey("cursor")) {
            merged.keySet().removeAll(PageAddress.NEXT_PAGE_PARAMETERS);
        }
        address.forEach((name, values) -> merged.merge(
                name,
                values,
                (one, other) -> Stream.concat(one.stream(), other.stream()).toList()));
        return merged;
    }

    public static String language(Map<String, List<String>> parameters, String acceptLanguage) {
        return new LanguageParameters(DataRequest.first(parameters, "lang"), acceptLanguage).chosen();
    }

    /** Finds the release that the parameters name by an id or an instant. Without either, finds the latest release. */
    public ReleaseReference release(Map<String, List<String>> parameters, Optional<Actor> reader) {
        String id = DataRequest.first(parameters, "release");
        String asOf = DataRequest.first(parameters, "asOf");
        if (id != null && asOf != null) {
            throw ProblemException.parameter("asOf", asOf, "Give either \"release\" or \"asOf\", not both.", List.of());
        }
        Optional<ReleaseReference> release;
        if (asOf != null) {
            release = published.latestAt(instant(asOf));
        } else if (id == null || id.equals("latest")) {
            release = latest.ask();
        } else {
            release = Optional.of(published.required(id, reader));
        }
        return release.orElseThrow(() -> ProblemException.notFound("release"));
    }

    private static Instant instant(String text) {
        try {
            // A plus sign that is not encoded arrives as a blank.
            return OffsetDateTime.parse(text.replace(' ', '+')).toInstant();
        } catch (DateTimeException e) {
            throw ProblemException.parameter("asOf", text, "Write an instant as 2026-11-25T12:00:00Z.", List.of());
        }
    }
}
