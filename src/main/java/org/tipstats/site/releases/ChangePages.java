package org.tipstats.site.releases;

import io.quarkus.qute.TemplateExtension;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.tipstats.platform.access.Actor;
import org.tipstats.platform.problem.ProblemException;
import org.tipstats.publish.read.PublishedReleases;
import org.tipstats.publish.read.PublishedReleases.ReleaseReference;
import org.tipstats.publish.release.ReleaseChange;
import org.tipstats.publish.release.ReleaseReader;
import org.tipstats.site.chapter.FigureCells;
import org.tipstats.site.frame.Addresses;
import org.tipstats.site.frame.FigureSigns.ShownFigure;
import org.tipstats.site.frame.PageTexts;
import org.tipstats.vocabulary.cube.Observation;
import org.tipstats.vocabulary.schema.Dataflow;
import org.tipstats.vocabulary.schema.Dimension;
import org.tipstats.vocabulary.schema.SchemaRegistry;

/** Makes pages that compare two releases. */
@Singleton
record ChangePages(SchemaRegistry schemas, PublishedReleases published, ReleaseReader releases) {

    /**
     * One page of the differences between two releases.
     *
     * @param before the id of the earlier release to compare with; null if there is no earlier release
     * @param caption a sentence that says which rows the page shows, for example 101 to 200 of 350; null if there are
     *     no rows
     * @param previous the URL of the previous page; null on the first page
     * @param next the URL of the next page; null on the last page
     * @param json the API URL of the differences
     */
    record ChangesPage(
            String id,
            String address,
            String before,
            ChangesQuery query,
            Collection<Dataflow> dataflows,
            int total,
            String caption,
            List<Row> rows,
            String previous,
            String next,
            String json) {

        public List<ReleaseChange.Kind> kinds() {
            return List.of(ReleaseChange.Kind.values());
        }
    }

    /**
     * A figure that differs between the two releases.
     *
     * @param difference the difference of the values; null if the figure has no value in one of the releases
     */
    record Row(
            ReleaseChange.Kind kind,
            Dataflow dataflow,
            String figure,
            String year,
            ShownFigure old,
            ShownFigure now,
            ShownFigure difference) {}

    /** Returns the short words for a kind of change in a table. */
    @TemplateExtension
    static String label(ReleaseChange.Kind kind, PageTexts t) {
        return t.say("change." + kind.word());
    }

    @TemplateExtension
    static String sign(ReleaseChange.Kind kind) {
        return switch (kind) {
            case NEW -> "+";
            case REVISED -> "~";
            case WITHDRAWN -> "−";
            case SUPPRESSED -> "c";
        };
    }

    private static final int PAGE_SIZE = 100;

    /** The parameters in the page's URL. Each parameter may be null. */
    record ChangesQuery(String since, String kind, String dataflow, String from) {

        int start() {
            try {
                return from == null ? 0 : Math.max(0, Integer.parseInt(from));
            } catch (NumberFormatException e) {
                throw ProblemException.parameter("from", from, "Enter a whole number.", List.of());
            }
        }
    }

    /**
     * Makes the page.
     *
     * @param reader the person who asks; empty for the public
     * @param path the path of the page, below the language
     * @throws ProblemException 404 if the person may not read the release; 410 if it was withdrawn; 400 if a parameter
     *     is not valid
     */
    ChangesPage page(String id, Optional<Actor> reader, String path, ChangesQuery asked, PageTexts texts) {
        ReleaseReference release = published.requested(id, reader);
        Optional<String> before = asked.since() == null
                ? published.before(release).map(ReleaseReference::id)
                : Optional.of(asked.since());
        List<ReleaseChange> found = found(id, reader, asked);
        int from = Math.min(asked.start(), Math.max(0, found.size() - 1));
        int to = Math.min(found.size(), from + PAGE_SIZE);
        String address = "/" + texts.language() + path;
        String further = address + "?" + query(asked);
        return new ChangesPage(
                id,
                address,
                before.orElse(null),
                asked,
                schemas.bySubject(),
                found.size(),
                found.isEmpty()
                        ? null
                        : texts.say("changes.caption", Map.of("from", from + 1, "to", to, "all", found.size())),
                found.subList(from, to).stream()
                        .map(change -> row(change, texts))
                        .toList(),
                from == 0 ? null : further + "from=" + Math.max(0, from - PAGE_SIZE),
                to == found.size() ? null : further + "from=" + to,
                "/api/v1/releases/" + Addresses.encoded(id) + "/changes"
                        + (asked.since() == null ? "" : "?since=" + Addresses.encoded(asked.since())));
    }

    private List<ReleaseChange> found(String id, Optional<Actor> by, ChangesQuery asked) {
        return releases.changes(id, asked.since(), by).stream()
                .filter(change ->
                        isEmpty(asked.kind()) || change.change().word().equals(asked.kind()))
                .filter(change -> isEmpty(asked.dataflow()) || change.dataflow().equals(asked.dataflow()))
                .toList();
    }

    private static boolean isEmpty(String text) {
        return text == null || text.isEmpty();
    }

    private static String query(ChangesQuery asked) {
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put("since", asked.since());
        parameters.put("kind", asked.kind());
        parameters.put("dataflow", asked.dataflow());
        return parameters.entrySet().stream()
                .filter(parameter -> !isEmpty(parameter.getValue()))
                .map(parameter -> parameter.getKey() + "=" + Addresses.encoded(parameter.getValue()) + "&")
                .collect(Collectors.joining());
    }

    private Row row(ReleaseChange change, PageTexts texts) {
        Dataflow flow = schemas.dataflow(change.dataflow()).orElseThrow();
        FigureCells cells = new FigureCells(flow, texts);
        return new Row(
                change.change(),
                flow,
                words(flow, change.key(), texts),
                change.key().get(flow.structure().time().id()),
                cells.count(observation(change.old())),
                cells.count(observation(change.now())),
                difference(change, texts));
    }

    /**
     * Describes a figure by the names of its codes. Leaves out the year, totals, and dimensions that have only one
     * code.
     */
    private static String words(Dataflow flow, Map<String, String> key, PageTexts texts) {
        return flow.structure().dimensions().stream()
                .filter(dimension -> !dimension.isTime())
                .filter(dimension -> dimension.codes().size() > 1 && !isWhole(dimension, key))
                .map(dimension -> dimension
                        .codes()
                        .find(key.get(dimension.id()))
                        .map(code -> texts.of(code.name()))
                        .orElse(key.get(dimension.id())))
                .collect(Collectors.joining(" · "));
    }

    private static boolean isWhole(Dimension dimension, Map<String, String> key) {
        return dimension
                .codes()
                .total()
                .filter(code -> code.id().equals(key.get(dimension.id())))
                .isPresent();
    }

    private static Observation observation(ReleaseChange.Figure figure) {
        return figure == null
                ? null
                : new Observation(0, figure.value(), figure.status(), figure.confidentiality(), Map.of(), null);
    }

    private static ShownFigure difference(ReleaseChange change, PageTexts texts) {
        if (change.old() == null
                || change.now() == null
                || change.old().value() == null
                || change.now().value() == null) {
            return null;
        }
        BigDecimal difference = change.now().value().subtract(change.old().value());
        String number = texts.numbers().exact(difference.abs());
        return ShownFigure.plain((difference.signum() < 0 ? "−" : "+") + number);
    }
}
