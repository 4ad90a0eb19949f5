package org.tipstats.mapping.count;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.tipstats.vocabulary.schema.Code;
import org.tipstats.vocabulary.schema.CodeList;
import org.tipstats.vocabulary.schema.Dataflow;
import org.tipstats.vocabulary.schema.Dimension;
import org.tipstats.vocabulary.schema.LocalText;
import org.tipstats.vocabulary.schema.Role;

/** A dimension that describes a case, and how a person with several of its codes is counted. */
final class CaseField {

    /** How a person with several codes is counted. */
    enum Several {
        /**
         * Counts the person in each code, because the dimension has no total, such as STAGE, or because its codes
         * overlap.
         */
        EACH,
        /**
         * Counts the person in the narrowest code below the total that contains all codes, else in the code for mixed
         * forms. Counts the person in each code if the request wants this.
         */
        MIXED,
        /**
         * Counts the person in the first code. A person with several citizenships, one of them that of the reporting
         * area, is counted only in the code of that area.
         */
        FIRST
    }

    static final String MIXED_CODE = "OTH_MIX";

    private final Dimension dimension;
    private final CodeList codes;
    private final String total;
    private final String unknown;
    private final Several several;

    private CaseField(Dimension dimension) {
        this.dimension = dimension;
        this.codes = dimension.codes();
        this.total = codes.total().map(Code::id).orElse(null);
        this.unknown = codes.first(Code::isUnknown).map(Code::id).orElse(null);
        boolean each = total == null || dimension.overlapping();
        boolean mixed = codes.find(MIXED_CODE).isPresent();
        this.several = each ? Several.EACH : mixed ? Several.MIXED : Several.FIRST;
    }

    /** Returns the dimensions that describe a case, in the order of the key. */
    static List<CaseField> of(Dataflow dataflow) {
        return dataflow.requiredDimensions().stream()
                .filter(dimension -> !dimension.isTime() && dimension.role() != Role.AREA)
                .map(CaseField::new)
                .toList();
    }

    static Optional<Dimension> dimension(Dataflow dataflow, String id) {
        return of(dataflow).stream()
                .map(field -> field.dimension)
                .filter(dimension -> dimension.id().equals(id))
                .findFirst();
    }

    String id() {
        return dimension.id();
    }

    LocalText name() {
        return dimension.name();
    }

    CodeList codes() {
        return codes;
    }

    /** Returns the code of the total; null if the dimension has none. */
    String total() {
        return total;
    }

    /** Returns the code for what is not known; null if the dimension has none. */
    String unknown() {
        return unknown;
    }

    Several several() {
        return several;
    }

    boolean isAge() {
        return dimension.role() == Role.AGE;
    }

    boolean isCitizenship() {
        return dimension.role() == Role.CITIZENSHIP;
    }

    /** Returns whether a cell may hold several values. */
    boolean isList() {
        return !isAge() && dimension.role() != Role.SEX;
    }

    /** Returns whether a person must have a code of this dimension to be counted. */
    boolean isNeeded() {
        return total == null || several == Several.EACH && unknown == null;
    }

    /**
     * Returns the codes in which a person is counted, without their broader codes.
     *
     * @param found the codes of the person, in the order in which they were found
     * @param own the code of the reporting area
     * @param each whether a person with several forms is counted in each of them
     */
    List<String> resolve(Set<String> found, String own, boolean each) {
        Set<String> narrow = narrow(found);
        if (narrow.isEmpty()) {
            return unknown == null ? List.of() : List.of(unknown);
        }
        List<String> all = List.copyOf(narrow);
        if (all.size() == 1 || several == Several.EACH || several == Several.MIXED && each) {
            return all;
        }
        if (several == Several.MIXED) {
            return List.of(common(all));
        }
        return List.of(isCitizenship() && all.contains(own) ? own : all.get(0));
    }

    private Set<String> narrow(Set<String> found) {
        Set<String> narrow = new LinkedHashSet<>(found);
        found.forEach(code -> narrow.removeAll(above(code)));
        if (narrow.size() > 1) {
            narrow.remove(unknown);
        }
        return narrow;
    }

    /**
     * Returns the narrowest code below the total that contains all these forms. Returns the code for mixed forms if
     * there is none, or if the forms include it.
     */
    private String common(List<String> all) {
        for (String broader : above(all.get(0))) {
            if (!broader.equals(total)
                    && all.stream().allMatch(code -> above(code).contains(broader))
                    && !all.contains(MIXED_CODE)) {
                return broader;
            }
        }
        return MIXED_CODE;
    }

    /** Returns the codes, their broader codes and the total; only the codes if the dimension has no total. */
    Set<String> withBroader(List<String> resolved) {
        Set<String> all = new LinkedHashSet<>(resolved);
        if (total != null) {
            all.add(total);
            resolved.forEach(code -> all.addAll(above(code)));
        }
        return all;
    }

    private List<String> above(String code) {
        List<String> above = new ArrayList<>();
        codes.find(code)
                .ifPresent(found -> codes.broader(found).stream().map(Code::id).forEach(above::add));
        return above;
    }
}
