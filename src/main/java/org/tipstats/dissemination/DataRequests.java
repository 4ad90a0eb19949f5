package org.tipstats.dissemination;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
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
import org.tipstats.citation.TermsService;
import org.tipstats.format.DataStyle;
import org.tipstats.format.Format;
import org.tipstats.format.Labels;
import org.tipstats.problem.ProblemException;
import org.tipstats.problem.Suggestions;
import org.tipstats.release.Permanence;
import org.tipstats.release.PublishedReleases;
import org.tipstats.release.ReleaseReference;
import org.tipstats.schema.Dataflow;
import org.tipstats.schema.LocalText;
import org.tipstats.schema.SchemaRegistry;
import org.tipstats.web.Keeping;
import org.tipstats.web.Languages;

/** Reads requests for data: which release, which observations, in what form. */
@ApplicationScoped
class DataRequests {

    /** Parameters beside components of requests whose reply is neither paged nor in several forms. */
    static final Set<String> REDUCED = Set.of("release", "asOf", "lang");

    /** Parameters of the data of a saved query. */
    private static final Set<String> SAVED = Stream.concat(DataRequest.STYLES.stream(), Stream.of("limit", "cursor"))
            .collect(Collectors.toUnmodifiableSet());

    private final SchemaRegistry schemas;
    private final PublishedReleases published;
    private final TermsService terms;
    private final Permanence permanence;
    private final SharedQuestion<Optional<ReleaseReference>> latest;

    /** Releases that everyone may read: they stay as they are, and are asked for again and again. */
    private final Cache<String, ReleaseReference> named =
            Caffeine.newBuilder().maximumSize(1_000).build();

    DataRequests(SchemaRegistry schemas, PublishedReleases published, TermsService terms, Permanence permanence) {
        this.schemas = schemas;
        this.published = published;
        this.terms = terms;
        this.permanence = permanence;
        this.latest = new SharedQuestion<>(published::latest);
    }

    Dataflow dataflow(String id) {
        return schemas.dataflow(id).orElseThrow(() -> ProblemException.notFound("dataflow"));
    }

    /** Reads a request; 400 for what is malformed, 404 for a release that is not there for this reader. */
    DataRequest read(
            String dataflowId,
            Map<String, List<String>> parameters,
            String accept,
            String acceptLanguage,
            boolean drafts) {
        Dataflow dataflow = dataflow(dataflowId);
        DataQuery query = new QueryParser(dataflow, DataRequest.RESERVED).parse(parameters);
        Format format = DataRequest.format(parameters, accept);
        ReleaseReference release = release(parameters, drafts);
        return new DataRequest(
                release,
                terms.of(release, dataflow),
                query,
                format,
                new DataStyle(
                        Labels.of(DataRequest.first(parameters, "labels")),
                        language(parameters, acceptLanguage),
                        DataRequest.flag(parameters, "raw"),
                        DataRequest.flag(parameters, "bom")),
                DataRequest.limit(format, DataRequest.first(parameters, "limit")),
                DataRequest.offset(DataRequest.first(parameters, "cursor")),
                keeping(release, parameters));
    }

    /** Reads how a saved query is to be answered; 400 for parameters that would make it another one. */
    DataRequest read(SavedQuery query, Map<String, List<String>> how, String accept, String acceptLanguage) {
        for (Map.Entry<String, List<String>> parameter : how.entrySet()) {
            String name = parameter.getKey();
            if (!SAVED.contains(name)) {
                throw ProblemException.parameter(
                        name,
                        parameter.getValue().get(0),
                        "There is no parameter \"" + name + "\" for a saved query.",
                        Suggestions.near(name, SAVED));
            }
        }
        Map<String, List<String>> parameters = new LinkedHashMap<>(how);
        query.parameters().forEach((component, codes) -> parameters.put(component, List.of(codes)));
        parameters.put("release", List.of(query.release()));
        return read(query.dataflow(), parameters, accept, acceptLanguage, false);
    }

    /** How long an answer from the release that the parameters mean may be kept. */
    Keeping keeping(ReleaseReference release, Map<String, List<String>> parameters) {
        String asOf = DataRequest.first(parameters, "asOf");
        return permanence.of(release, DataRequest.first(parameters, "release"), asOf == null ? null : instant(asOf));
    }

    /**
     * The parameters of an address and a body together. In the address of a next page "release" and "cursor" go before
     * what the body says of the release; any other parameter that both have is given twice.
     */
    static Map<String, List<String>> merged(Map<String, List<String>> address, Map<String, List<String>> body) {
        Map<String, List<String>> merged = new LinkedHashMap<>(body);
        if (address.containsKey("release") && address.containsKey("cursor")) {
            merged.keySet().removeAll(PageAddress.OWN);
        }
        address.forEach((name, values) -> merged.merge(
                name,
                values,
                (one, other) -> Stream.concat(one.stream(), other.stream()).toList()));
        return merged;
    }

    static String language(Map<String, List<String>> parameters, String acceptLanguage) {
        return Languages.choose(DataRequest.first(parameters, "lang"), acceptLanguage, LocalText.LANGUAGES);
    }

    /** The release that the parameters name: one by id, one by an instant, or the latest. */
    ReleaseReference release(Map<String, List<String>> parameters, boolean drafts) {
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
            release = named(id, drafts);
        }
        return release.orElseThrow(() -> ProblemException.notFound("release"));
    }

    private Optional<ReleaseReference> named(String id, boolean drafts) {
        ReleaseReference kept = named.getIfPresent(id);
        if (kept != null) {
            return Optional.of(kept);
        }
        Optional<ReleaseReference> found = published.named(id, drafts);
        found.filter(ReleaseReference::isPublic).ifPresent(open -> named.put(id, open));
        return found;
    }

    private static Instant instant(String text) {
        try {
            // A plus sign that was not encoded arrives as a blank.
            return OffsetDateTime.parse(text.replace(' ', '+')).toInstant();
        } catch (DateTimeException e) {
            throw ProblemException.parameter("asOf", text, "Write an instant as 2026-11-25T12:00:00Z.", List.of());
        }
    }
}
