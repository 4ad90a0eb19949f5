package org.tipstats.disseminate.comparison;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.tipstats.disseminate.query.CodeExpression;
import org.tipstats.disseminate.query.DataQuery;
import org.tipstats.platform.access.Actor.Mandate;
import org.tipstats.platform.problem.InputError;
import org.tipstats.platform.problem.ProblemException;
import org.tipstats.platform.problem.WordSuggestions;
import org.tipstats.vocabulary.schema.Dataflow;
import org.tipstats.vocabulary.schema.Dimension;
import org.tipstats.vocabulary.schema.SchemaRegistry;

/**
 * Selects cells, and the sources whose figures are shown next to the official figures.
 *
 * @param sources codes of the sources; empty for all sources
 */
record SourceQuery(DataQuery cells, Set<String> sources) {

    private static final String SOURCE = "SOURCE";
    private static final List<String> OTHER_PARAMETERS = List.of("release", "format", "limit", "cursor");

    static SourceQuery all(Dataflow dataflow) {
        List<BitSet> wanted =
                Collections.nCopies(dataflow.structure().dimensions().size(), null);
        return new SourceQuery(new DataQuery(dataflow, wanted, 0, Map.of()), Set.of());
    }

    /**
     * Reads the parameters.
     *
     * @throws ProblemException with status 400 and a list of all faults if the parameters are not valid
     */
    static SourceQuery parse(SchemaRegistry schemas, Dataflow dataflow, Map<String, List<String>> parameters) {
        List<InputError> faults = new ArrayList<>();
        List<BitSet> wanted = new ArrayList<>(
                Collections.nCopies(dataflow.structure().dimensions().size(), null));
        Set<String> sources = new TreeSet<>();
        int[] latest = {0};
        parameters.forEach((name, values) -> {
            Dimension dimension = dataflow.structure().dimension(name).orElse(null);
            if (values.size() > 1) {
                faults.add(InputError.parameter(
                        name, values.get(1), "\"" + name + "\" is given twice. Separate several codes by commas."));
            } else if (dimension != null) {
                CodeExpression expression = new CodeExpression(dimension, faults);
                wanted.set(dimension.position(), expression.positions(values.get(0)));
                latest[0] = Math.max(latest[0], expression.latest());
            } else if (name.equals(SOURCE)) {
                addSources(schemas, values.get(0), sources, faults);
            } else if (!OTHER_PARAMETERS.contains(name) && faults.size() < CodeExpression.MAX_FAULTS) {
                faults.add(unknown(dataflow, name, values.get(0)));
            }
        });
        if (!faults.isEmpty()) {
            throw ProblemException.parameters(faults);
        }
        return new SourceQuery(new DataQuery(dataflow, wanted, latest[0], Map.of()), sources);
    }

    private static void addSources(SchemaRegistry schemas, String value, Set<String> sources, List<InputError> faults) {
        List<String> known = schemas.codeIds(Mandate.CODES).stream()
                .filter(code -> !code.equals(Mandate.OFFICIAL))
                .toList();
        for (String code : value.equals("*") ? new String[0] : value.split(",", -1)) {
            if (known.contains(code)) {
                sources.add(code);
            } else if (faults.size() < CodeExpression.MAX_FAULTS) {
                faults.add(InputError.parameter(
                        SOURCE, code, "There is no source \"" + code + "\".", WordSuggestions.near(code, known)));
            }
        }
    }

    private static InputError unknown(Dataflow dataflow, String name, String value) {
        List<String> known = new ArrayList<>(OTHER_PARAMETERS);
        known.add(SOURCE);
        dataflow.structure().dimensions().forEach(dimension -> known.add(dimension.id()));
        return InputError.parameter(
                name, value, "There is no parameter \"" + name + "\".", WordSuggestions.near(name, known));
    }

    boolean selects(String source) {
        return sources.isEmpty() || sources.contains(source);
    }
}
