package org.tipstats.disseminate.coverage;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.function.Predicate;
import org.tipstats.disseminate.query.CodeExpression;
import org.tipstats.platform.problem.InputError;
import org.tipstats.platform.problem.ProblemException;
import org.tipstats.platform.problem.WordSuggestions;
import org.tipstats.vocabulary.schema.Code;
import org.tipstats.vocabulary.schema.CodeList;
import org.tipstats.vocabulary.schema.DataStructure;
import org.tipstats.vocabulary.schema.Dataflow;
import org.tipstats.vocabulary.schema.SchemaRegistry;

/**
 * Selects a part of the coverage of a release.
 *
 * @param dataflows dataflows that areas report, in the order of their ids
 * @param areas positions in the area list; null for all areas
 * @param years positions of years; null for all years
 */
record CoverageQuery(List<Dataflow> dataflows, BitSet areas, BitSet years) {

    /**
     * Reads the parameters. Each parameter may be null.
     *
     * @throws ProblemException with status 400 and a list of the faults if the parameters are not valid
     */
    static CoverageQuery parse(SchemaRegistry schemas, String dataflow, String areas, String years) {
        List<InputError> faults = new ArrayList<>();
        List<Dataflow> reported = schemas.reported();
        DataStructure structure = reported.get(0).structure();
        CoverageQuery query = new CoverageQuery(
                dataflows(reported, dataflow, faults),
                CodeExpression.ofRows(structure.area(), areas, faults),
                CodeExpression.ofRows(structure.time(), years, faults));
        ProblemException.requireNoParameterFaults(faults);
        return query;
    }

    private static List<Dataflow> dataflows(List<Dataflow> reported, String wanted, List<InputError> faults) {
        if (wanted == null || wanted.equals("*")) {
            return reported;
        }
        List<String> known = reported.stream().map(Dataflow::id).toList();
        List<String> ids = List.of(wanted.split(",", -1));
        ids.stream()
                .filter(id -> !known.contains(id))
                .limit(CodeExpression.MAX_FAULTS)
                .forEach(id -> faults.add(InputError.parameter(
                        "dataflow",
                        id,
                        "\"" + id + "\" is not a dataflow that countries and areas report.",
                        WordSuggestions.near(id, known))));
        return reported.stream().filter(flow -> ids.contains(flow.id())).toList();
    }

    /**
     * Returns this query. Refuses the query if it selects areas, but no area of the given kind.
     *
     * @throws ProblemException with status 400 and the message if the query is refused
     */
    CoverageQuery require(CodeList list, Predicate<Code> kind, String message) {
        if (areas != null
                && !areas.isEmpty()
                && areas.stream().mapToObj(list::at).noneMatch(kind)) {
            throw ProblemException.parameter(
                    "REF_AREA", list.at(areas.nextSetBit(0)).id(), message, List.of());
        }
        return this;
    }

    boolean selectsArea(int position) {
        return areas == null || areas.get(position);
    }

    boolean selectsYear(int position) {
        return years == null || years.get(position);
    }
}
