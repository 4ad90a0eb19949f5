package org.tipstats.dissemination;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tipstats.format.DataSelection;
import org.tipstats.observation.KeySpace;
import org.tipstats.problem.InputError;
import org.tipstats.schema.Code;
import org.tipstats.schema.Dimension;
import org.tipstats.schema.Role;

/** What can be asked for in place of a selection that is too large: the latest years that fit, a unit, totals alone. */
final class Narrower {

    private final DataSelection selection;
    private final KeySpace space;
    private final int limit;

    Narrower(DataSelection selection, int limit) {
        this.selection = selection;
        this.space = selection.cube().space();
        this.limit = limit;
    }

    /** One fault a parameter, with a value that makes the reply small enough; none where no single value does. */
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

    /** The most years up to the latest one that fit. */
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
