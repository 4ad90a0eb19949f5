package org.tipstats.collect.justify;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tipstats.collect.justify.JustificationReader.OpenJustifications.OpenPlace;
import org.tipstats.validate.findings.Finding;

/** Collects the places of open warnings: findings of one rule about the same figure are explained together. */
final class OpenPlaces {

    private record Place(String rule, Integer line, Map<String, String> key) {}

    private final int most;
    private final Map<Place, OpenPlace> places = new LinkedHashMap<>();
    private final Map<String, Integer> counts = new HashMap<>();

    /** @param most the largest number of places to keep for each rule */
    OpenPlaces(int most) {
        this.most = most;
    }

    /**
     * Adds an open warning.
     *
     * @param offers the ids of the offered texts that apply to it
     */
    void add(Finding finding, List<String> offers) {
        Place place = new Place(finding.rule(), finding.line(), finding.key());
        OpenPlace known = places.get(place);
        if (known != null) {
            places.put(place, known.with(finding, offers));
        } else if (counts.merge(finding.rule(), 1, Integer::sum) <= most) {
            places.put(place, new OpenPlace(List.of(finding), offers));
        }
    }

    /** Returns the first places of each rule, in the order of the report. */
    List<OpenPlace> all() {
        return List.copyOf(places.values());
    }
}
