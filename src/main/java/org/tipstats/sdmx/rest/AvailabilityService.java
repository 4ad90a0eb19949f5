package org.tipstats.sdmx.rest;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.tipstats.platform.http.CachePolicy;
import org.tipstats.publish.read.PublishedReleases.ReleaseReference;
import org.tipstats.sdmx.artefact.ActualContent;
import org.tipstats.sdmx.artefact.Artefact;
import org.tipstats.sdmx.artefact.ArtefactType;
import org.tipstats.sdmx.artefact.References;
import org.tipstats.sdmx.artefact.StructureMessage.Detail;
import org.tipstats.sdmx.artefact.StructureMessage.StructureFormat;
import org.tipstats.sdmx.data.DataMessage.DataSet;
import org.tipstats.sdmx.data.DataMessage.MessageContent;
import org.tipstats.sdmx.question.DataQueryParser;
import org.tipstats.sdmx.question.DataflowFinder;
import org.tipstats.sdmx.question.FormatChoice;
import org.tipstats.sdmx.question.ObservationFilter;
import org.tipstats.sdmx.question.SdmxDataQuery;
import org.tipstats.sdmx.question.SdmxProblems;
import org.tipstats.sdmx.question.SdmxRequest;
import org.tipstats.sdmx.question.SdmxRequest.RestVersion;
import org.tipstats.sdmx.question.StructureQuery;
import org.tipstats.vocabulary.cube.Cube;
import org.tipstats.vocabulary.schema.Dataflow;
import org.tipstats.vocabulary.schema.Dimension;

/**
 * Answers availability queries. An answer states which codes occur in the selected data, or which codes a client can
 * select next.
 */
@Singleton
record AvailabilityService(
        DataflowFinder flows, DataQueryParser queries, DataSetFinder disseminations, StructureService structures) {

    private static final Set<String> ALL = Set.of("all", "*");

    /** The types that {@code references=all} means in availability queries. */
    private static final Set<ArtefactType> RELATED = Set.of(
            ArtefactType.DATAFLOW,
            ArtefactType.DATA_STRUCTURE,
            ArtefactType.CODE_LIST,
            ArtefactType.CONCEPT_SCHEME,
            ArtefactType.DATA_PROVIDER_SCHEME);

    /**
     * Answers {@code /availableconstraint/{flow}/{key}/{provider}/{componentId}} (version 1) or
     * {@code /availability/{context}/{agency}/{id}/{version}/{key}/{componentId}} (version 2).
     */
    SdmxReply answer(SdmxRequest request) {
        boolean v1 = request.surface() == RestVersion.V1;
        request.requireAtMost(v1 ? 5 : 7);
        Dataflow flow = v1 ? flows.v1(request) : flows.v2(request);
        return v1
                ? answer(request, flow, queries.filterV1(request, flow, 2), request.segment(4, "all"))
                : answer(request, flow, queries.filterV2(request, flow, 5), request.segment(6, "*"));
    }

    private SdmxReply answer(SdmxRequest request, Dataflow flow, ObservationFilter filter, String components) {
        StructureFormat format = FormatChoice.ofStructures(request, Set.of(ArtefactType.DATA_CONSTRAINT));
        String mode = request.parameter("mode").orElse("exact");
        if (!mode.equals("exact") && !mode.equals("available")) {
            throw SdmxProblems.syntax("mode", mode, "The mode must be exact or available.");
        }
        List<Dimension> reported = requestedDimensions(request, flow, components);
        Set<ArtefactType> related = related(request);
        SdmxDataQuery query = query(flow, filter, SdmxDataQuery.Times.of(request));
        Optional<ReleaseReference> release = disseminations.release(query.times());
        List<DataSet> found =
                release.map(newest -> disseminations.find(query, newest)).orElse(List.of());
        if (found.stream().allMatch(set -> set.indexes().length == 0)) {
            return SdmxDataService.noData(request);
        }
        Map<Dimension, BitSet> used = new LinkedHashMap<>();
        for (Dimension dimension : reported) {
            used.put(
                    dimension,
                    mode.equals("exact") ? used(found, dimension) : choices(query, release.get(), dimension));
        }
        ActualContent content = content(flow, used, found);
        SdmxReply reply = structures.write(
                request, format, List.of(content.toConstraint()), related(content, flow, related), Detail.FULL);
        return withCaching(reply, release.get(), query.times(), related.isEmpty());
    }

    /**
     * Returns the reply with the headers for caches. Related structures are always the current structures, even for old
     * data. So a reply with related structures has no known date of its last change, and caches must revalidate it.
     *
     * @param alone true if the reply has no related structures
     */
    private SdmxReply withCaching(SdmxReply reply, ReleaseReference release, SdmxDataQuery.Times times, boolean alone) {
        CachePolicy keeping = alone ? disseminations.keeping(release, times) : CachePolicy.ASK_AGAIN;
        Instant modified = alone && !times.areSeveral() ? release.publishedAt() : null;
        return new SdmxReply(
                reply.mediaType(), reply.tag(), modified, keeping, null, null, null, reply.length(), reply.body());
    }

    private static SdmxDataQuery query(Dataflow flow, ObservationFilter filter, SdmxDataQuery.Times times) {
        MessageContent content = new MessageContent(true, true, Set.of());
        return new SdmxDataQuery(flow, filter, flow.structure().time(), content, true, null, times);
    }

    private static List<Dimension> requestedDimensions(SdmxRequest request, Dataflow flow, String components) {
        List<Dimension> reported = new ArrayList<>();
        for (String id : StructureQuery.list(components, "[+,]")) {
            if (ALL.contains(id)) {
                return flow.structure().dimensions();
            }
            reported.add(flow.structure()
                    .dimension(id)
                    .orElseThrow(
                            () -> SdmxProblems.semantics(request.surface(), "There is no dimension \"" + id + "\".")));
        }
        return reported;
    }

    private static Set<ArtefactType> related(SdmxRequest request) {
        Set<ArtefactType> types = new LinkedHashSet<>();
        for (String word : request.parameter("references").orElse("none").split(",")) {
            Optional<ArtefactType> type = ArtefactType.named(word).filter(RELATED::contains);
            if (word.equals("all")) {
                types.addAll(RELATED);
            } else if (type.isPresent()) {
                types.add(type.get());
            } else if (!word.equals("none") && !word.equals("valuelist")) {
                throw SdmxProblems.syntax(
                        "references",
                        word,
                        "References must be none, all, codelist, datastructure, conceptscheme, dataflow or"
                                + " dataproviderscheme.");
            }
        }
        return types;
    }

    private static BitSet used(List<DataSet> sets, Dimension dimension) {
        BitSet used = new BitSet();
        for (DataSet set : sets) {
            for (int place : set.indexes()) {
                used.set(set.cube().space().position(set.cube().at(place).key(), dimension.position()));
            }
        }
        return used;
    }

    /**
     * Returns the values of a dimension that have data. Ignores the filter on this dimension, but applies the filters
     * on all other dimensions.
     */
    private BitSet choices(SdmxDataQuery query, ReleaseReference release, Dimension dimension) {
        SdmxDataQuery wider = query(query.dataflow(), query.filter().withAllOf(dimension), query.times());
        return used(disseminations.find(wider, release), dimension);
    }

    private static ActualContent content(Dataflow flow, Map<Dimension, BitSet> used, List<DataSet> found) {
        Map<String, List<String>> codes = new LinkedHashMap<>();
        Dimension time = null;
        for (Map.Entry<Dimension, BitSet> each : used.entrySet()) {
            Dimension dimension = each.getKey();
            if (dimension.isTime()) {
                time = dimension;
            } else {
                codes.put(
                        dimension.id(),
                        each.getValue().stream().mapToObj(dimension::valueAt).toList());
            }
        }
        return new ActualContent(
                flow,
                codes,
                time == null ? null : time.id(),
                time == null ? null : time.valueAt(used.get(time).nextSetBit(0)),
                time == null ? null : time.valueAt(used.get(time).length() - 1),
                series(flow, found),
                found.stream().mapToInt(set -> set.indexes().length).sum());
    }

    private static int series(Dataflow flow, List<DataSet> found) {
        Set<Long> series = new HashSet<>();
        int time = flow.structure().time().position();
        for (DataSet set : found) {
            Cube cube = set.cube();
            for (int place : set.indexes()) {
                series.add(cube.space().withPosition(cube.at(place).key(), time, 0));
            }
        }
        return series.size();
    }

    private List<Artefact> related(ActualContent content, Dataflow flow, Set<ArtefactType> types) {
        if (types.isEmpty()) {
            return List.of();
        }
        List<Artefact> roots = structures
                .catalogue()
                .select(artefact -> artefact.type() == ArtefactType.DATAFLOW
                        && artefact.agency().equals(flow.agency())
                        && artefact.id().equals(flow.id()));
        List<Artefact> all = new ArrayList<>(roots);
        for (References.Reach reach : List.of(References.Reach.DESCENDANTS, References.Reach.PARENTSANDSIBLINGS)) {
            References.to(reach).of(roots, structures.catalogue()).stream()
                    .filter(artefact -> !all.contains(artefact))
                    .forEach(all::add);
        }
        return all.stream()
                .filter(artefact -> types.contains(artefact.type()))
                .map(content::partial)
                .flatMap(Optional::stream)
                .toList();
    }
}
