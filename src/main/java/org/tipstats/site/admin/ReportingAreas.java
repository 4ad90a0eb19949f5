package org.tipstats.site.admin;

import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tipstats.site.frame.PageTexts;
import org.tipstats.vocabulary.schema.Code;
import org.tipstats.vocabulary.schema.CodeList;
import org.tipstats.vocabulary.schema.SchemaRegistry;

/** Lists the reporting areas by name and by region. */
@Singleton
final class ReportingAreas {

    /** Largest number of areas that pages name. If there are more areas, pages show only the number of areas. */
    private static final int MAX_AREAS_NAMED = 5;

    private final CodeList list;

    ReportingAreas(SchemaRegistry schemas) {
        this.list = schemas.areas();
    }

    record Region(String name, List<Code> areas) {

        /** Returns how many of the chosen areas belong to the region. */
        public long count(Collection<String> chosen) {
            return areas.stream().filter(area -> chosen.contains(area.id())).count();
        }
    }

    long count() {
        return list.singleAreas().size();
    }

    /** Returns the names of areas; the number of areas if there are too many to name. */
    public String names(Collection<String> codes, PageTexts t) {
        return codes.size() > MAX_AREAS_NAMED
                ? t.say("desk.areas", "n", codes.size())
                : codes.stream().map(code -> name(code, t)).collect(Collectors.joining(t.say("filereport.comma")));
    }

    private String name(String code, PageTexts t) {
        return list.find(code).map(found -> t.of(found.name())).orElse(code);
    }

    /** Returns all areas, sorted by name. */
    public List<Code> all(PageTexts t) {
        return sorted(code -> true, t);
    }

    /** Returns all areas, grouped by region. Areas without a region come last. */
    public List<Region> regions(PageTexts t) {
        Stream<Region> regions = list.areaGroups("REGION").stream()
                .map(group -> new Region(
                        t.of(group.name()), sorted(code -> list.ancestors(code).contains(group), t)))
                .sorted(Comparator.comparing(Region::name, t.collator()));
        List<Code> others = sorted(code -> list.broader(code).isEmpty(), t);
        return Stream.concat(regions, Stream.of(new Region(t.say("people.areas.none"), others)))
                .filter(region -> !region.areas().isEmpty())
                .toList();
    }

    private List<Code> sorted(Predicate<Code> members, PageTexts t) {
        return t.byName(list.singleAreas().stream().filter(members).toList());
    }
}
