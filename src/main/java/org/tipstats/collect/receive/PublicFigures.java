package org.tipstats.collect.receive;

import java.util.List;
import java.util.Set;
import org.tipstats.vocabulary.cube.Observation;
import org.tipstats.vocabulary.schema.Dataflow;

/** What everyone may see of areas now: given by releases, which come after submissions in the order of the house. */
public interface PublicFigures {

    /** The national counts of areas in the latest release; none before the first. */
    List<Observation> of(Dataflow dataflow, Set<String> areas);
}
