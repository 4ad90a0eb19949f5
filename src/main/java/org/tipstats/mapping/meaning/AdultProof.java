package org.tipstats.mapping.meaning;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.tipstats.vocabulary.names.KnownWords;
import org.tipstats.vocabulary.names.NationalWords;
import org.tipstats.vocabulary.names.NationalWords.Match;
import org.tipstats.vocabulary.names.TableWords;

/**
 * Concludes from sums whether women and men are adults in a table with minors, such as
 * {@code Total, Women, Men, Minors}. They are adults if only all three together reach the total.
 */
public final class AdultProof {

    /** Women and men are adults. Minors are not counted among them. */
    public static final String ADULTS = "adults";

    /** Women and men are persons of all ages. */
    public static final String ALL_AGES = "all";

    private static final List<String> TOTALS = List.of("total", "victims", "cases", "persons", "national");

    private static final AgeRange MINORS = AgeRange.parse("Y0T17").orElseThrow();

    private enum Part {
        TOTAL,
        WOMEN,
        MEN,
        MINORS,
        ADULTS
    }

    private final Map<List<String>, Map<Part, BigDecimal>> groups = new LinkedHashMap<>();
    private final Set<List<String>> unclear = new HashSet<>();
    private final Map<String, Optional<Part>> parts = new HashMap<>();
    private boolean mayBeAdults;

    /** Returns whether texts name women or men, and minors of both sexes. Otherwise nothing can be concluded. */
    public static boolean concerns(Collection<String> texts) {
        Set<Part> named = texts.stream().flatMap(text -> partOf(text).stream()).collect(Collectors.toSet());
        return named.contains(Part.MINORS) && (named.contains(Part.WOMEN) || named.contains(Part.MEN));
    }

    /** Adds a figure with all texts that name it, each at a fixed index. */
    public void add(List<String> names, BigDecimal value) {
        for (int i = 0; i < names.size(); i++) {
            Part part = part(names.get(i)).orElse(null);
            List<String> others = new ArrayList<>(names);
            others.set(i, null);
            boolean alone = others.stream()
                    .filter(other -> other != null)
                    .flatMap(other -> part(other).stream())
                    .allMatch(Part.TOTAL::equals);
            if (part != null
                    && alone
                    && groups.computeIfAbsent(others, none -> new EnumMap<>(Part.class))
                                    .put(part, value)
                            != null) {
                unclear.add(others);
            }
        }
    }

    private Optional<Part> part(String text) {
        return parts.computeIfAbsent(text, none -> {
            mayBeAdults |= Counterparts.mayNameAdults(text);
            return partOf(text);
        });
    }

    private static Optional<Part> partOf(String text) {
        List<Match> matches = NationalWords.all().find(text);
        if (TableWords.all().begins("of-which", text) || KnownWords.rest(text).isPresent()) {
            return Optional.empty();
        }
        if (matches.size() == 1 && Counterparts.isSex(matches.get(0))) {
            return Optional.of("F".equals(matches.get(0).codes().get("SEX")) ? Part.WOMEN : Part.MEN);
        }
        if (AgeRange.parse(text).filter(MINORS::equals).isPresent()) {
            return Optional.of(Part.MINORS);
        }
        if (matches.size() == 1 && matches.get(0).codes().keySet().equals(Set.of(AgeSums.AGE))) {
            return Optional.of(Counterparts.isMinor(matches.get(0)) ? Part.MINORS : Part.ADULTS);
        }
        boolean total =
                matches.stream().allMatch(match -> "_T".equals(match.codes().get(NationalWords.ANY)))
                        && TOTALS.stream().anyMatch(kind -> TableWords.all().mentions(kind, text));
        return total ? Optional.of(Part.TOTAL) : Optional.empty();
    }

    /** Returns the meaning that the sums of women, men and minors prove, if any. Masked figures prove nothing. */
    public Optional<String> shown() {
        boolean adults = false;
        boolean allAges = false;
        boolean other = false;
        for (Map<Part, BigDecimal> group : related()) {
            if (!group.keySet().containsAll(Set.of(Part.TOTAL, Part.WOMEN, Part.MEN))) {
                continue;
            }
            BigDecimal total = group.get(Part.TOTAL);
            BigDecimal both = group.get(Part.WOMEN).add(group.get(Part.MEN));
            int all = both.add(group.get(Part.MINORS)).compareTo(total);
            boolean overlap = all > 0 || both.compareTo(total) == 0;
            adults |= all == 0;
            allAges |= overlap;
            other |= all != 0 && !overlap;
        }
        if (adults == allAges) {
            return Optional.empty();
        }
        return adults && other ? Optional.empty() : Optional.of(adults ? ADULTS : ALL_AGES);
    }

    /**
     * Returns whether a table has women, men and minors, but no adults, and the sums show nothing, so that the
     * submitter must decide. Words such as females mean all ages, unless sums show that they mean adults.
     */
    public boolean isOpen() {
        return mayBeAdults
                && shown().isEmpty()
                && related().stream()
                        .anyMatch(group -> group.containsKey(Part.WOMEN)
                                && group.containsKey(Part.MEN)
                                && !group.containsKey(Part.ADULTS));
    }

    /**
     * Returns the groups that have minors, and women or men. In a group without minors all are adults, so it proves
     * nothing.
     */
    private List<Map<Part, BigDecimal>> related() {
        return groups.entrySet().stream()
                .filter(group -> !unclear.contains(group.getKey()))
                .map(Map.Entry::getValue)
                .filter(group -> value(group, Part.MINORS).signum() > 0
                        && (group.containsKey(Part.WOMEN) || group.containsKey(Part.MEN)))
                .toList();
    }

    private static BigDecimal value(Map<Part, BigDecimal> group, Part part) {
        return group.getOrDefault(part, BigDecimal.ZERO);
    }
}
