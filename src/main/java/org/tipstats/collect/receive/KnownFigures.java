package org.tipstats.collect.receive;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.tipstats.platform.access.Actor;
import org.tipstats.platform.access.Mandate;
import org.tipstats.platform.access.Role;
import org.tipstats.vocabulary.cube.Observation;
import org.tipstats.vocabulary.schema.Dataflow;

/** What someone may know of an area's figures now: who submits them, all that is accepted; anyone else, what is public. */
@ApplicationScoped
public class KnownFigures {

    private final SubmittedValueRepository values;
    private final AcceptanceRepository acceptances;
    private final PublicFigures publicFigures;

    KnownFigures(SubmittedValueRepository values, AcceptanceRepository acceptances, PublicFigures publicFigures) {
        this.values = values;
        this.acceptances = acceptances;
        this.publicFigures = publicFigures;
    }

    /** The national counts of the area, sorted by key: as accepted only where {@link #arePublic} says no. */
    public List<Observation> of(Dataflow dataflow, String area, Optional<Actor> actor) {
        return arePublic(dataflow, area, actor)
                ? publicFigures.of(dataflow, Set.of(area))
                : values.held(dataflow, Mandate.OFFICIAL, Set.of(area), acceptances.latest())
                        .observations();
    }

    /** Whether everyone may know what the actor gets to know. */
    public static boolean arePublic(Dataflow dataflow, String area, Optional<Actor> actor) {
        return actor.filter(someone -> dataflow.isReference() ? someone.may(Role.ADMINISTRATOR) : someone.reports(area))
                .isEmpty();
    }
}
