package org.tipstats.collect.rounds;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.tipstats.collect.rounds.Round.RoundState;
import org.tipstats.collect.rounds.RoundBoard.PublicSummary;

/**
 * A round as the API shows it.
 *
 * @param areas the areas that it asks, or only the area that the view is made for
 * @param contact the person or office that answers questions; absent for readers who have not signed in
 * @param closedAt null while the round is not closed
 * @param summary how the round was answered; absent in lists, and until the round is closed
 */
public record RoundView(
        String id,
        Map<String, String> title,
        RoundState state,
        List<String> dataflows,
        List<String> years,
        List<String> areas,
        Instant opensAt,
        Instant closesAt,
        Map<String, String> guidance,
        @JsonInclude(JsonInclude.Include.NON_NULL) String contact,
        Instant closedAt,
        @JsonInclude(JsonInclude.Include.NON_NULL) PublicSummary summary) {

    static RoundView of(Round round, List<String> areas, boolean signedIn, Instant now) {
        return new RoundView(
                round.id(),
                round.title(),
                round.state(now),
                round.dataflows(),
                round.years(),
                areas,
                round.opensAt(),
                round.closesAt(),
                round.guidance(),
                signedIn ? round.contact() : null,
                round.closedAt(),
                null);
    }

    /** Returns the same view with the summary of the closed round. */
    RoundView with(PublicSummary answers) {
        return new RoundView(
                id, title, state, dataflows, years, areas, opensAt, closesAt, guidance, contact, closedAt, answers);
    }
}
