package org.tipstats.validate.table;

import java.util.Optional;
import java.util.function.ToIntFunction;
import org.tipstats.vocabulary.cube.KeySpace;
import org.tipstats.vocabulary.cube.Observation;
import org.tipstats.vocabulary.cube.Statuses;
import org.tipstats.vocabulary.schema.Attribute;
import org.tipstats.vocabulary.schema.Dimension;
import org.tipstats.vocabulary.schema.Role;

/** Turns accepted or published observations into rows. */
final class BaselineRows {

    private final KeySpace space;
    private final Statuses statuses;
    private final Dimension unit;
    private final Optional<Attribute> multiResponse;

    BaselineRows(KeySpace space, Statuses statuses) {
        this.space = space;
        this.statuses = statuses;
        this.unit = space.structure().unit();
        this.multiResponse = space.structure().attribute(Role.MULTI_RESPONSE);
    }

    /** Adds all observations that are counts. Rates are left out, because files do not contain them. */
    void addAll(Iterable<Observation> observations, RowColumns rows, ToIntFunction<String> statusPosition) {
        for (Observation observation : observations) {
            if (isCount(observation)) {
                rows.add(
                        0,
                        0,
                        observation.key(),
                        value(observation),
                        statusPosition.applyAsInt(observation.status()),
                        flags(observation));
            }
        }
    }

    private boolean isCount(Observation observation) {
        return !unit.codes()
                .at(space.position(observation.key(), unit.position()))
                .means("RATE");
    }

    private static long value(Observation observation) {
        return observation.value() == null ? -1 : observation.value().longValueExact();
    }

    private int flags(Observation observation) {
        return (statuses.isMasked(observation) ? RowColumns.MASKED : 0)
                | (statuses.isWithheld(observation) ? RowColumns.WITHHELD : 0)
                | (isMultiResponse(observation) ? RowColumns.MULTI_RESPONSE : 0);
    }

    private boolean isMultiResponse(Observation observation) {
        return multiResponse
                .map(attribute -> observation.attributes().get(attribute.id()))
                .flatMap(code -> multiResponse.get().codes().find(code))
                .filter(code -> code.means("YES"))
                .isPresent();
    }
}
