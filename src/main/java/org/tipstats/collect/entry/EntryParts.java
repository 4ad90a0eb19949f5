package org.tipstats.collect.entry;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import org.tipstats.collect.rounds.Round.RoundState;
import org.tipstats.collect.rounds.RoundItem;
import org.tipstats.collect.rounds.RoundReader;
import org.tipstats.platform.access.AccountRole;
import org.tipstats.platform.access.Actor;
import org.tipstats.platform.access.OwnAreas;
import org.tipstats.platform.problem.ProblemException;
import org.tipstats.vocabulary.schema.SchemaRegistry;

/** Finds the figures that a round asks of an area. */
@ApplicationScoped
@OwnAreas
public class EntryParts {

    private final RoundReader rounds;
    private final SchemaRegistry schemas;

    EntryParts(RoundReader rounds, SchemaRegistry schemas) {
        this.rounds = rounds;
        this.schemas = schemas;
    }

    /**
     * Returns the actor as the person who types figures of the area. If the actor is a reviewer who does not report for
     * the area, the result acts on behalf of the area. The figures then go into the reviewer's own draft.
     */
    public static Actor typist(String area, Actor actor) {
        return isOnBehalf(area, actor) ? actor.onBehalfOf(area) : actor;
    }

    /** Returns whether the actor types on behalf of the area, as a reviewer who does not report for it. */
    public static boolean isOnBehalf(String area, Actor actor) {
        return actor.may(AccountRole.REVIEWER) && !actor.reports(area);
    }

    /**
     * Returns the figures that a round asks of an area in a dataflow.
     *
     * @param actor the person who types for the area, see {@link #typist}
     * @throws ProblemException 404 if the round does not ask for such figures, or if the actor does not report for the
     *     area
     */
    public EntryPart find(String round, String area, String dataflow, Actor actor) {
        List<String> years = rounds.part(round, area, actor).items().stream()
                .filter(item -> item.dataflow().equals(dataflow) && actor.reports(area))
                .map(RoundItem::year)
                .toList();
        if (years.isEmpty()) {
            throw RoundReader.unknownPart();
        }
        boolean open = rounds.get(round, Optional.of(actor)).state() == RoundState.OPEN;
        return new EntryPart(round, area, schemas.dataflow(dataflow).orElseThrow(), years, open);
    }
}
