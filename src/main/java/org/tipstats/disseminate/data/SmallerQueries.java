package org.tipstats.disseminate.data;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tipstats.disseminate.format.DataSelection;
import org.tipstats.platform.problem.InputError;
import org.tipstats.vocabulary.cube.KeySpace;
import org.tipstats.vocabulary.schema.Code;
import org.tipstats.vocabulary.schema.Dimension;
import org.tipstats.vocabulary.schema.Role;

/** Suggests filters that make a selection small enough: the latest years that fit, one unit, or totals only. */
final class SmallerQueries {

    private final DataSelection selection;
    private final KeySpace space;
    private final int limit;

    SmallerQueries(DataSelection selection, int limit) {
        this.selection = selection;
        this.space = selection.cube().space();
        this.limit = limit;
    }

    /**
     * Suggests one value for each parameter that alone makes the reply small enough. Leaves out a parameter if no
     * single value of it does.
     */
    List<InputError> suggestions() {
        List<InputError> suggestions = new ArrayList<>();
        for (Dimension dimension : space.structure().dimensions()) {
            int[] counts = counts(dimension);
            narrower(dimension, counts)
                    .ifPresent(value -> suggestions.add(InputError.parameter(
                            dimension.id(), null, "With this value the reply is small enough.", List.of(value))));
        }
        return suggestions;
    }

    private int[] counts(Dimension dimension) {
        int[] counts = new int[dimension.size()];
        for (int i = selection.from(); i < selection.to(); i++) {
            counts[space.position(selection.cube().at(selection.places()[i]).key(), dimension.position())]++;
        }
        return counts;
    }

    private Optional<String> narrower(Dimension dimension, int[] counts) {
        if (dimension.isTime()) {
            return years(dimension, counts);
        }
        Optional<Code> code = dimension.role() == Role.UNIT
                ? dimension.codes().first(unit -> unit.means("COUNT"))
                : dimension.codes().total();
        return code.filter(one -> counts[one.position()] > 0 && counts[one.position()] <= limit)
                .map(Code::id);
    }

    /** Returns the longest range of years that ends with the latest year and fits; empty if not even that year fits. */
    private Optional<String> years(Dimension time, int[] counts) {
        int last = counts.length - 1;
        while (last >= 0 && counts[last] == 0) {
            last--;
        }
        int first = last + 1;
        int sum = 0;
        while (first > 0 && sum + counts[first - 1] <= limit) {
            sum += counts[--first];
        }
        while (first <= last && counts[first] == 0) {
            first++;
        }
        if (first > last) {
            return Optional.empty();
        }
        String to = time.valueAt(last);
        return Optional.of(first == last ? to : time.valueAt(first) + ":" + to);
    }
}
