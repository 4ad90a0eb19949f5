package org.tipstats.disseminate.query;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tipstats.disseminate.format.DataSelection;
import org.tipstats.disseminate.format.Format;
import org.tipstats.publish.citation.TermsService;
import org.tipstats.publish.release.Provenance;
import org.tipstats.publish.release.PublishedReleases;
import org.tipstats.publish.release.ReleaseReference;
import org.tipstats.publish.release.Vintage;
import org.tipstats.vocabulary.cube.KeySpace;
import org.tipstats.vocabulary.cube.Observation;
import org.tipstats.vocabulary.cube.ObservationField;
import org.tipstats.vocabulary.schema.Dataflow;
import org.tipstats.vocabulary.schema.Dimension;

/** The questions of the API for pages: the same parameters, refused for the same reasons, answered from the same data. */
@ApplicationScoped
public class PublicData {

    /**
     * What is found.
     *
     * @param selection all of it, in one piece
     * @param wanted by dimension position the positions asked for, null for all; years as they turned out
     * @param offered by dimension position how many observations each position has, were this dimension not asked about
     */
    public record Found(DataSelection selection, List<BitSet> wanted, List<int[]> offered) {}

    private final DataRequests requests;
    private final PublishedReleases published;
    private final ProvenanceService provenance;
    private final TermsService terms;
    private final ReplyLimits limits;

    PublicData(
            DataRequests requests,
            PublishedReleases published,
            ProvenanceService provenance,
            TermsService terms,
            ReplyLimits limits) {
        this.requests = requests;
        this.published = published;
        this.provenance = provenance;
        this.terms = terms;
        this.limits = limits;
    }

    /** What everyone may read of a dataflow; 400 for parameters that the API refuses, 404 for a release that isn't there. */
    public Found find(String dataflowId, Map<String, List<String>> parameters) {
        return find(
                dataflowId,
                parameters,
                (selection, query, vintage) -> new Found(selection, query.wanted(), offered(query, vintage)));
    }

    /** The same without what else there would be, which takes a walk over the whole dataset. */
    public DataSelection select(String dataflowId, Map<String, List<String>> parameters) {
        return find(dataflowId, parameters, (selection, query, vintage) -> selection);
    }

    /** What to make of a selection. */
    private interface Use<T> {
        T of(DataSelection selection, DataQuery query, Vintage vintage);
    }

    private <T> T find(String dataflowId, Map<String, List<String>> parameters, Use<T> use) {
        Dataflow dataflow = requests.dataflow(dataflowId);
        DataQuery asked = new QueryParser(dataflow, DataRequests.REDUCED).parse(parameters);
        ReleaseReference release = requests.release(parameters, false);
        Vintage vintage = published.vintage(release, dataflow);
        DataQuery query = asked.resolved(vintage);
        int[] places = query.select(vintage);
        DataSelection selection = new DataSelection(
                release, dataflow, terms.of(release, dataflow), vintage.cube(), places, 0, places.length, null);
        return use.of(selection, query, vintage);
    }

    /** Where a figure comes from, told as to anyone; none where the release has no such figure. */
    public Provenance provenance(String dataflowId, Map<String, String> cell, String release) {
        Map<String, List<String>> parameters = new LinkedHashMap<>();
        cell.forEach((dimension, code) -> parameters.put(dimension, List.of(code)));
        parameters.put("release", List.of(release));
        return provenance.explain(dataflowId, parameters, Optional.empty()).body();
    }

    /** About how many bytes a file of the selection has. */
    public long size(DataSelection selection, Format format, String language) {
        return limits.size(selection, format, language);
    }

    private static List<int[]> offered(DataQuery query, Vintage vintage) {
        List<Dimension> dimensions = query.dataflow().structure().dimensions();
        KeySpace space = vintage.cube().space();
        List<ObservationField> filtered = ObservationField.of(space).stream()
                .filter(field -> query.attributes().containsKey(field.id()))
                .toList();
        List<int[]> counts = new ArrayList<>();
        dimensions.forEach(dimension -> counts.add(new int[dimension.size()]));
        for (Observation observation : vintage.cube()) {
            if (filtered.stream().allMatch(field -> matches(query, field, observation))) {
                count(observation.key(), space, query.wanted(), counts);
            }
        }
        return counts;
    }

    private static boolean matches(DataQuery query, ObservationField field, Observation observation) {
        String code = field.text(observation);
        return code != null && query.attributes().get(field.id()).contains(code);
    }

    /** Counts an observation where the dimension is the only one, if any, that keeps it out. */
    private static void count(long key, KeySpace space, List<BitSet> wanted, List<int[]> counts) {
        int out = -1;
        for (int d = 0; d < wanted.size(); d++) {
            BitSet positions = wanted.get(d);
            if (positions != null && !positions.get(space.position(key, d))) {
                if (out >= 0) {
                    return;
                }
                out = d;
            }
        }
        for (int d = 0; d < wanted.size(); d++) {
            if (out < 0 || out == d) {
                counts.get(d)[space.position(key, d)]++;
            }
        }
    }
}
