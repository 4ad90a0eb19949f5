package org.tipstats.site.admin;

import com.ibm.icu.text.Collator;
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
final class Areas {

    /** Largest number of areas that are named. If there are more, pages show only their number. */
    private static final int MOST_NAMED = 5;

    private final CodeList list;

    Areas(SchemaRegistry schemas) {
        this.list = schemas.areas();
    }

    /**
     * A region with its areas.
     *
     * @param chosen the number of chosen areas, in words
     * @param open true if any area is chosen
     */
    record Region(String name, String chosen, boolean open, List<Choice> areas) {}

    /** Returns all reporting areas. */
    List<Code> reporting() {
        return list.codes().stream().filter(code -> !code.isAreaGroup()).toList();
    }

    /** Returns the name of an area; the code itself if there is no such area. */
    String name(String code, PageTexts t) {
        return list.find(code)
                .map(found -> found.name().inLanguage(t.language()))
                .orElse(code);
    }

    /** Returns the names of areas, or their number. */
    String names(Collection<String> codes, PageTexts t) {
        return codes.size() > MOST_NAMED
                ? t.say("desk.areas", "n", codes.size())
                : codes.stream().map(code -> name(code, t)).collect(Collectors.joining(t.say("filereport.comma")));
    }

    /** Returns all areas by name, to choose from. */
    List<Choice> choices(Collection<String> chosen, PageTexts t) {
        return choices(reporting().stream(), chosen, t);
    }

    /** Returns all areas by region, to choose from. Areas without a region come last. */
    List<Region> regions(Collection<String> chosen, PageTexts t) {
        Collator collator = t.collator();
        Stream<Region> regions = list.areaGroups("REGION").stream()
                .map(code -> region(code.name().inLanguage(t.language()), below(code), chosen, t))
                .sorted(Comparator.comparing(Region::name, collator));
        Region none =
                region(t.say("people.areas.none"), code -> list.ancestors(code).isEmpty(), chosen, t);
        return Stream.concat(regions, Stream.of(none))
                .filter(region -> !region.areas().isEmpty())
                .toList();
    }

    private Predicate<Code> below(Code group) {
        return code -> list.ancestors(code).contains(group);
    }

    private Region region(String name, Predicate<Code> members, Collection<String> chosen, PageTexts t) {
        List<Choice> areas = choices(reporting().stream().filter(members), chosen, t);
        long count = areas.stream().filter(Choice::chosen).count();
        return new Region(name, t.say("people.areas.chosen", "n", count, "of", areas.size()), count > 0, areas);
    }

    private static List<Choice> choices(Stream<Code> codes, Collection<String> chosen, PageTexts t) {
        Collator collator = t.collator();
        return codes.map(
                        code -> new Choice(code.id(), code.name().inLanguage(t.language()), chosen.contains(code.id())))
                .sorted(Comparator.comparing(Choice::text, collator))
                .toList();
    }
}
