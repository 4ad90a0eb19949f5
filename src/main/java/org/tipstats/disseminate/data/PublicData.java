package org.tipstats.disseminate.data;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.tipstats.disseminate.format.DataSelection;
import org.tipstats.disseminate.format.Format;
import org.tipstats.disseminate.query.DataQuery;
import org.tipstats.disseminate.query.DataRequests;
import org.tipstats.disseminate.query.QueryParser;
import org.tipstats.publish.citation.TermsService;
import org.tipstats.publish.citation.TermsService.Terms;
import org.tipstats.publish.read.ProvenanceReader.Provenance;
import org.tipstats.publish.read.PublishedReleases;
import org.tipstats.publish.read.PublishedReleases.ReleaseReference;
import org.tipstats.publish.read.PublishedReleases.Vintage;
import org.tipstats.vocabulary.cube.Cube;
import org.tipstats.vocabulary.cube.KeySpace;
import org.tipstats.vocabulary.cube.Observation;
import org.tipstats.vocabulary.schema.Dataflow;

/**
 * Answers queries for the website's pages. The parameters that select public data in the data API select the same data
 * here, with the same errors.
 */
@ApplicationScoped
public class PublicData {

    /**
     * The result of a query.
     *
     * @param selection all selected observations, as one page
     * @param wanted for each dimension, in order, the selected positions; null if all positions are selected. The
     * expression {@code latest} is already replaced by years.
     * @param offered for each dimension, in order, the number of observations at each position. This number ignores the
     * filter on the dimension itself but not the filters on other dimensions.
     */
    public record QueryResult(DataSelection selection, List<BitSet> wanted, List<int[]> offered) {}

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

    /**
     * Finds the public observations that the parameters select, and counts the observations at each position of each
     * dimension.
     *
     * @throws org.tipstats.platform.problem.ProblemException with status 400 if a parameter is not valid, 404 if there
     *     is no such dataflow or no such public release, 410 if the release was withdrawn
     */
    public QueryResult find(String dataflowId, Map<String, List<String>> parameters) {
        Resolved found = resolve(dataflowId, parameters);
        List<int[]> offered = offered(found.query(), found.selection().cube());
        return new QueryResult(found.selection(), found.query().wanted(), offered);
    }

    /** Does the same as {@link #find}, but without the counts, because counting reads the complete dataset. */
    public DataSelection select(String dataflowId, Map<String, List<String>> parameters) {
        return resolve(dataflowId, parameters).selection();
    }

    private record Resolved(DataQuery query, DataSelection selection) {}

    private Resolved resolve(String dataflowId, Map<String, List<String>> parameters) {
        Dataflow dataflow = requests.dataflow(dataflowId);
        DataQuery asked = new QueryParser(dataflow, DataRequests.UNPAGED_PARAMETERS).parse(parameters);
        DataRequests.language(parameters, null); // refuses an unknown language, although codes have no language
        ReleaseReference release = requests.release(parameters, Optional.empty());
        Vintage vintage = published.vintage(release, dataflow);
        DataQuery query = asked.resolved(vintage);
        Terms applying = terms.of(release, dataflow);
        return new Resolved(
                query, DataSelection.of(release, dataflow, applying, vintage.cube(), query.select(vintage)));
    }

    /**
     * Explains the provenance of a figure, without the details that the public may not see.
     *
     * @throws org.tipstats.platform.problem.ProblemException with status 404 if the release has no such figure
     */
    public Provenance provenance(String dataflowId, Map<String, String> cell, String release) {
        Map<String, List<String>> parameters = new LinkedHashMap<>();
        cell.forEach((dimension, code) -> parameters.put(dimension, List.of(code)));
        parameters.put("release", List.of(release));
        return provenance
                .explain(dataflowId, parameters, null, Optional.empty())
                .body();
    }

    /**
     * Estimates the size of a file with the selection.
     *
     * @return the approximate number of bytes
     */
    public long size(DataSelection selection, Format format, String language) {
        return limits.size(selection, format, language);
    }

    private static List<int[]> offered(DataQuery query, Cube cube) {
        Predicate<Observation> filter = query.attributeFilter(cube.space());
        List<int[]> counts = new ArrayList<>();
        query.dataflow().structure().dimensions().forEach(dimension -> counts.add(new int[dimension.size()]));
        for (Observation observation : cube) {
            if (filter.test(observation)) {
                count(observation.key(), cube.space(), query.wanted(), counts);
            }
        }
        return counts;
    }

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
