package org.tipstats.collect.values;

import java.util.List;
import java.util.Set;
import org.tipstats.vocabulary.cube.Observation;
import org.tipstats.vocabulary.schema.Dataflow;

/** Gives the public figures of areas. Package release implements it, because submission may not depend on release. */
public interface PublicFigures {

    /** Returns the national counts of areas in the latest release; empty before the first release. */
    List<Observation> of(Dataflow dataflow, Set<String> areas);
}
