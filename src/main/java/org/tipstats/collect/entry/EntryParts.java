package org.tipstats.collect.entry;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.IntStream;
import org.tipstats.platform.access.Actor;
import org.tipstats.platform.access.OwnAreas;
import org.tipstats.platform.problem.ProblemException;
import org.tipstats.vocabulary.schema.Dataflow;
import org.tipstats.vocabulary.schema.SchemaRegistry;

/** Finds what a round asks of an area. */
@ApplicationScoped
@OwnAreas
public class EntryParts {

    private static final int YEARS = 3;

    private final SchemaRegistry schemas;
    private final Clock clock;

    EntryParts(SchemaRegistry schemas, Clock clock) {
        this.schemas = schemas;
        this.clock = clock;
    }

    /**
     * Returns what a round asks of an area in a dataflow.
     *
     * @throws ProblemException 404 if the round does not ask for it, or if the actor does not report for the area
     */
    public EntryPart find(String round, String area, String dataflow, Actor actor) {
        Dataflow asked = schemas.reported().stream()
                .filter(flow -> flow.id().equals(dataflow) && actor.reports(area))
                .findFirst()
                .orElseThrow(() -> ProblemException.notFound("round"));
        int last = clock.instant().atZone(ZoneOffset.UTC).getYear() - 1;
        List<String> years = IntStream.rangeClosed(last - YEARS + 1, last)
                .mapToObj(Integer::toString)
                .toList();
        return new EntryPart(round, area, asked, years);
    }
}
