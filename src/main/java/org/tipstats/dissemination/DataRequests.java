package org.tipstats.dissemination;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.tipstats.problem.ProblemException;
import org.tipstats.release.PublishedReleases;
import org.tipstats.release.ReleaseReference;
import org.tipstats.schema.Dataflow;
import org.tipstats.schema.LocalText;
import org.tipstats.schema.SchemaRegistry;
import org.tipstats.web.Languages;

/** Reads requests for data: which release, which observations, in what form. */
@ApplicationScoped
class DataRequests {

    /** Parameters beside components of requests whose reply is neither paged nor in several forms. */
    static final Set<String> REDUCED = Set.of("release", "asOf", "lang");

    private final SchemaRegistry schemas;
    private final PublishedReleases published;

    DataRequests(SchemaRegistry schemas, PublishedReleases published) {
        this.schemas = schemas;
        this.published = published;
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
        return new DataRequest(
                release(parameters, drafts),
                query,
                format,
                Labels.of(DataRequest.first(parameters, "labels")),
                language(parameters, acceptLanguage),
                DataRequest.flag(parameters, "raw"),
                DataRequest.limit(format, DataRequest.first(parameters, "limit")),
                DataRequest.offset(DataRequest.first(parameters, "cursor")));
    }

    static String language(Map<String, List<String>> parameters, String acceptLanguage) {
        return Languages.choose(DataRequest.first(parameters, "lang"), acceptLanguage, LocalText.LANGUAGES);
    }

    /** The release that the parameters name: one by id, one by an instant, or the latest. */
    ReleaseReference release(Map<String, List<String>> parameters, boolean drafts) {
        String id = DataRequest.first(parameters, "release");
        String asOf = DataRequest.first(parameters, "asOf");
        if (id != null && asOf != null) {
            throw ProblemException.parameter(
                    "asOf", asOf, "Either \"release\" or \"asOf\" says which release is meant, not both.", List.of());
        }
        Optional<ReleaseReference> release;
        if (asOf != null) {
            release = published.latestAt(instant(asOf));
        } else if (id == null || id.equals("latest")) {
            release = published.latest();
        } else {
            release = published.named(id, drafts);
        }
        return release.orElseThrow(() -> ProblemException.notFound("release"));
    }

    private static Instant instant(String text) {
        try {
            // A plus sign that was not encoded arrives as a blank.
            return OffsetDateTime.parse(text.replace(' ', '+')).toInstant();
        } catch (DateTimeException e) {
            throw ProblemException.parameter("asOf", text, "An instant looks like 2026-11-25T12:00:00Z.", List.of());
        }
    }
}
