package org.tipstats.compile.aggregate;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import org.tipstats.vocabulary.schema.Code;
import org.tipstats.vocabulary.schema.Dataflow;
import org.tipstats.vocabulary.schema.SchemaException;

/**
 * Computes the rates that a dataflow publishes in addition to its counts. The unit of the rate defines the number of
 * decimals and the number of persons that the rate refers to, for example 100,000.
 */
record Rates(BigDecimal per, int decimals) {

    /**
     * Returns the calculation for a dataflow. The result is empty if the dataflow publishes no rates, or if the
     * dataflow is the population, because all rates are divided by the population.
     */
    static Optional<Rates> of(Dataflow dataflow) {
        return dataflow.isPopulation()
                ? Optional.empty()
                : dataflow.unit("RATE")
                        .map(unit -> new Rates(
                                new BigDecimal(annotation(unit, "PER")),
                                Integer.parseInt(annotation(unit, "DECIMALS"))));
    }

    private static String annotation(Code unit, String type) {
        return unit.annotation(type)
                .orElseThrow(() -> new SchemaException("the unit " + unit.id() + " has no annotation " + type));
    }

    /** Computes the rate, rounded half up. */
    BigDecimal rate(long count, long population) {
        return BigDecimal.valueOf(count)
                .multiply(per)
                .divide(BigDecimal.valueOf(population), decimals, RoundingMode.HALF_UP);
    }
}
