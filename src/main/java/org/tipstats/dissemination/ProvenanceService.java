package org.tipstats.dissemination;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tipstats.access.Actor;
import org.tipstats.observation.KeySpace;
import org.tipstats.problem.InputError;
import org.tipstats.problem.Problem;
import org.tipstats.problem.ProblemException;
import org.tipstats.problem.ProblemType;
import org.tipstats.release.Provenance;
import org.tipstats.release.ProvenanceReader;
import org.tipstats.release.ReleaseReader;
import org.tipstats.release.ReleaseReference;
import org.tipstats.schema.Code;
import org.tipstats.schema.Dataflow;
import org.tipstats.schema.Dimension;
import org.tipstats.schema.Role;
import org.tipstats.web.Keeping;

/** Explains one cell: reads which one is meant, and asks where it comes from. */
@ApplicationScoped
class ProvenanceService {

    private final DataRequests requests;
    private final ProvenanceReader reader;

    ProvenanceService(DataRequests requests, ProvenanceReader reader) {
        this.requests = requests;
        this.reader = reader;
    }

    /** Explains the cell that the parameters name; staff sees names of persons, in a reply of their own. */
    Tagged<Provenance> explain(String dataflowId, Map<String, List<String>> parameters, Optional<Actor> actor) {
        Dataflow dataflow = requests.dataflow(dataflowId);
        DataQuery query = new QueryParser(dataflow, DataRequests.REDUCED).parse(parameters);
        ReleaseReference release = requests.release(parameters, ReleaseReader.seesDrafts(actor));
        long key = new KeySpace(dataflow.structure()).pack(cell(query));
        boolean names = ReleaseReader.isStaff(actor);
        return reader.of(release, dataflow, key, names)
                .map(provenance ->
                        Tagged.of(provenance, release, names ? Keeping.NEVER : requests.keeping(release, parameters)))
                .orElseThrow(() -> ProblemException.notFound("observation"));
    }

    /** One position a dimension: the one given, else the total, the count, the only code. */
    private static int[] cell(DataQuery query) {
        List<InputError> faults = new ArrayList<>();
        int[] positions = new int[query.wanted().size()];
        for (Dimension dimension : query.dataflow().structure().dimensions()) {
            BitSet wanted = query.wanted().get(dimension.position());
            int position = wanted == null ? usual(dimension) : wanted.cardinality() == 1 ? wanted.nextSetBit(0) : -1;
            if (position < 0) {
                faults.add(InputError.parameter(
                        dimension.id(),
                        null,
                        "Name one code of " + dimension.id() + ": provenance is shown for a single cell."));
            }
            positions[dimension.position()] = position;
        }
        if (!faults.isEmpty()) {
            throw new ProblemException(
                    Problem.of(ProblemType.INVALID_PARAMETER, faults.get(0).message())
                            .errors(faults));
        }
        return positions;
    }

    private static int usual(Dimension dimension) {
        if (dimension.isTime() || dimension.role() == Role.AREA) {
            return -1;
        }
        Optional<Code> usual = dimension.role() == Role.UNIT
                ? dimension.codes().first(code -> code.means("COUNT"))
                : dimension.codes().size() == 1
                        ? Optional.of(dimension.codes().at(0))
                        : dimension.codes().total();
        return usual.map(Code::position).orElse(dimension.role() == Role.FREQUENCY ? 0 : -1);
    }
}
