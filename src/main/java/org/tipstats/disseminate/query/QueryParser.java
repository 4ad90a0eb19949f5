package org.tipstats.disseminate.query;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.tipstats.platform.problem.InputError;
import org.tipstats.platform.problem.ProblemException;
import org.tipstats.platform.problem.WordSuggestions;
import org.tipstats.vocabulary.schema.DataStructure.Attribute;
import org.tipstats.vocabulary.schema.Dataflow;
import org.tipstats.vocabulary.schema.Dimension;

/** Reads a query from parameters. Reports the faults together, not only the first. */
public final class QueryParser {

    private final Dataflow dataflow;
    private final Set<String> reserved;
    private final List<Attribute> attributes;
    private final List<InputError> faults;
    private int latest;

    /** @param reserved names of parameters that are not components; other classes read these parameters */
    public QueryParser(Dataflow dataflow, Set<String> reserved) {
        this(
                dataflow,
                reserved,
                dataflow.structure().attributes().stream()
                        .filter(attribute -> attribute.codes() != null)
                        .toList(),
                new ArrayList<>());
    }

    /**
     * @param attributes the coded attributes by which observations may be selected
     * @param faults the list to which the faults in the query are added
     */
    public QueryParser(Dataflow dataflow, Set<String> reserved, List<Attribute> attributes, List<InputError> faults) {
        this.dataflow = dataflow;
        this.reserved = reserved;
        this.attributes = attributes;
        this.faults = faults;
    }

    /**
     * Reads the parameters that name components.
     *
     * @throws ProblemException with status 400 and a list of the faults if the parameters are not valid
     */
    public DataQuery parse(Map<String, List<String>> parameters) {
        List<BitSet> wanted = new ArrayList<>();
        dataflow.structure().dimensions().forEach(d -> wanted.add(null));
        Map<String, List<String>> coded = new TreeMap<>();
        parameters.forEach((name, values) -> {
            if (values.size() > 1) {
                faults.add(InputError.parameter(
                        name, values.get(1), "\"" + name + "\" is given twice. Separate several codes by commas."));
            } else if (!reserved.contains(name)) {
                read(name, values.get(0), wanted, coded);
            }
        });
        ProblemException.requireNoParameterFaults(faults);
        return new DataQuery(dataflow, wanted, latest, coded);
    }

    private void read(String name, String value, List<BitSet> wanted, Map<String, List<String>> coded) {
        Dimension dimension = dataflow.structure().dimension(name).orElse(null);
        if (dimension != null) {
            CodeExpression expression = new CodeExpression(dimension, faults);
            wanted.set(dimension.position(), expression.positions(value));
            latest = Math.max(latest, expression.latest());
            return;
        }
        Attribute attribute = attributes.stream()
                .filter(each -> each.id().equals(name))
                .findFirst()
                .orElse(null);
        if (attribute != null) {
            if (!value.equals("*")) {
                coded.put(name, codes(attribute, value));
            }
            return;
        }
        if (faults.size() >= CodeExpression.MAX_FAULTS) {
            return;
        }
        List<String> known = new ArrayList<>(reserved);
        dataflow.structure().dimensions().forEach(each -> known.add(each.id()));
        attributes.forEach(each -> known.add(each.id()));
        faults.add(InputError.parameter(
                name, value, "There is no parameter \"" + name + "\" here.", WordSuggestions.near(name, known)));
    }

    private List<String> codes(Attribute attribute, String value) {
        List<String> codes = List.of(value.split(",", -1));
        for (String code : codes) {
            if (attribute.codes().find(code).isEmpty() && faults.size() < CodeExpression.MAX_FAULTS) {
                faults.add(InputError.parameter(
                        attribute.id(),
                        code,
                        "\"" + code + "\" is not a code of " + attribute.id() + ".",
                        CodeExpression.suggestions(attribute.codes(), code)));
            }
        }
        return codes;
    }
}
