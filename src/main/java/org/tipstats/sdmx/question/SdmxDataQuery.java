package org.tipstats.sdmx.question;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.tipstats.sdmx.data.DataMessage.MessageContent;
import org.tipstats.sdmx.question.SdmxRequest.RestVersion;
import org.tipstats.vocabulary.cube.Cube;
import org.tipstats.vocabulary.cube.KeySpace;
import org.tipstats.vocabulary.cube.Observation;
import org.tipstats.vocabulary.cube.ObservationField;
import org.tipstats.vocabulary.schema.Dataflow;
import org.tipstats.vocabulary.schema.Dimension;

/**
 * A query for data.
 *
 * @param dimension the dimension that distinguishes the observations of a series; null if there are no series
 * @param whole whether the answer contains all components of each observation, so that the receiver may replace its own
 *     observations
 * @param window which of the matching observations to return; null in a query for available codes
 * @param times which vintages to return
 */
public record SdmxDataQuery(
        Dataflow dataflow,
        ObservationFilter filter,
        Dimension dimension,
        MessageContent content,
        boolean whole,
        Window window,
        Times times) {

    /**
     * Selects some of the observations that match the filter.
     *
     * @param first the number of observations to return from the start of each series, or null
     * @param last the number of observations to return from the end of each series, or null
     * @param offset the number of observations (or series, if the answer has only series) to skip at the start
     * @param limit the largest number of observations (or series) to return, or null
     */
    public record Window(Integer first, Integer last, SortOrder sort, int offset, Integer limit) {

        static Window of(SdmxRequest request, Dataflow flow, Dimension dimension) {
            boolean v2 = request.surface() == RestVersion.V2;
            List<ObservationField> fields = ObservationField.of(new KeySpace(flow.structure()));
            SortOrder sort = request.parameter("sort")
                    .filter(text -> v2)
                    .map(text -> SortOrder.of(request.surface(), text, flow, dimension, fields))
                    .orElse(SortOrder.DEFAULT);
            Integer offset = v2 ? number(request, "offset", 0) : null;
            return new Window(
                    number(request, "firstNObservations", 1),
                    number(request, "lastNObservations", 1),
                    sort,
                    offset == null ? 0 : offset,
                    v2 ? number(request, "limit", 1) : null);
        }

        private static Integer number(SdmxRequest request, String name, int least) {
            Optional<String> text = request.parameter(name);
            if (text.isPresent() && (!text.get().matches("[0-9]{1,9}") || Integer.parseInt(text.get()) < least)) {
                throw SdmxProblems.syntax(
                        name, text.get(), "\"" + name + "\" must be a whole number from " + least + " on.");
            }
            return text.map(Integer::valueOf).orElse(null);
        }
    }

    /**
     * Selects vintages.
     *
     * @param updatedAfter return only the changes after this instant; null to return all data
     * @param asOf return the data that were current at this instant; null for the current data
     * @param history whether to return the data of every dissemination
     */
    public record Times(Instant updatedAfter, Instant asOf, boolean history) {

        public static Times of(SdmxRequest request) {
            Instant updatedAfter = instant(request, "updatedAfter");
            Instant asOf = request.surface() == RestVersion.V2 ? instant(request, "asOf") : null;
            if (updatedAfter != null && asOf != null && updatedAfter.isAfter(asOf)) {
                throw SdmxProblems.syntax("asOf", asOf.toString(), "\"updatedAfter\" is later than \"asOf\".");
            }
            String history = request.parameter("includeHistory").orElse("false");
            if (!history.equals("true") && !history.equals("false")) {
                throw SdmxProblems.syntax("includeHistory", history, "\"includeHistory\" must be true or false.");
            }
            return new Times(updatedAfter, asOf, history.equals("true"));
        }

        /** Returns whether the answer needs several releases. It then has no known date of the last change. */
        public boolean areSeveral() {
            return history || updatedAfter != null;
        }

        private static Instant instant(SdmxRequest request, String name) {
            Optional<String> text = request.parameter(name);
            if (text.isEmpty()) {
                return null;
            }
            try {
                // According to the standard, an instant without an offset is in the local time of the service. This
                // local time is UTC.
                String date = text.get().replace(' ', '+');
                if (!date.matches("[0-9]{4}.*")) {
                    // The database stores only times in years of four digits.
                    throw new DateTimeException(date);
                }
                if (date.matches("[0-9]{4}(-[0-9]{2}){0,2}")) {
                    // Some clients send a period, for example 2020-06, and mean its first day.
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

    /**
     * The order of observations, from the parameter {@code sort}: for example {@code series_key+TIME_PERIOD:desc},
     * {@code *}, or components in any order. The default is the order of the cube: sorted by one dimension after the
     * other, with the codes in the order of their code lists.
     *
     * @param terms the comparisons in the order in which they are applied; empty means the default order
     */
    public record SortOrder(List<Comparator<Observation>> terms) {

        static final SortOrder DEFAULT = new SortOrder(List.of());

        /** Parses the parameter. Refuses terms that name no component. */
        public static SortOrder of(
                RestVersion surface,
                String text,
                Dataflow dataflow,
                Dimension dimension,
                List<ObservationField> fields) {
            List<Comparator<Observation>> terms = new ArrayList<>();
            for (String term : text.split("\\+", -1)) {
                int colon = term.indexOf(':');
                String name = colon < 0 ? term : term.substring(0, colon);
                String direction = colon < 0 ? "asc" : term.substring(colon + 1);
                if (!direction.equals("asc") && !direction.equals("desc")) {
                    throw SdmxProblems.syntax("sort", term, "The direction must be asc or desc.");
                }
                for (ObservationField field : named(surface, name, dataflow, dimension, fields)) {
                    terms.add(by(field, direction.equals("asc")));
                }
            }
            return new SortOrder(terms);
        }

        private static List<ObservationField> named(
                RestVersion surface,
                String name,
                Dataflow dataflow,
                Dimension dimension,
                List<ObservationField> fields) {
            List<Dimension> all = dataflow.structure().dimensions();
            if (name.equals("*") || name.equals("series_key")) {
                return all.stream()
                        .filter(each ->
                                name.equals("*") || dimension == null || each.position() != dimension.position())
                        .map(each -> fields.get(each.position()))
                        .toList();
            }
            Optional<ObservationField> field = ComponentFilter.field(fields, name);
            return List.of(field.orElseThrow(
                    () -> SdmxProblems.semantics(surface, "There is no component \"" + name + "\" to sort by.")));
        }

        /** Compares by one component. Observations without a value of it come last in both directions. */
        private static Comparator<Observation> by(ObservationField field, boolean ascending) {
            if (field.numeric()) {
                return Comparator.comparing(
                        observation -> field.text(observation) == null ? null : new BigDecimal(field.text(observation)),
                        missingLast(ascending));
            }
            return Comparator.comparing(field::text, missingLast(ascending));
        }

        private static <T extends Comparable<T>> Comparator<T> missingLast(boolean ascending) {
            Comparator<T> order = Comparator.naturalOrder();
            return Comparator.nullsLast(ascending ? order : order.reversed());
        }

        /**
         * Returns the indexes of observations in this order. Observations that are equal in this order keep their
         * order.
         */
        public int[] sorted(Cube cube, int[] places) {
            if (terms.isEmpty()) {
                return places;
            }
            Comparator<Observation> all =
                    terms.stream().reduce(Comparator::thenComparing).orElseThrow();
            return Arrays.stream(places)
                    .boxed()
                    .sorted(Comparator.comparing(cube::at, all))
                    .mapToInt(Integer::intValue)
                    .toArray();
        }
    }
}
