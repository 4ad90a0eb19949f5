package org.tipstats.disseminate.data;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tipstats.disseminate.data.DataHttpReply.TaggedReply;
import org.tipstats.disseminate.query.DataQuery;
import org.tipstats.disseminate.query.DataRequests;
import org.tipstats.disseminate.query.QueryParser;
import org.tipstats.platform.access.Actor;
import org.tipstats.platform.http.CachePolicy;
import org.tipstats.platform.problem.InputError;
import org.tipstats.platform.problem.ProblemException;
import org.tipstats.publish.read.ProvenanceReader;
import org.tipstats.publish.read.ProvenanceReader.Provenance;
import org.tipstats.publish.read.PublishedReleases.ReleaseReference;
import org.tipstats.vocabulary.cube.KeySpace;
import org.tipstats.vocabulary.schema.Code;
import org.tipstats.vocabulary.schema.Dataflow;
import org.tipstats.vocabulary.schema.Dimension;
import org.tipstats.vocabulary.schema.Role;

/** Explains the provenance of one cell. The parameters of the request name the cell. */
@Singleton
record ProvenanceService(DataRequests requests, ProvenanceReader reader) {

    /**
     * Explains the cell that the parameters name. Staff also see names of persons and of files; caches must not store that
     * reply.
     *
     * @throws ProblemException with status 400 if the parameters do not name a single cell, 404 if the cell has no
     *     observation or there is no such dataflow or release, 410 if the release was withdrawn
     */
    TaggedReply<Provenance> explain(
            String dataflowId, Map<String, List<String>> parameters, String acceptLanguage, Optional<Actor> actor) {
        Dataflow dataflow = requests.dataflow(dataflowId);
        DataQuery query = new QueryParser(dataflow, DataRequests.UNPAGED_PARAMETERS).parse(parameters);
        String language = DataRequests.language(parameters, acceptLanguage);
        ReleaseReference release = requests.release(parameters, actor);
        long key = new KeySpace(dataflow.structure()).pack(cell(query));
        boolean names = actor.filter(Actor::readsAll).isPresent();
        return reader.of(release, dataflow, key, names, language)
                .map(provenance -> new TaggedReply<>(
                        provenance, release, names ? CachePolicy.NEVER : requests.cachePolicy(release, parameters)))
                .orElseThrow(() -> ProblemException.notFound("observation"));
    }

    /**
     * Returns one position for each dimension. A dimension without a parameter has its usual code: the total, the unit
     * of counts, the first frequency, or the only code. The area and the time have no usual code.
     */
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
        ProblemException.requireNoParameterFaults(faults);
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
