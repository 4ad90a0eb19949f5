package org.tipstats.sdmx.question;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.tipstats.platform.problem.ProblemException;
import org.tipstats.sdmx.data.DataMessage;
import org.tipstats.sdmx.data.DataMessage.MessageContent;
import org.tipstats.sdmx.question.ComponentFilter.Values;
import org.tipstats.sdmx.question.SdmxRequest.RestVersion;
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

    /** Reads a query for the data of one dataflow (version 1) or of several dataflows (version 2). */
    public List<SdmxDataQuery> queries(SdmxRequest request) {
        return request.surface() == RestVersion.V1 ? List.of(v1(request)) : v2(request);
    }

    /** Reads {@code /data/{flow}/{key}/{provider}} of version 1. */
    private SdmxDataQuery v1(SdmxRequest request) {
        request.requireAtMost(4);
        Dataflow flow = flows.v1(request);
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
        return query(request, flow, dimension, filterV1(request, flow, 2), content, detail.equals("full"));
    }

    private static SdmxDataQuery query(
            SdmxRequest request,
            Dataflow flow,
            Dimension dimension,
            ObservationFilter filter,
            MessageContent content,
            boolean whole) {
        SdmxDataQuery.Window window = SdmxDataQuery.Window.of(request, flow, dimension);
        return new SdmxDataQuery(flow, filter, dimension, content, whole, window, SdmxDataQuery.Times.of(request));
    }

    /**
     * Returns the filter for the key and the periods of a request to version 1.
     *
     * @param at the index of the path segment with the key
     */
    public ObservationFilter filterV1(SdmxRequest request, Dataflow flow, int at) {
        ObservationFilter filter = ObservationFilter.ofKeys(
                flow.structure(), KeyExpression.v1(flow.structure(), request.segment(at, "all")));
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
                : filter.narrow(time, text -> {
                    TimeSpan year = TimeSpan.ofYear(Integer.parseInt(text));
                    return start.map(span -> !year.first().isBefore(span.first()))
                                    .orElse(true)
                            && end.map(span -> !year.last().isAfter(span.last()))
                                    .orElse(true);
                });
    }

    private static Optional<TimeSpan> period(SdmxRequest request, String name) {
        return request.parameter(name)
                .map(text -> TimeSpan.parse(text)
                        .orElseThrow(() -> SdmxProblems.syntax(name, text, "\"" + text + "\" is not a period.")));
    }

    /**
     * Reads {@code /data/{context}/{agency}/{id}/{version}/{key}} of version 2. Returns one query per dataflow, in the
     * order of their ids. If several dataflows match, leaves out the dataflows for which another part of the request is
     * not valid; if no dataflow is left, throws the first of these problems.
     */
    private List<SdmxDataQuery> v2(SdmxRequest request) {
        request.requireAtMost(6);
        List<SdmxDataQuery> queries = new ArrayList<>();
        ProblemException refused = null;
        for (Dataflow flow : flows.allV2(request)) {
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

    private SdmxDataQuery v2(SdmxRequest request, Dataflow flow) {
        Dimension dimension = dimension(request, flow);
        Set<String> attributes = attributesV2(request, flow);
        boolean measure = measureV2(request, flow);
        boolean whole = measure && attributes.equals(attributes(flow));
        MessageContent content = new MessageContent(measure || !attributes.isEmpty(), measure, attributes);
        return query(request, flow, dimension, filterV2(request, flow, 5), content, whole);
    }

    /**
     * Returns the filter for the keys and component filters of a request to version 2.
     *
     * @param at the index of the path segment with the keys
     * @throws ProblemException 400 for the periods of version 1, which would otherwise select nothing and return all
     */
    public ObservationFilter filterV2(SdmxRequest request, Dataflow flow, int at) {
        refusePeriodV1(request, "startPeriod", "ge:");
        refusePeriodV1(request, "endPeriod", "le:");
        ObservationFilter filter = ObservationFilter.ofKeys(
                flow.structure(), KeyExpression.v2(flow.structure(), request.segment(at, "*")));
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

    private static void refusePeriodV1(SdmxRequest request, String name, String operator) {
        request.parameter(name).ifPresent(period -> {
            String form = "c[TIME_PERIOD]=" + operator + period;
            throw ProblemException.parameter(
                    name,
                    period,
                    "\"" + name + "\" is a parameter of version 1. In version 2 use " + form + ".",
                    List.of(form));
        });
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
        boolean time = dimension.map(Dimension::isTime).orElse(false);
        Values values = time ? Values.PERIODS : field.numeric() ? Values.NUMBERS : Values.TEXTS;
        Predicate<String> test = ComponentFilter.of(component, values, expression);
        return dimension.isPresent()
                ? filter.narrow(dimension.get(), test)
                : filter.and(observation -> test.test(field.text(observation)));
    }

    private static Set<String> attributes(Dataflow flow) {
        return flow.structure().attributes().stream().map(Attribute::id).collect(Collectors.toSet());
    }

    /**
     * Returns the ids of the requested attributes. All attributes of the schemas belong to observations, so a request
     * for the attributes of series or data sets selects nothing.
     */
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

    /**
     * Returns the requested dimension at observation level. The default is the time dimension. Returns null if the
     * request wants no series.
     */
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
}
