package org.tipstats.disseminate.data;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tipstats.disseminate.data.DataHttpReply.DataReply;
import org.tipstats.disseminate.data.DataHttpReply.TaggedReply;
import org.tipstats.disseminate.format.DataSelection;
import org.tipstats.disseminate.format.DataWriter;
import org.tipstats.disseminate.query.DataQuery;
import org.tipstats.disseminate.query.DataRequest;
import org.tipstats.disseminate.query.DataRequest.PageAddress;
import org.tipstats.disseminate.query.DataRequests;
import org.tipstats.disseminate.query.QueryParser;
import org.tipstats.platform.access.Actor;
import org.tipstats.publish.read.PublishedReleases;
import org.tipstats.publish.read.PublishedReleases.ReleaseReference;
import org.tipstats.publish.read.PublishedReleases.Vintage;
import org.tipstats.vocabulary.cube.KeySpace;
import org.tipstats.vocabulary.schema.Dataflow;
import org.tipstats.vocabulary.schema.Dimension;

/** Answers requests for data, and for the codes that have data, from the dataset of one release. */
@Singleton
record DataService(DataRequests requests, PublishedReleases published, ReplyLimits limits) {

    private static final int MAX_OBSERVATIONS_IN_MEMORY = 10_000;

    /** Answers a request. A long reply is not held in memory but written later. */
    DataReply answer(DataRequest request, PageAddress address) {
        DataSelection selection = select(request, address);
        limits.check(selection, request.format(), request.style());
        byte[] body = selection.size() > MAX_OBSERVATIONS_IN_MEMORY
                ? null
                : DataWriter.of(request.format(), request.style()).bytes(selection);
        return new DataReply(selection, request, body);
    }

    private DataSelection select(DataRequest request, PageAddress address) {
        Vintage vintage = published.vintage(request.release(), request.query().dataflow());
        int[] places = request.query().select(vintage);
        int from = Math.min(request.offset(), places.length);
        int to = request.limit() == null ? places.length : (int) Math.min((long) from + request.limit(), places.length);
        String next = to < places.length ? address.next(request.release().id(), to) : null;
        return new DataSelection(
                request.release(), request.query().dataflow(), request.terms(), vintage.cube(), places, from, to, next);
    }

    /** Returns the codes that occur in the observations that the parameters select. */
    TaggedReply<AvailableCodes> codes(
            String dataflowId, Map<String, List<String>> parameters, String acceptLanguage, Optional<Actor> reader) {
        Dataflow dataflow = requests.dataflow(dataflowId);
        DataQuery query = new QueryParser(dataflow, DataRequests.UNPAGED_PARAMETERS).parse(parameters);
        String language = DataRequests.language(parameters, acceptLanguage);
        ReleaseReference release = requests.release(parameters, reader);
        Vintage vintage = published.vintage(release, dataflow);
        int[] places = query.select(vintage);
        Map<String, List<CodeCount>> codes = new LinkedHashMap<>();
        for (Dimension dimension : dataflow.structure().dimensions()) {
            codes.put(dimension.id(), counts(vintage, places, dimension, language));
        }
        return new TaggedReply<>(
                new AvailableCodes(release.id(), dataflow.id(), places.length, codes),
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

    /**
     * The codes that have data.
     *
     * @param total number of matching observations
     * @param codes for each dimension id, the codes with their numbers of observations, in the order of the code list
     */
    public record AvailableCodes(String release, String dataflow, int total, Map<String, List<CodeCount>> codes) {}

    public record CodeCount(String id, String name, int observations) {}
}
