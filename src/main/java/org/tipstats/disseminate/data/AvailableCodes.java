package org.tipstats.disseminate.data;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.tipstats.disseminate.data.DataHttpReply.TaggedReply;
import org.tipstats.disseminate.query.DataQuery;
import org.tipstats.disseminate.query.DataRequests;
import org.tipstats.disseminate.query.QueryParser;
import org.tipstats.publish.read.PublishedReleases;
import org.tipstats.publish.read.PublishedReleases.ReleaseReference;
import org.tipstats.publish.read.PublishedReleases.Vintage;
import org.tipstats.vocabulary.cube.KeySpace;
import org.tipstats.vocabulary.schema.Dataflow;
import org.tipstats.vocabulary.schema.Dimension;

/** Counts how many of the observations that a query selects have each code. */
@ApplicationScoped
class AvailableCodes {

    /**
     * The codes that have data.
     *
     * @param total number of matching observations
     * @param codes the codes with their counts by dimension id, in the order of the code list
     */
    @Schema(name = "AvailableCodes")
    public record Available(String release, String dataflow, int total, Map<String, List<CodeCount>> codes) {}

    public record CodeCount(String id, String name, int observations) {}

    private final DataRequests requests;
    private final PublishedReleases published;

    AvailableCodes(DataRequests requests, PublishedReleases published) {
        this.requests = requests;
        this.published = published;
    }

    /** Returns the codes that have data among the observations that the parameters select. */
    TaggedReply<Available> of(
            String dataflowId, Map<String, List<String>> parameters, String acceptLanguage, boolean drafts) {
        Dataflow dataflow = requests.dataflow(dataflowId);
        DataQuery query = new QueryParser(dataflow, DataRequests.UNPAGED_PARAMETERS).parse(parameters);
        String language = DataRequests.language(parameters, acceptLanguage);
        ReleaseReference release = requests.release(parameters, drafts);
        Vintage vintage = published.vintage(release, dataflow);
        int[] places = query.select(vintage);
        Map<String, List<CodeCount>> codes = new LinkedHashMap<>();
        for (Dimension dimension : dataflow.structure().dimensions()) {
            codes.put(dimension.id(), counts(vintage, places, dimension, language));
        }
        return TaggedReply.of(
                new Available(release.id(), dataflow.id(), places.length, codes),
                release,
                requests.cachePolicy(release, parameters));
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
                        : dimension.codes().at(position).name().inLanguage(language);
                codes.add(new CodeCount(dimension.valueAt(position), name, counts[position]));
            }
        }
        return codes;
    }
}
