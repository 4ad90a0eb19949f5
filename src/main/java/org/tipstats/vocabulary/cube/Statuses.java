package org.tipstats.vocabulary.cube;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.tipstats.vocabulary.schema.Code;
import org.tipstats.vocabulary.schema.CodeList;
import org.tipstats.vocabulary.schema.DataStructure;
import org.tipstats.vocabulary.schema.DataStructure.Attribute;
import org.tipstats.vocabulary.schema.Role;
import org.tipstats.vocabulary.schema.SchemaException;

/** The observation statuses and confidentiality statuses of a data structure, by their meaning. */
public final class Statuses {

    private static final Set<String> WITHOUT_VALUE = Set.of("MISSING", "NOT_APPLICABLE", "SUPPRESSED", "EXEMPT");
    private static final List<String> NOT_COMPARABLE = List.of("BREAK", "DEFINITION_DIFFERS");
    private static final List<String> NOT_FINAL = List.of("PROVISIONAL", "ESTIMATE", "FORECAST");

    private final Map<String, String> meanings = new LinkedHashMap<>();
    private final String normal;
    private final String suppressed;
    private final String lowReliability;
    private final String free;
    private final String providerMasked;
    private final String withheld;

    public Statuses(DataStructure structure) {
        CodeList status = list(structure, Role.STATUS);
        CodeList confidentiality = list(structure, Role.CONFIDENTIALITY);
        status.codes()
                .forEach(code ->
                        meanings.put(code.id(), code.annotation("MEANING").orElse("")));
        this.normal = code(status, "NORMAL");
        this.suppressed = code(status, "SUPPRESSED");
        this.lowReliability = code(status, "LOW_RELIABILITY");
        this.free = code(confidentiality, "FREE");
        this.providerMasked = code(confidentiality, "PROVIDER_MASKED");
        this.withheld = code(confidentiality, "WITHHELD");
    }

    private static CodeList list(DataStructure structure, Role role) {
        return structure
                .attribute(role)
                .map(Attribute::codes)
                .orElseThrow(
                        () -> new SchemaException(structure.id() + " has no coded attribute with the role " + role));
    }

    private static String code(CodeList list, String meaning) {
        return list.first(code -> code.means(meaning))
                .map(Code::id)
                .orElseThrow(() -> new SchemaException(list.id() + " has no code that means " + meaning));
    }

    /** Returns the status of a normal value. */
    public String normal() {
        return normal;
    }

    /** Returns the status of a value that is not shown, because the provider masked it or this service withholds it. */
    public String suppressed() {
        return suppressed;
    }

    public String lowReliability() {
        return lowReliability;
    }

    public String free() {
        return free;
    }

    /** Returns the confidentiality of a small count that the provider masked. */
    public String providerMasked() {
        return providerMasked;
    }

    /** Returns the confidentiality of every value that this service withholds. */
    public String withheld() {
        return withheld;
    }

    /** Returns whether an observation with this status has no value. */
    public boolean withoutValue(String status) {
        return WITHOUT_VALUE.contains(meanings.getOrDefault(status, ""));
    }

    /** Returns whether the status states that the value is not comparable with those of other years. */
    public boolean notComparable(String status) {
        return NOT_COMPARABLE.contains(meanings.getOrDefault(status, ""));
    }

    /** Returns whether the status states that the value may still change. */
    public boolean notFinal(String status) {
        return NOT_FINAL.contains(meanings.getOrDefault(status, ""));
    }

    /** Returns the statuses of values that are not comparable with those of other years, the most usual first. */
    public List<String> notComparable() {
        return all(NOT_COMPARABLE);
    }

    /** Returns the statuses of values that may still change, the most usual first. */
    public List<String> notFinal() {
        return all(NOT_FINAL);
    }

    /** Returns all statuses of observations without value, in the order of the list. */
    public List<String> withoutValue() {
        return meanings.keySet().stream().filter(this::withoutValue).toList();
    }

    /** Returns the statuses of missing values, in the order of the list. */
    public List<String> missing() {
        return all(List.of("MISSING"));
    }

    private List<String> all(List<String> some) {
        return meanings.entrySet().stream()
                .filter(entry -> some.contains(entry.getValue()))
                .sorted(Comparator.comparingInt(entry -> some.indexOf(entry.getValue())))
                .map(Map.Entry::getKey)
                .toList();
    }

    /** Returns whether the provider masked the value. The value is unknown, but small. */
    public boolean isMasked(Observation observation) {
        return suppressed.equals(observation.status()) && !isWithheld(observation);
    }

    /** Returns whether this service withholds the value. */
    public boolean isWithheld(Observation observation) {
        return suppressed.equals(observation.status()) && withheld.equals(observation.confidentiality());
    }

    /**
     * Returns whether an area with this observation counts as reporting: it has a value (0 included) or a masked one.
     */
    public boolean countsAsReported(Observation observation) {
        return observation.value() != null || suppressed.equals(observation.status());
    }
}
