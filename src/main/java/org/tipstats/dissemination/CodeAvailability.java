package org.tipstats.dissemination;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tipstats.observation.KeySpace;
import org.tipstats.release.PublishedReleases;
import org.tipstats.release.Vintage;
import org.tipstats.schema.Dimension;

/** Tells which codes have data under a filter, with how many observations each. */
@ApplicationScoped
class CodeAvailability {

    /** The codes with data. @param total how many observations match @param codes by dimension id, in list order */
    public record Available(String release, String dataflow, int total, Map<String, List<CodeCount>> codes) {}

    /** A code with the number of its observations. */
    public record CodeCount(String id, String name, int observations) {}

    private final PublishedReleases published;

    CodeAvailability(PublishedReleases published) {
        this.published = published;
    }

    Available of(DataRequest request) {
        Vintage vintage = published.vintage(request.release(), request.query().dataflow());
        int[] places = request.query().select(vintage);
        Map<String, List<CodeCount>> codes = new LinkedHashMap<>();
        for (Dimension dimension : request.query().dataflow().structure().dimensions()) {
            codes.put(dimension.id(), counts(vintage, places, dimension, request.language()));
        }
        return new Available(request.release().id(), request.query().dataflow().id(), places.length, codes);
    }

    private static List<CodeCount> counts(Vintage vintage, int[] places, Dimension dimension, String language) {
        KeySpace space = vintage.cube().space();
        int[] counts = new int[dimension.size()];
        for (int place : places) {
            counts[space.position(vintage.cube().at(place).key(), dimension.position())]++;
        }
        List<CodeCount> codes = new ArrayList<>();
        for (int position = 0; position < counts.length; position++) {
            if (counts[position] > 0) {
                String name = dimension.isTime()
                        ? dimension.valueAt(position)
                        : dimension.codes().at(position).name().in(language);
                codes.add(new CodeCount(dimension.valueAt(position), name, counts[position]));
            }
        }
        return codes;
    }
}
