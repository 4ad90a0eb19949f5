package org.tipstats.site.metadata;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.tipstats.collect.metadata.AcceptedMetadata;
import org.tipstats.collect.metadata.MetadataVersion.PublicMetadata;
import org.tipstats.site.frame.PageTexts;
import org.tipstats.site.metadata.ShownMetadata.Line;
import org.tipstats.vocabulary.schema.Code;
import org.tipstats.vocabulary.schema.Dataflow;
import org.tipstats.vocabulary.schema.SchemaRegistry;

/**
 * Makes the page of an area's statements on what it counts and how, and compares them with the statements of other
 * areas.
 */
@Singleton
record AreaMetadataPages(AcceptedMetadata accepted, SchemaRegistry schemas) {

    /** Largest number of areas that the page compares side by side. */
    static final int MAX_COMPARED = 6;

    /**
     * The page of an area.
     *
     * @param statements the area's accepted versions: first the version for all figures, then those for single
     *     dataflows
     * @param others the other areas with accepted versions, by name
     * @param flows the dataflows to compare
     * @param comparison the comparison with other areas; null if the reader chose no other areas
     */
    record AreaMetadataPage(
            Code area, List<Statement> statements, List<Code> others, List<Dataflow> flows, Comparison comparison) {}

    /**
     * One accepted version.
     *
     * @param confirmedAt when the area last confirmed the version; null if the area has not confirmed it yet
     */
    record Statement(String about, List<Line> lines, Instant acceptedAt, Instant confirmedAt) {}

    /** The statements of several areas on a dataflow, with a row for each attribute that any area filled in. */
    record Comparison(Dataflow flow, Set<String> with, List<Code> areas, List<ComparedRow> rows) {}

    /** @param cells the statements of each area, in the order of the areas */
    record ComparedRow(String what, List<List<Line>> cells) {}

    /**
     * Makes the page.
     *
     * @param with the codes of the areas to compare with; ignores unknown codes, and the areas after the first five
     * @param dataflow the id of the dataflow to compare; the first dataflow if there is no such dataflow
     */
    AreaMetadataPage of(Code area, Collection<String> with, String dataflow, PageTexts t) {
        ShownMetadata words = new ShownMetadata(accepted.structure(), t);
        Map<String, List<PublicMetadata>> byArea = accepted.all().stream()
                .collect(Collectors.groupingBy(PublicMetadata::area, LinkedHashMap::new, Collectors.toList()));
        List<Statement> statements = byArea.getOrDefault(area.id(), List.of()).stream()
                .map(each -> new Statement(
                        about(each.dataflow(), t), words.lines(each.content()), each.acceptedAt(), each.confirmedAt()))
                .toList();
        List<Code> others = t.byName(byArea.keySet().stream()
                .filter(id -> !id.equals(area.id()))
                .flatMap(id -> schemas.areas().find(id).stream())
                .toList());
        List<Dataflow> flows = schemas.bySubject().stream()
                .filter(flow -> schemas.reported().contains(flow))
                .toList();
        return new AreaMetadataPage(
                area, statements, others, flows, comparison(area, with, chosen(flows, dataflow), byArea, t));
    }

    private static Dataflow chosen(List<Dataflow> flows, String id) {
        return flows.stream().filter(flow -> flow.id().equals(id)).findFirst().orElse(flows.get(0));
    }

    /** Returns the name of a dataflow, or words for all figures. */
    String about(String dataflow, PageTexts t) {
        return dataflow == null
                ? t.say("metadata.all")
                : schemas.dataflow(dataflow).map(flow -> t.of(flow.name())).orElse(dataflow);
    }

    private Comparison comparison(
            Code area,
            Collection<String> with,
            Dataflow dataflow,
            Map<String, List<PublicMetadata>> byArea,
            PageTexts t) {
        Set<Code> areas = new LinkedHashSet<>(List.of(area));
        with.stream()
                .flatMap(id -> schemas.areas().singleArea(id).stream())
                .limit(MAX_COMPARED - 1L)
                .forEach(areas::add);
        if (areas.size() == 1) {
            return null;
        }
        ShownMetadata words = new ShownMetadata(accepted.structure(), t);
        List<Map<String, List<Line>>> columns = areas.stream()
                .map(code ->
                        words
                                .lines(AcceptedMetadata.effective(
                                        byArea.getOrDefault(code.id(), List.of()), dataflow.id()))
                                .stream()
                                .collect(Collectors.groupingBy(Line::id)))
                .toList();
        Set<String> chosen = areas.stream().map(Code::id).collect(Collectors.toSet());
        return new Comparison(dataflow, chosen, List.copyOf(areas), rows(columns, t));
    }

    /** Returns a row for each attribute that any of the areas fills, in the order of the structure. */
    private List<ComparedRow> rows(List<Map<String, List<Line>>> columns, PageTexts t) {
        List<ComparedRow> rows = new ArrayList<>();
        names(t).forEach((id, name) -> {
            if (columns.stream().anyMatch(column -> column.containsKey(id))) {
                rows.add(new ComparedRow(
                        name,
                        columns.stream()
                                .map(column -> column.getOrDefault(id, List.of()))
                                .toList()));
            }
        });
        return rows;
    }

    private Map<String, String> names(PageTexts t) {
        Map<String, String> names = new LinkedHashMap<>();
        accepted.structure().asked().forEach(asked -> names.put(asked.id(), t.of(asked.name())));
        if (accepted.structure().asksBreaks()) {
            names.put(
                    accepted.structure().breaks().id(),
                    t.of(accepted.structure().breaks().name()));
        }
        return names;
    }
}
