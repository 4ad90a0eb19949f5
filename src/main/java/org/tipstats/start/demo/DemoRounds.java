package org.tipstats.start.demo;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.tipstats.collect.rounds.RoundReader;
import org.tipstats.collect.rounds.RoundRequest;
import org.tipstats.collect.rounds.RoundService;
import org.tipstats.collect.rounds.RoundView;
import org.tipstats.platform.access.Actor;
import org.tipstats.platform.http.PageRequest;

/** Creates the rounds of the demo: one closed, one open. Their areas answer with the sample data. */
@Singleton
record DemoRounds(RoundService rounds, RoundReader reader, Clock clock) {

    private static final String CLOSED = "demo-2016";
    private static final String OPEN = "demo-2017";
    private static final List<String> DATAFLOWS = List.of("VICTIMS", "PERSONS", "OFFENCES");
    private static final int DAYS = 30;

    /** Creates the missing rounds. */
    void create(Actor administrator) {
        List<String> known = reader.list(Optional.of(administrator), PageRequest.of(null, null)).items().stream()
                .map(RoundView::id)
                .toList();
        if (!known.contains(CLOSED)) {
            rounds.create(request(CLOSED, List.of("2015", "2016"), "round.closed"), administrator);
            rounds.close(CLOSED, administrator);
        }
        if (!known.contains(OPEN)) {
            rounds.create(request(OPEN, List.of("2016", "2017"), "round.open"), administrator);
        }
    }

    private RoundRequest request(String id, List<String> years, String title) {
        Instant deadline = clock.instant().truncatedTo(ChronoUnit.DAYS).plus(DAYS + 1, ChronoUnit.DAYS);
        return new RoundRequest(
                id,
                Demo.texts(title),
                DATAFLOWS,
                years,
                List.of("001"),
                null,
                deadline.minusSeconds(1),
                Demo.texts("round.guidance"),
                "demo-reviewer");
    }
}
