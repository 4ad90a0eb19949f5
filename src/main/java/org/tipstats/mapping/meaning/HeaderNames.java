package org.tipstats.mapping.meaning;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.tipstats.mapping.reading.ColumnProfile;
import org.tipstats.mapping.reading.ColumnRole;
import org.tipstats.vocabulary.names.NationalWords;
import org.tipstats.vocabulary.names.Suggestions;
import org.tipstats.vocabulary.names.TableWords;
import org.tipstats.vocabulary.schema.CodeList;
import org.tipstats.vocabulary.schema.Dataflow;

/** What the names of columns mean: components by their codes, and the usual words of headers. */
public record HeaderNames(List<Dataflow> dataflows) {

    /** Components that only other structures have, and that add nothing to the key of a national figure. */
    private static final Set<String> IDLE = Set.of(
            "UNIT_MULT",
            "TIME_DETAIL",
            "NATURE",
            "FREQ",
            "REPORTING_TYPE",
            "GEOCODE",
            "SOURCE_DETAIL",
            "URBANISATION",
            "INCOME_WEALTH_QUANTILE",
            "EDUCATION_LEV",
            "OCCUPATION",
            "CUST_BREAKDOWN",
            "DISABILITY_STATUS",
            "ACTIVITY",
            "PRODUCT",
            "DECIMALS",
            "SCALAR_FACTOR",
            "SCALAR_ID",
            "UOM_ID",
            "DGUID",
            "VECTOR",
            "COORDINATE",
            "TERMINATED",
            "SYMBOL",
            "STRUCTURE",
            "STRUCTURE_ID",
            "ACTION",
            "DATAFLOW",
            "UNIT MULTIPLIER",
            "TIME PERIOD DETAILS",
            "FREQUENCY OF OBSERVATION",
            "NATURE OF DATA POINTS",
            "REPORTING TYPE");

    /** The component that a word of a header stands for, by the kind of the word. */
    private static final Map<String, String> BY_KIND = Map.of(
            "year", "TIME_PERIOD",
            "sex", "SEX",
            "age", "AGE",
            "form", "EXPLOITATION",
            "citizenship", "CITIZENSHIP",
            "area", "REF_AREA",
            "unit", "UNIT_MEASURE",
            "status", "OBS_STATUS");

    private static final List<String> LEFT_OUT = List.of("note", "serial", "source", "rank", "change", "population");
    private static final List<String> OTHER_FIGURES =
            List.of("note", "rank", "change", "population", "percent", "rate");

    /**
     * Separates two names in one cell, as in {@code geo\time}: the name of its column, and of what the headers to the
     * right of it are.
     */
    private static final char CORNER = '\\';

    /** Returns why figures with this name are not counts; empty if the name does not say so. */
    public static Optional<String> otherFigures(String name) {
        // In Chinese, "trafficking in persons" contains the word for population, which then says nothing about the
        // figures.
        boolean trafficking = TableWords.all().mentions("trafficking", name);
        return OTHER_FIGURES.stream()
                .filter(kind -> TableWords.all().mentions(kind, name))
                .filter(kind -> !trafficking || !kind.equals("population"))
                .findFirst();
    }

    /** Returns whether a column has areas of Eurostat: countries, groups of countries, and their regions. */
    public static boolean isGeo(String name) {
        return name.toLowerCase(Locale.ROOT).startsWith("geo" + CORNER);
    }

    /** Returns the role that the name of a column gives it; null if the name says nothing that fits the cells. */
    public ColumnRole role(String text, ColumnProfile profile) {
        String name = text.substring(0, text.indexOf(CORNER) < 0 ? text.length() : text.indexOf(CORNER));
        String upper = name.strip().toUpperCase(Locale.ROOT);
        if (IDLE.contains(upper)) {
            return ColumnRole.ignored("label");
        }
        if (upper.equals("SERIES") || upper.equals("COMPOSITE_BREAKDOWN")) {
            return upper.equals("SERIES") ? ColumnRole.of("EXPLOITATION") : ColumnRole.LABEL;
        }
        if (upper.equals("OBS_VALUE")) {
            return ColumnRole.VALUE;
        }
        if (isComponent(upper)) {
            return ColumnRole.of(upper);
        }
        Set<String> kinds = TableWords.all().kinds(name);
        for (String kind : LEFT_OUT) {
            if (kinds.contains(kind) && !(kind.equals("note") && isStatus(profile))) {
                return ColumnRole.ignored(kind);
            }
        }
        if (kinds.contains("value") && profile.isNumeric()) {
            return ColumnRole.VALUE;
        }
        return BY_KIND.entrySet().stream()
                .filter(entry -> kinds.contains(entry.getKey()) && fits(entry.getValue(), profile))
                .map(entry -> ColumnRole.of(entry.getValue()))
                .findFirst()
                .orElse(null);
    }

    /** Columns of years must have years. Columns of other components, except ages, must not have numbers. */
    private static boolean fits(String component, ColumnProfile profile) {
        return component.equals("TIME_PERIOD") ? profile.isYears() : !profile.isNumeric() || component.equals("AGE");
    }

    private static boolean isStatus(ColumnProfile profile) {
        return profile.words().keySet().stream().allMatch(word -> word.length() < 3);
    }

    private boolean isComponent(String id) {
        return dataflows.stream()
                .anyMatch(dataflow -> dataflow.structure().componentIds().contains(id));
    }

    /** Returns whether a word is a total or an unknown of any component, so that it does not show which one. */
    public static boolean isInEveryComponent(String word) {
        return NationalWords.all().code("SEX", word).isPresent()
                && NationalWords.all().code("CITIZENSHIP", word).isPresent();
    }

    /** Returns the component to which most of the words belong, as codes or names. */
    public Optional<String> component(List<String> words) {
        List<String> telling =
                words.stream().filter(word -> !isInEveryComponent(word)).toList();
        for (String component : List.of("SEX", "AGE", "UNIT_MEASURE", "EXPLOITATION", "CITIZENSHIP", "STAGE")) {
            long known =
                    telling.stream().filter(word -> isWordOf(component, word)).count();
            if (known > 0 && known * 10 >= telling.size() * 6L) {
                return Optional.of(component);
            }
        }
        return Optional.empty();
    }

    /** Returns whether a word is a code or a name of a component. */
    public boolean isWordOf(String component, String word) {
        if (NationalWords.all().code(component, word).isPresent()) {
            return true;
        }
        if (component.equals("EXPLOITATION") && Series.form(word).isPresent()) {
            return true;
        }
        return codes(component).stream()
                .anyMatch(list -> list.find(word).isPresent()
                        || !Suggestions.of(list).exact(word).isEmpty());
    }

    private Set<CodeList> codes(String component) {
        Set<CodeList> lists = new TreeSet<>(Comparator.comparing(CodeList::id));
        for (Dataflow dataflow : dataflows) {
            dataflow.structure().dimension(component).ifPresent(dimension -> lists.add(dimension.codes()));
        }
        return lists;
    }
}
