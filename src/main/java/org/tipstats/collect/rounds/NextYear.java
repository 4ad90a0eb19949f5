package org.tipstats.collect.rounds;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Moves a round to the next year: its id, title, years and dates. Dataflows, areas, guidance and contact stay. */
public final class NextYear {

    private static final Pattern YEAR = Pattern.compile("(?<![0-9])(?:19|20|21)[0-9]{2}(?![0-9])");

    private NextYear() {}

    /**
     * Returns the request for the same round one year later.
     *
     * @param id the id of the new round; null for the old one with its years moved
     */
    public static RoundRequest of(Round round, List<String> areas, String id) {
        return new RoundRequest(
                id == null ? moved(round.id()) : id,
                round.title().entrySet().stream()
                        .collect(Collectors.toMap(Map.Entry::getKey, text -> moved(text.getValue()))),
                round.dataflows(),
                round.years().stream().map(NextYear::moved).toList(),
                areas,
                moved(round.opensAt()),
                moved(round.closesAt()),
                round.guidance(),
                round.contact());
    }

    /** Returns a text with each year in it moved by one. */
    private static String moved(String text) {
        return YEAR.matcher(text).replaceAll(found -> Integer.toString(Integer.parseInt(found.group()) + 1));
    }

    private static Instant moved(Instant time) {
        return time.atZone(ZoneOffset.UTC).plusYears(1).toInstant();
    }
}
