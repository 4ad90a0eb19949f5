package org.tipstats.sdmx.question;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.tipstats.platform.problem.ProblemException;
import org.tipstats.sdmx.data.DataMessage;
import org.tipstats.sdmx.data.MessageContent;
import org.tipstats.vocabulary.cube.KeySpace;
import org.tipstats.vocabulary.cube.ObservationField;
import org.tipstats.vocabulary.schema.DataStructure.Attribute;
import org.tipstats.vocabulary.schema.Dataflow;
import org.tipstats.vocabulary.schema.Dimension;

/** Reads queries for data from requests to either version of the interface. */
@ApplicationScoped
public class DataQueryParser {

    private final DataflowFinder flows;

    DataQueryParser(DataflowFinder flows) {
        this.flows = flows;
    }

    /** Reads {@code /data/{flow}/{key}/{provider}} of version 1. */
    public DataQuery v1(SdmxRequest request) {
        request.requireAtMost(4);
        Dataflow flow = flows.v1(request.segment(1, "all"), request.segment(3, "all"));
        Dimension dimension = dimension(request, flow);
        Set<String> all = attributes(flow);
        String detail = request.parameter("detail").orElse("full");
        MessageContent content = switch (detail) {
            case "full" -> new MessageContent(true, true, all);
            case "dataonly" -> new MessageContent(true, true, Set.of());
            case "serieskeysonly" -> new MessageContent(false, false, Set.of());
            case "nodata" -> new MessageContent(false, false, all);
            default -> throw SdmxProblems.syntax("detail", detail, "Use full, dataonly, serieskeysonly or nodata.");
        };
        boolean whole = detail.equals("full");
        return new DataQuery(
                flow,
                filterV1(request, flow, 2),
                dimension,
                content,
                whole,
                window(request, flow, dimension),
                times(request));
    }

    /**
     * Returns the filter for the key and the periods of a request to version 1.
     *
     * @param at the index of the path segment with the key
     */
    public ObservationFilter filterV1(SdmxRequest request, Dataflow flow, int at) {
        List<List<BitSet>> keys = KeyExpression.v1(flow.structure(), request.segment(at, "all"));
        ObservationFilter filter =
                new ObservationFilter(flow.structure(), keys, ObservationFilter.all(flow.structure()), List.of());
        Optional<TimeSpan> start = period(request, "startPeriod");
        Optional<TimeSpan> end = period(request, "endPeriod");
        if (start.isPresent()
                && end.isPresent()
                && start.get().first().isAfter(end.get().last())) {
            throw SdmxProblems.syntax(
                    "endPeriod", request.parameter("endPeriod").orElse(""), "The periods end before they begin.");
        }
        Dimension time = flow.structure().time();
        return start.isEmpty() && end.isEmpty()
                ? filter
                : filter.narrow(time, Positions.matching(time, text -> {
                    TimeSpan year = TimeSpan.ofYear(Integer.parseInt(text));
                    return start.map(span -> !year.first().isBefore(span.first()))
                                    .orElse(true)
                            && end.map(span -> !year.last().isAfter(span.last()))
                                    .orElse(true);
                }));
    }

    private static Optional<TimeSpan> period(SdmxRequest request, String name) {
        return request.parameter(name)
                .map(text -> TimeSpan.parse(text)
                        .orElseThrow(() -> SdmxProblems.syntax(name, text, "\"" + text + "\" is not a period.")));
    }

    /**
     * Reads {@code /data/{context}/{agency}/{id}/{version}/{key}} of version 2. Returns one query per dataflow, in
     * the order of their ids. If several dataflows match, leaves out those to which the rest of the request does
     * not apply.
     */
    public List<DataQuery> v2(SdmxRequest request) {
        request.requireAtMost(6);
        List<DataQuery> queries = new ArrayList<>();
        ProblemException refused = null;
        for (Dataflow flow : flows.allV2(
                request.segment(1, "*"), request.segment(2, "*"), request.segment(3, "*"), request.segment(4, "*"))) {
            try {
                queries.add(v2(request, flow));
            } catch (ProblemException e) {
                refused = refused == null ? e : refused;
            }
        }
        if (queries.isEmpty()) {
            throw refused;
        }
        return queries;
    }

    private DataQuery v2(SdmxRequest request, Dataflow flow) {
        Dimension dimension = dimension(request, flow);
        Set<String> attributes = attributesV2(request, flow);
        boolean measure = measureV2(request, flow);
        boolean whole = measure && attributes.equals(attributes(flow));
        MessageContent content = new MessageContent(measure || !attributes.isEmpty(), measure, attributes);
        return new DataQuery(
                flow,
                filterV2(request, flow, 5),
                dimension,
                content,
                whole,
                window(request, flow, dimension),
                times(request));
    }

    /**
     * Returns the filter for the keys and component filters of a request to version 2.
     *
     * @param at the index of the path segment with the keys
     */
    public ObservationFilter filterV2(SdmxRequest request, Dataflow flow, int at) {
        ObservationFilter filter = new ObservationFilter(
                flow.structure(),
                KeyExpression.v2(flow.structure(), request.segment(at, "*")),
                ObservationFilter.all(flow.structure()),
                List.of());
        List<ObservationField> fields = ObservationField.of(new KeySpace(flow.structure()));
        for (var parameter : request.parameters().entrySet()) {
            String name = parameter.getKey();
            if (name.startsWith("c[") && name.endsWith("]")) {
                filter = filter(
                        request.surface(), filter, name.substring(2, name.length() - 1), parameter.getValue(), fields);
            }
        }
        return filter;
    }

    private static ObservationFilter filter(
            RestVersion surface,
            ObservationFilter filter,
            String component,
            String expression,
            List<ObservationField> fields) {
        Optional<Dimension> dimension = filter.structure().dimension(component);
        ObservationField field = ComponentFilter.field(fields, component)
                .orElseThrow(() -> SdmxProblems.semantics(surface, "There is no component \"" + component + "\"."));
        var test =
                ComponentFilter.of(component, dimension.map(Dimension::isTime).orElse(false), expression);
        return dimension.isPresent()
                ? filter.narrow(dimension.get(), Positions.matching(dimension.get(), test))
                : filter.and(observation -> test.test(field.text(observation)));
    }

    private static Set<String> attributes(Dataflow flow) {
        Set<String> all = new HashSet<>();
        flow.structure().attributes().stream().map(Attribute::id).forEach(all::add);
        return all;
    }

    /** All attributes of the schemas belong to observations, so the words for other levels select nothing. */
    private static Set<String> attributesV2(SdmxRequest request, Dataflow flow) {
        Set<String> all = attributes(flow);
        Set<String> wanted = new HashSet<>();
        for (String word : request.parameter("attributes").orElse("dsd").split(",")) {
            switch (word) {
                case "dsd", "obs", "all" -> wanted.addAll(all);
                case "msd", "dataset", "series", "none" -> {}
                default -> {
                    if (!all.contains(word)) {
                        throw SdmxProblems.semantics(request.surface(), "There is no attribute \"" + word + "\".");
                    }
                    wanted.add(word);
                }
            }
        }
        return wanted;
    }

    private static boolean measureV2(SdmxRequest request, Dataflow flow) {
        String own = flow.structure().measure().id();
        boolean wanted = false;
        for (String word : request.parameter("measures").orElse("all").split(",")) {
            if (!word.equals("all") && !word.equals("none") && !word.equals(own)) {
                throw SdmxProblems.semantics(request.surface(), "There is no measure \"" + word + "\".");
            }
            wanted |= !word.equals("none");
        }
        return wanted;
    }

    /** Returns the requested dimension at observation level, by default time; null if the request wants no series. */
    public static Dimension dimension(SdmxRequest request, Dataflow flow) {
        Optional<String> id = request.parameter("dimensionAtObservation");
        if (id.isEmpty()) {
            return flow.structure().time();
        }
        if (id.get().equals(DataMessage.ALL_DIMENSIONS)) {
            return null;
        }
        return flow.structure()
                .dimension(id.get())
                .orElseThrow(() -> SdmxProblems.semantics(
                        request.surface(),
                        "There is no dimension \"" + id.get() + "\" for the dimension of observations."));
    }

    private static DataQuery.Window window(SdmxRequest request, Dataflow flow, Dimension dimension) {
        boolean v2 = request.surface() == RestVersion.V2;
        List<ObservationField> fields = ObservationField.of(new KeySpace(flow.structure()));
        SortOrder sort = !v2
                ? SortOrder.DEFAULT
                : request.parameter("sort")
                        .map(text -> SortOrder.of(request.surface(), text, flow, dimension, fields))
                        .orElse(SortOrder.DEFAULT);
        Integer offset = v2 ? number(request, "offset", 0) : null;
        return new DataQuery.Window(
                number(request, "firstNObservations", 1),
                number(request, "lastNObservations", 1),
                sort,
                offset == null ? 0 : offset,
                v2 ? number(request, "limit", 1) : null);
    }

    private static Integer number(SdmxRequest request, String name, int least) {
        UnaryOperator<String> digits = text -> {
            if (!text.matches("[0-9]{1,9}") || Integer.parseInt(text) < least) {
                throw SdmxProblems.syntax(name, text, "\"" + name + "\" must be a whole number from " + least + " on.");
            }
            return text;
        };
        return request.parameter(name).map(digits).map(Integer::valueOf).orElse(null);
    }

    public static DataQuery.Times times(SdmxRequest request) {
        Instant updatedAfter = instant(request, "updatedAfter");
        Instant asOf = request.surface() == RestVersion.V2 ? instant(request, "asOf") : null;
        if (updatedAfter != null && asOf != null && updatedAfter.isAfter(asOf)) {
            throw SdmxProblems.syntax("asOf", asOf.toString(), "\"updatedAfter\" is later than \"asOf\".");
        }
        String history = request.parameter("includeHistory").orElse("false");
        if (!history.equals("true") && !history.equals("false")) {
            throw SdmxProblems.syntax("includeHistory", history, "\"includeHistory\" must be true or false.");
        }
        return new DataQuery.Times(updatedAfter, asOf, history.equals("true"));
    }

    private static Instant instant(SdmxRequest request, String name) {
        Optional<String> text = request.parameter(name);
        if (text.isEmpty()) {
            return null;
        }
        try {
            // Without an offset, the standard means the service's local time, which is UTC.
            String date = text.get().replace(' ', '+');
            if (date.matches("[0-9]{4}(-[0-9]{2}){0,2}")) {
                // Some clients send a period of observations and mean its start.
                TimeSpan span = TimeSpan.parse(date).orElseThrow(() -> new DateTimeException(date));
                return span.first().atStartOfDay(ZoneOffset.UTC).toInstant();
            }
            return OffsetDateTime.parse(date.matches(".*(Z|[+-][0-9]{2}:?[0-9]{2})") ? date : date + "Z")
                    .toInstant();
        } catch (DateTimeException e) {
            throw SdmxProblems.syntax(name, text.get(), "Write an instant as 2026-11-25T12:00:00Z.");
        }
    }
}
