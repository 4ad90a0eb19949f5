package org.tipstats.collect.values;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.tipstats.platform.access.AccountRole;
import org.tipstats.platform.access.Actor;
import org.tipstats.platform.access.Actor.Mandate;
import org.tipstats.platform.access.OwnAreas;
import org.tipstats.vocabulary.cube.Observation;
import org.tipstats.vocabulary.schema.Dataflow;

/**
 * The current figures of an area that a person may know. A person who submits for the area (for reference data, an
 * administrator) may know all accepted figures; any other person may know the public figures.
 */
@ApplicationScoped
@OwnAreas
public class AccessibleFigures {

    private final SubmittedValueRepository values;
    private final AcceptanceRepository acceptances;
    private final PublicFigures publicFigures;

    AccessibleFigures(SubmittedValueRepository values, AcceptanceRepository acceptances, PublicFigures publicFigures) {
        this.values = values;
        this.acceptances = acceptances;
        this.publicFigures = publicFigures;
    }

    /**
     * Returns the national counts of the area, sorted by key: the public counts if {@link #arePublic} is true,
     * otherwise all accepted counts.
     */
    public List<Observation> of(Dataflow dataflow, String area, Optional<Actor> actor) {
        return arePublic(dataflow, area, actor)
                ? publicFigures.of(dataflow, Set.of(area))
                : values.held(dataflow, Mandate.OFFICIAL, Set.of(area), acceptances.latest())
                        .observations();
    }

    /** Returns whether the actor may know only the public figures. */
    public static boolean arePublic(Dataflow dataflow, String area, Optional<Actor> actor) {
        return actor.filter(someone ->
                        dataflow.isReference() ? someone.may(AccountRole.ADMINISTRATOR) : someone.reports(area))
                .isEmpty();
    }

    /**
     * Gives the public figures of areas. The packages of releases implement this interface, because this package may
     * not depend on them.
     */
    public interface PublicFigures {

        /** Returns the national counts of areas in the latest release; empty before the first release. */
        List<Observation> of(Dataflow dataflow, Set<String> areas);
    }
}
