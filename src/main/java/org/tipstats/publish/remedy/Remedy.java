package org.tipstats.publish.remedy;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tipstats.vocabulary.names.Bundle;
import org.tipstats.vocabulary.schema.CodeList;
import org.tipstats.vocabulary.schema.Dataflow;
import org.tipstats.vocabulary.schema.Dimension;

/**
 * A way to unblock a draft: an exception for one dataflow, year and area or group of areas. It changes only drafts,
 * never accepted figures.
 *
 * @param area the code of an area, or of a group, which stands for all its areas; for {@link Kind#WITHHOLD} a region
 * @param dimension the dimension whose categories are merged or withheld; null for totals over all breakdowns and for
 *     {@link Kind#LEAVE_OUT}
 * @param from the category that is merged; null except for {@link Kind#MERGE}
 * @param to the category that it is merged into; null except for {@link Kind#MERGE}
 */
public record Remedy(Kind kind, String dataflow, String year, String area, String dimension, String from, String to) {

    private static final String SEPARATOR = ":";

    public enum Kind {
        /**
         * The figures of a region by one dimension are withheld, or the totals of regions over all breakdowns may be
         * withheld.
         */
        WITHHOLD,
        /** A category is merged into "other", or into "unknown" if there is no "other". */
        MERGE,
        /** The figures of an area are not compiled. */
        LEAVE_OUT;

        String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    static Remedy withholdTotal(String dataflow, String year, String region) {
        return new Remedy(Kind.WITHHOLD, dataflow, year, region, null, null, null);
    }

    static Remedy withhold(String dataflow, String year, String region, String dimension) {
        return new Remedy(Kind.WITHHOLD, dataflow, year, region, dimension, null, null);
    }

    static Remedy merge(String dataflow, String year, String area, String dimension, String from, String to) {
        return new Remedy(Kind.MERGE, dataflow, year, area, dimension, from, to);
    }

    static Remedy leaveOut(String dataflow, String year, String area) {
        return new Remedy(Kind.LEAVE_OUT, dataflow, year, area, null, null, null);
    }

    /** Returns the id, for example {@code merge:VICTIMS:2015:HTI:SEX:_O:_U}. This is the inverse of {@link #parse}. */
    public String id() {
        return Stream.of(kind.word(), dataflow, year, area, dimension, from, to)
                .filter(Objects::nonNull)
                .collect(Collectors.joining(SEPARATOR));
    }

    /** Reads an id. Returns empty if the text is not the id of a remedy. */
    public static Optional<Remedy> parse(String id) {
        List<String> parts = List.of(id.split(SEPARATOR, -1));
        return Stream.of(Kind.values())
                .filter(kind -> kind.word().equals(parts.get(0)) && fits(kind, parts.size()))
                .map(kind -> new Remedy(
                        kind, parts.get(1), parts.get(2), parts.get(3), at(parts, 4), at(parts, 5), at(parts, 6)))
                .findFirst();
    }

    private static boolean fits(Kind kind, int parts) {
        return switch (kind) {
            case WITHHOLD -> parts == 4 || parts == 5;
            case MERGE -> parts == 7;
            case LEAVE_OUT -> parts == 4;
        };
    }

    /** Returns false if the dataflow lacks the dimension or a category, because the schemas changed. */
    boolean fits(Dataflow flow) {
        return dimension == null
                || flow.structure().dimension(dimension).stream()
                        .anyMatch(broken ->
                                Stream.of(from, to).allMatch(code -> code == null || broken.positionOf(code) >= 0));
    }

    private static String at(List<String> parts, int index) {
        return index < parts.size() ? parts.get(index) : null;
    }

    /** Returns true if the remedy allows the totals of regions to be withheld. */
    boolean isForTotals() {
        return kind == Kind.WITHHOLD && dimension == null;
    }

    /** Returns the names to fill into the sentence that describes the remedy, by placeholder. */
    private Map<String, Object> names(Dataflow flow, String language) {
        Map<String, Object> names = new HashMap<>();
        names.put("dataflow", flow.name().inLanguage(language));
        names.put("year", year);
        names.put("area", name(flow.structure().area().codes(), area, language));
        flow.structure().dimension(dimension == null ? "" : dimension).ifPresent(broken -> {
            names.put("dimension", broken.name().inLanguage(language));
            names.put("from", from == null ? "" : name(broken.codes(), from, language));
            names.put("to", to == null ? "" : name(broken.codes(), to, language));
        });
        return names;
    }

    private static String name(CodeList codes, String id, String language) {
        return codes.find(id).map(code -> code.name().inLanguage(language)).orElse(id);
    }

    /** Describes the remedy in one or two sentences. */
    public String text(Dataflow flow, String language) {
        String key = isForTotals() ? "withhold-total" : kind.word();
        return Bundle.of(Remedy.class, "remedies", language).text(key, names(flow, language));
    }

    /** Returns the positions of the areas that the remedy is about. */
    Set<Integer> areas(Dimension areas) {
        return areas.codes().find(area).stream()
                .flatMap(code -> Stream.concat(Stream.of(code), areas.codes().descendants(code).stream()))
                .map(code -> code.position())
                .collect(Collectors.toSet());
    }
}
