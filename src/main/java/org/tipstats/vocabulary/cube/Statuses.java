package org.tipstats.vocabulary.cube;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.tipstats.vocabulary.schema.Code;
import org.tipstats.vocabulary.schema.CodeList;
import org.tipstats.vocabulary.schema.DataStructure;
import org.tipstats.vocabulary.schema.DataStructure.Attribute;
import org.tipstats.vocabulary.schema.Role;
import org.tipstats.vocabulary.schema.SchemaException;

/**
 * The observation statuses and confidentiality statuses of a data structure, by their meaning.
 *
 * @param meanings the meaning of each observation status, in the order of the list
 * @param normal the status of a normal value
 * @param suppressed the status of a value that is not shown, because the provider masked it or this service withholds
 *     it
 * @param free the confidentiality of a value that may be published
 * @param providerMasked the confidentiality of a small count that the provider masked
 * @param withheld the confidentiality of every value that this service withholds
 */
public record Statuses(
        Map<String, String> meanings,
        String normal,
        String suppressed,
        String lowReliability,
        String free,
        String providerMasked,
        String withheld) {

    private static final Set<String> WITHOUT_VALUE = Set.of("MISSING", "NOT_APPLICABLE", "SUPPRESSED", "EXEMPT");
    private static final List<String> NOT_COMPARABLE = List.of("BREAK", "DEFINITION_DIFFERS");
    private static final List<String> NOT_FINAL = List.of("PROVISIONAL", "ESTIMATE", "FORECAST");

    public Statuses(DataStructure structure) {
        this(list(structure, Role.STATUS), list(structure, Role.CONFIDENTIALITY));
    }

    private Statuses(CodeList status, CodeList confidentiality) {
        this(
                meanings(status),
                code(status, "NORMAL"),
                code(status, "SUPPRESSED"),
                code(status, "LOW_RELIABILITY"),
                code(confidentiality, "FREE"),
                code(confidentiality, "PROVIDER_MASKED"),
                code(confidentiality, "WITHHELD"));
    }

    private static Map<String, String> meanings(CodeList status) {
        Map<String, String> meanings = new LinkedHashMap<>();
        status.codes()
                .forEach(code ->
                        meanings.put(code.id(), code.annotation("MEANING").orElse("")));
        return meanings;
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

    /** Returns whether an observation with this status has no value. */
    public boolean withoutValue(String status) {
        return WITHOUT_VALUE.contains(meanings.getOrDefault(status, ""));
    }

    /** Returns whether the status states that the value is not comparable with the values of other years. */
    public boolean notComparable(String status) {
        return NOT_COMPARABLE.contains(meanings.getOrDefault(status, ""));
    }

    /** Returns whether the status states that the value may still change. */
    public boolean notFinal(String status) {
        return NOT_FINAL.contains(meanings.getOrDefault(status, ""));
    }

    /**
     * Returns the statuses of values that are not comparable with the values of other years, the most usual status
     * first.
     */
    public List<String> notComparable() {
        return all(NOT_COMPARABLE);
    }

    /** Returns the statuses of values that may still change, the most usual status first. */
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

    /**
     * Returns the two statuses of totals by which an area declares that it has no figures. The first means that the
     * figures do not exist (the first status of missing values in the list), the second that the question does not
     * apply.
     */
    public List<String> declared() {
        return Stream.of("MISSING", "NOT_APPLICABLE")
                .flatMap(meaning -> all(List.of(meaning)).stream().limit(1))
                .toList();
    }

    private List<String> all(List<String> some) {
        return meanings.entrySet().stream()
                .filter(entry -> some.contains(entry.getValue()))
                .sorted(Comparator.comparingInt(entry -> some.indexOf(entry.getValue())))
                .map(Map.Entry::getKey)
                .toList();
    }

    /** Returns whether the provider masked the value. A masked value is unknown, but small. */
    public boolean isMasked(Observation observation) {
        return suppressed.equals(observation.status()) && !isWithheld(observation);
    }

    /** Returns whether this service withholds the value. */
    public boolean isWithheld(Observation observation) {
        return suppressed.equals(observation.status()) && withheld.equals(observation.confidentiality());
    }

    /** Returns whether a value with this confidentiality is not published; false for null. */
    public boolean isConfidential(String confidentiality) {
        return confidentiality != null && !confidentiality.equals(free);
    }

    /**
     * Returns whether an area with this observation counts as reporting: it has a value (0 included), or its value is
     * masked or withheld.
     */
    public boolean countsAsReported(Observation observation) {
        return observation.value() != null || suppressed.equals(observation.status());
    }
}
