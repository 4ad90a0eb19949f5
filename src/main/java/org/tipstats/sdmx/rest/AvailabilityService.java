package org.tipstats.sdmx.rest;

import jakarta.enterprise.context.ApplicationScoped;
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
import org.tipstats.platform.http.Keeping;
import org.tipstats.publish.release.ReleaseReference;
import org.tipstats.sdmx.artefact.ActualContent;
import org.tipstats.sdmx.artefact.Artefact;
import org.tipstats.sdmx.artefact.ArtefactType;
import org.tipstats.sdmx.artefact.Detail;
import org.tipstats.sdmx.artefact.References;
import org.tipstats.sdmx.artefact.StructureFormat;
import org.tipstats.sdmx.data.Content;
import org.tipstats.sdmx.data.DataSet;
import org.tipstats.sdmx.question.DataQueries;
import org.tipstats.sdmx.question.DataQuery;
import org.tipstats.sdmx.question.Flows;
import org.tipstats.sdmx.question.Forms;
import org.tipstats.sdmx.question.ObservationFilter;
import org.tipstats.sdmx.question.Refusal;
import org.tipstats.sdmx.question.SdmxRequest;
import org.tipstats.sdmx.question.StructureQuery;
import org.tipstats.vocabulary.cube.Cube;
import org.tipstats.vocabulary.schema.Dataflow;
import org.tipstats.vocabulary.schema.Dimension;

/** Answers availability queries: which codes the selected data have, or which codes a client could select next. */
@ApplicationScoped
class AvailabilityService {

    private static final Set<String> ALL = Set.of("all", "*");

    /** The types that {@code references=all} means in availability queries. */
    private static final Set<ArtefactType> RELATED = Set.of(
            ArtefactType.DATAFLOW,
            ArtefactType.DATA_STRUCTURE,
            ArtefactType.CODE_LIST,
            ArtefactType.CONCEPT_SCHEME,
            ArtefactType.DATA_PROVIDER_SCHEME);

    private final Flows flows;
    private final DataQueries queries;
    private final Disseminations disseminations;
    private final StructureService structures;

    AvailabilityService(Flows flows, DataQueries queries, Disseminations disseminations, StructureService structures) {
        this.flows = flows;
        this.queries = queries;
        this.disseminations = disseminations;
        this.structures = structures;
    }

    /** Answers {@code /availableconstraint/{flow}/{key}/{provider}/{componentId}}. */
    Reply v1(SdmxRequest request) {
        request.requireAtMost(5);
        Dataflow flow = flows.v1(request.segment(1, "all"), request.segment(3, "all"));
        return answer(request, flow, queries.filterV1(request, flow, 2), request.segment(4, "all"));
    }

    /** Answers {@code /availability/{context}/{agency}/{id}/{version}/{key}/{componentId}}. */
    Reply v2(SdmxRequest request) {
        request.requireAtMost(7);
        Dataflow flow = flows.v2(
                request.segment(1, "*"), request.segment(2, "*"), request.segment(3, "*"), request.segment(4, "*"));
        return answer(request, flow, queries.filterV2(request, flow, 5), request.segment(6, "*"));
    }

    private Reply answer(SdmxRequest request, Dataflow flow, ObservationFilter filter, String components) {
        StructureFormat format = Forms.ofStructures(request);
        String mode = request.parameter("mode").orElse("exact");
        if (!mode.equals("exact") && !mode.equals("available")) {
            throw Refusal.syntax("mode", mode, "Modes are exact and available.");
        }
        List<Dimension> told = told(request, flow, components);
        Set<ArtefactType> related = related(request);
        DataQuery query = query(flow, filter, DataQueries.times(request));
        Optional<ReleaseReference> release = disseminations.release(query.times());
        List<DataSet> found = release.isEmpty()
                ? List.of()
                : disseminations.find(query, release.get()).dataSets();
        if (found.stream().allMatch(set -> set.places().length == 0)) {
            return SdmxDataService.nothing(request);
        }
        Map<Dimension, BitSet> used = new LinkedHashMap<>();
        for (Dimension dimension : told) {
            used.put(
                    dimension,
                    mode.equals("exact") ? used(found, dimension) : choices(query, release.get(), dimension));
        }
        ActualContent content = content(flow, used, found);
        Reply reply = structures.write(
                request, format, List.of(content.constraint()), related(content, flow, related), Detail.FULL);
        // The related structures are always today's, whatever the release. Such a reply must be revalidated.
        Keeping keeping = related.isEmpty() ? disseminations.keeping(release.get(), query.times()) : Keeping.ASK_AGAIN;
        return kept(reply, release.get().publishedAt(), keeping);
    }

    private static Reply kept(Reply reply, Instant published, Keeping keeping) {
        Instant modified = published.isAfter(reply.modified()) ? published : reply.modified();
        return new Reply(reply.mediaType(), reply.tag(), modified, keeping, null, null, reply.body());
    }

    private static DataQuery query(Dataflow flow, ObservationFilter filter, DataQuery.Times times) {
        Content content = new Content(true, true, Set.of());
        return new DataQuery(flow, filter, flow.structure().time(), content, true, null, times);
    }

    private static List<Dimension> told(SdmxRequest request, Dataflow flow, String components) {
        List<Dimension> told = new ArrayList<>();
        for (String id : StructureQuery.list(components, "[+,]")) {
            if (ALL.contains(id)) {
                return flow.structure().dimensions();
            }
            told.add(flow.structure()
                    .dimension(id)
                    .orElseThrow(() -> Refusal.semantics(request.surface(), "There is no dimension \"" + id + "\".")));
        }
        return told;
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
                throw Refusal.syntax(
                        "references",
                        word,
                        "References are none, all, codelist, datastructure, conceptscheme, dataflow and"
                                + " dataproviderscheme.");
            }
        }
        return types;
    }

    private static BitSet used(List<DataSet> sets, Dimension dimension) {
        BitSet used = new BitSet();
        for (DataSet set : sets) {
            for (int place : set.places()) {
                used.set(set.cube().space().position(set.cube().at(place).key(), dimension.position()));
            }
        }
        return used;
    }

    /** Returns the values of a dimension that have data if the filters on all other dimensions stay. */
    private BitSet choices(DataQuery query, ReleaseReference release, Dimension dimension) {
        DataQuery wider = query(query.dataflow(), query.filter().without(dimension), query.times());
        return used(disseminations.find(wider, release).dataSets(), dimension);
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
                found.stream().mapToInt(set -> set.places().length).sum());
    }

    private static int series(Dataflow flow, List<DataSet> found) {
        Set<Long> series = new HashSet<>();
        int time = flow.structure().time().position();
        for (DataSet set : found) {
            Cube cube = set.cube();
            for (int place : set.places()) {
                series.add(cube.space().with(cube.at(place).key(), time, 0));
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
        for (References.Wish wish : List.of(References.Wish.DESCENDANTS, References.Wish.PARENTSANDSIBLINGS)) {
            References.to(wish).of(roots, structures.catalogue()).stream()
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
