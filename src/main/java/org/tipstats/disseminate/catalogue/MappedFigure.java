package org.tipstats.disseminate.catalogue;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * A figure in another structure.
 *
 * @param values values of the components of that structure, in its order; null for a component without a value
 * @param measure index of the measure; the values before it are the key
 * @param number the value of the measure, or null
 */
record MappedFigure(List<String> values, int measure, BigDecimal number) {

    MappedFigure {
        values = Collections.unmodifiableList(new ArrayList<>(values));
    }

    List<String> key() {
        return values.subList(0, measure);
    }
}
