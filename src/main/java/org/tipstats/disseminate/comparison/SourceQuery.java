package org.tipstats.disseminate.comparison;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.tipstats.disseminate.query.CodeExpression;
import org.tipstats.disseminate.query.DataQuery;
import org.tipstats.disseminate.query.QueryParser;
import org.tipstats.platform.access.Actor.Mandate;
import org.tipstats.platform.problem.InputError;
import org.tipstats.platform.problem.ProblemException;
import org.tipstats.platform.problem.WordSuggestions;
import org.tipstats.vocabulary.schema.Dataflow;
import org.tipstats.vocabulary.schema.SchemaRegistry;

/**
 * Selects cells, and the sources whose figures are shown next to the official figures.
 *
 * @param sources codes of the sources; empty for all sources
 */
record SourceQuery(DataQuery cells, Set<String> sources) {

    private static final String SOURCE = "SOURCE";
    private static final Set<String> OTHER_PARAMETERS = Set.of(SOURCE, "release", "format", "limit", "cursor");

    static SourceQuery all(Dataflow dataflow) {
        return new SourceQuery(new QueryParser(dataflow, Set.of()).parse(Map.of()), Set.of());
    }

    /**
     * Reads the parameters.
     *
     * @throws ProblemException with status 400 and a list of the faults if the parameters are not valid
     */
    static SourceQuery parse(SchemaRegistry schemas, Dataflow dataflow, Map<String, List<String>> parameters) {
        List<InputError> faults = new ArrayList<>();
        Set<String> sources = new TreeSet<>();
        addSources(schemas, parameters.getOrDefault(SOURCE, List.of("*")).get(0), sources, faults);
        return new SourceQuery(
                new QueryParser(dataflow, OTHER_PARAMETERS, List.of(), faults).parse(parameters), sources);
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

    boolean selects(String source) {
        return sources.isEmpty() || sources.contains(source);
    }
}
