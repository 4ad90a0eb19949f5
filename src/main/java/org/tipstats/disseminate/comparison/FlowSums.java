package org.tipstats.disseminate.comparison;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.tipstats.disseminate.comparison.FlowSummary.Flow;
import org.tipstats.vocabulary.cube.Observation;
import org.tipstats.vocabulary.schema.Code;

/** Adds up published figures to flows: one sum for each pair of places. Not thread-safe. */
final class FlowSums {

    private static final Comparator<Flow> LARGEST_FIRST = Comparator.comparing(
                    Flow::persons, Comparator.nullsLast(Comparator.reverseOrder()))
            .thenComparing(flow -> flow.from().position())
            .thenComparing(flow -> flow.to().position());

    private record Ends(Code from, Code to) {}

    /** The sum of one flow. */
    private static final class Sum {
        private BigDecimal persons = BigDecimal.ZERO;
        private BigDecimal domestic = BigDecimal.ZERO;
        private int withheld;
        private Observation figure;
    }

    private final UnaryOperator<Code> placeOf;
    private final boolean single;
    private final Map<Ends, Sum> flows = new LinkedHashMap<>();
    private BigDecimal unplaced = BigDecimal.ZERO;
    private BigDecimal received = BigDecimal.ZERO;
    private int withheld;

    /**
     * Prepares sums.
     *
     * @param placeOf a function that returns the place to which an area belongs
     * @param single whether each flow has only one figure, because it connects two single areas
     */
    FlowSums(UnaryOperator<Code> placeOf, boolean single) {
        this.placeOf = placeOf;
        this.single = single;
    }

    void add(Code from, Code to, Observation figure) {
        Sum sum = flows.computeIfAbsent(new Ends(placeOf.apply(from), placeOf.apply(to)), ends -> new Sum());
        sum.figure = figure;
        if (figure.value() == null) {
            sum.withheld++;
        }
        BigDecimal persons = value(figure);
        sum.persons = sum.persons.add(persons);
        if (from.equals(to)) {
            sum.domestic = sum.domestic.add(persons);
        }
    }

    void addUnplaced(Observation figure) {
        unplaced = unplaced.add(value(figure));
    }

    void addReceived(Observation figure) {
        received = received.add(value(figure));
    }

    /** Returns the value of a figure. A figure without a value gives 0 and is counted as withheld. */
    private BigDecimal value(Observation figure) {
        if (figure.value() == null) {
            withheld++;
            return BigDecimal.ZERO;
        }
        return figure.value();
    }

    FlowSummary summary(List<Code> reporting, List<Code> silent) {
        List<Flow> all = flows.entrySet().stream()
                .map(flow -> flow(flow.getKey(), flow.getValue()))
                .filter(Objects::nonNull)
                .sorted(LARGEST_FIRST)
                .toList();
        BigDecimal persons = flows.values().stream().map(sum -> sum.persons).reduce(BigDecimal.ZERO, BigDecimal::add);
        return new FlowSummary(all, persons, unplaced, received, withheld, reporting, silent);
    }

    /** Returns a flow; null if all its figures are zero. */
    private Flow flow(Ends ends, Sum sum) {
        boolean empty = sum.persons.signum() == 0;
        return empty && sum.withheld == 0
                ? null
                : new Flow(
                        ends.from(),
                        ends.to(),
                        empty ? null : sum.persons,
                        sum.domestic,
                        sum.withheld,
                        single ? sum.figure : null);
    }
}
