package org.tipstats.site.area;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.tipstats.publish.read.PublishedReleases;
import org.tipstats.publish.read.PublishedReleases.ReleaseReference;
import org.tipstats.site.area.AreaPages.Link;
import org.tipstats.site.chapter.FlowFigures;
import org.tipstats.site.frame.PageTexts;
import org.tipstats.site.search.SearchIndex;
import org.tipstats.vocabulary.schema.Code;
import org.tipstats.vocabulary.schema.CodeList;
import org.tipstats.vocabulary.schema.Dataflow;
import org.tipstats.vocabulary.schema.SchemaRegistry;

/** Lists areas and finds out which of them have figures in a release. Caches the result for recent releases. */
@Singleton
public final class AreaLists {

    /**
     * All areas, or the areas that the reader searched for, by region and sub-region. Areas that the schemas list under
     * a separate heading are in {@code apart}, not in {@code regions}.
     *
     * @param query the filter as typed; empty if there is no filter
     * @param found the number of areas, in a sentence
     * @param world the group of all areas
     * @param apart the areas under separate headings
     * @param groups the groups that this deployment adds to the M49 regions, with their areas; the other lists contain
     *     these areas, too
     */
    record AreaListPage(
            String query, String found, Link world, List<Region> regions, List<Apart> apart, List<Part> groups) {}

    /** Areas under a heading. The heading is not a group, so it has no figures. */
    record Apart(String id, String heading, List<Part> parts) {}

    /** A region with its sub-regions, or the world with the areas that belong to no region. */
    record Region(Link group, List<Part> parts) {}

    /**
     * A sub-region, or a group that this deployment adds to the M49 regions.
     *
     * @param group null for areas that belong directly to the region, or to no group
     */
    record Part(Link group, List<Link> areas) {}

    private static final int MAX_CACHED = 20;

    private final SchemaRegistry schemas;
    private final PublishedReleases published;
    private final SearchIndex index;
    private final Cache<String, BitSet> reported =
            Caffeine.newBuilder().maximumSize(MAX_CACHED).build();

    AreaLists(SchemaRegistry schemas, PublishedReleases published, SearchIndex index) {
        this.schemas = schemas;
        this.published = published;
        this.index = index;
    }

    /**
     * Makes the list of all areas, or of the areas that match a search.
     *
     * @param query words of the name or code of an area or a group, or beginnings of these words; empty for all areas
     */
    public AreaListPage page(Optional<ReleaseReference> release, String query, PageTexts texts) {
        BitSet reporting = release.map(this::reporting).orElseGet(BitSet::new);
        Set<String> found = query.isEmpty() ? null : index.areas(query);
        CodeList list = schemas.areas();
        Predicate<Code> wanted = code -> found == null
                || found.contains(code.id())
                || list.ancestors(code).stream().anyMatch(group -> found.contains(group.id()));
        Code world = list.areaGroups("WORLD").get(0);
        Predicate<Code> inRegion = wanted.and(code -> schemas.headingOf(code).isEmpty());
        List<Region> regions = new Selection(list, inRegion, reporting, texts).regions(world);
        long areas = list.singleAreas().stream().filter(wanted).count();
        Selection all = new Selection(list, wanted, reporting, texts);
        List<Part> groups = list.areaGroups("GROUP").stream()
                .map(all::part)
                .filter(part -> !part.areas().isEmpty())
                .toList();
        return new AreaListPage(
                query,
                texts.say("areas.found", "n", areas),
                link(world, reporting, texts),
                regions,
                apart(all),
                groups);
    }

    /**
     * Returns the separate headings of the schemas, in the order of the code list, each with the areas that the search
     * found. Leaves out headings without such areas.
     */
    private List<Apart> apart(Selection all) {
        Map<Code, List<Code>> byHeading = new LinkedHashMap<>();
        all.list()
                .codes()
                .forEach(area -> schemas.headingOf(area)
                        .ifPresent(heading -> byHeading
                                .computeIfAbsent(heading, none -> new ArrayList<>())
                                .add(area)));
        return byHeading.entrySet().stream()
                .map(each -> new Apart(
                        each.getKey().id(),
                        all.texts().of(each.getKey().name()),
                        List.of(new Part(null, all.links(each.getValue().stream())))))
                .filter(each -> !each.parts().get(0).areas().isEmpty())
                .toList();
    }

    /** Arranges the areas that {@code wanted} accepts, by region. */
    private record Selection(CodeList list, Predicate<Code> wanted, BitSet reporting, PageTexts texts) {

        List<Region> regions(Code world) {
            List<Code> regions = texts.byName(list.areaGroups("REGION"));
            return Stream.concat(regions.stream().map(this::region), Stream.of(outside(world)))
                    .filter(region -> !region.parts().isEmpty())
                    .toList();
        }

        /** Collects the areas without a region, for example Antarctica, under the world. */
        Region outside(Code world) {
            List<Link> areas = links(
                    list.codes().stream().filter(code -> list.broader(code).isEmpty()));
            return new Region(
                    link(world, reporting, texts), areas.isEmpty() ? List.of() : List.of(new Part(null, areas)));
        }

        Region region(Code region) {
            Stream<Part> own = Stream.of(new Part(null, links(list.children(region).stream())));
            Stream<Part> below =
                    list.descendants(region).stream().filter(Code::isAreaGroup).map(this::part);
            return new Region(
                    link(region, reporting, texts),
                    Stream.concat(own, below)
                            .filter(part -> !part.areas().isEmpty() || isGroupOfGroups(part))
                            .toList());
        }

        Part part(Code group) {
            return new Part(link(group, reporting, texts), links(list.children(group).stream()));
        }

        /**
         * Returns whether a part is a group with at least one area that {@code wanted} accepts, directly or in a
         * smaller group.
         */
        private boolean isGroupOfGroups(Part part) {
            return part.group() != null
                    && list.find(part.group().id()).stream()
                            .flatMap(group -> list.descendants(group).stream())
                            .anyMatch(code -> !code.isAreaGroup() && wanted.test(code));
        }

        /**
         * Returns links to those of the areas that {@code wanted} accepts, sorted by name. Areas without figures come
         * last.
         */
        private List<Link> links(Stream<Code> codes) {
            return sorted(
                    codes.filter(code -> !code.isAreaGroup()).filter(wanted).toList(), reporting, texts);
        }
    }

    /** Returns links to areas, sorted by name. Areas without figures come last. */
    static List<Link> sorted(List<Code> areas, BitSet reporting, PageTexts texts) {
        return areas.stream()
                .map(area -> link(area, reporting, texts))
                .sorted(Comparator.comparing((Link link) -> !link.reported())
                        .thenComparing(Link::name, texts.collator()))
                .toList();
    }

    static Link link(Code area, BitSet reporting, PageTexts texts) {
        return new Link(area.id(), texts.of(area.name()), reporting.get(area.position()));
    }

    String codeList() {
        return schemas.areas().id();
    }

    /** Returns the positions of the areas and groups that have a figure in any dataflow of a release. */
    public BitSet reporting(ReleaseReference release) {
        return reported.get(release.id() + " " + release.contentHash(), key -> {
            BitSet found = new BitSet();
            for (Code area : schemas.areas().codes()) {
                boolean any = schemas.reported().stream()
                        .anyMatch(flow -> figures(release, flow, area).isReported());
                found.set(area.position(), any);
            }
            return found;
        });
    }

    public FlowFigures figures(ReleaseReference release, Dataflow dataflow, Code area) {
        return new FlowFigures(dataflow, area, published.vintage(release, dataflow));
    }
}
