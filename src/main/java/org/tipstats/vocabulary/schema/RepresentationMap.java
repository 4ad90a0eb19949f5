package org.tipstats.vocabulary.schema;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.tipstats.vocabulary.schema.StructureMap.Identity;

/**
 * A translation of values, as in SDMX 3.0: each combination of values of the source has its values in the target.
 *
 * @param sources for each component of the source, the URN of a code list or the name of a data type such as {@code
 *     String}
 * @param targets for each component of the target, such a URN or name
 * @param mappings the translations; if several have the same source values, the first applies
 */
public record RepresentationMap(
        Identity identity, List<String> sources, List<String> targets, List<ValueMapping> mappings) {

    /**
     * @throws SchemaException if the map has no source components or no target components, or if a mapping has a wrong
     *     number of values. Each mapping needs one value for each source component, and one for each target component or
     *     no target value
     */
    public RepresentationMap {
        sources = List.copyOf(sources);
        targets = List.copyOf(targets);
        mappings = List.copyOf(mappings);
        SchemaException.require(
                !sources.isEmpty() && !targets.isEmpty(),
                "representation map " + identity + " names no components of its source or of its target");
        for (ValueMapping mapping : mappings) {
            SchemaException.require(
                    mapping.sources().size() == sources.size()
                            && (mapping.targets().isEmpty() || mapping.targets().size() == targets.size()),
                    "representation map " + identity + ": a mapping leads from "
                            + mapping.sources().size() + " to "
                            + mapping.targets().size() + " values, but the map from " + sources.size() + " to "
                            + targets.size() + " components");
        }
    }

    /** Returns the URN by which structure maps refer to this map. */
    public String urn() {
        return "urn:sdmx:org.sdmx.infomodel.structuremapping.RepresentationMap=" + identity;
    }

    /**
     * Returns this map in the opposite direction. Leaves out values that come from several combinations of values, and
     * mappings by regular expressions or by parts of values.
     */
    RepresentationMap inverse() {
        Map<List<String>, List<ValueMapping>> byTarget = new LinkedHashMap<>();
        for (ValueMapping mapping : mappings) {
            byTarget.computeIfAbsent(mapping.targets(), first -> new ArrayList<>())
                    .add(mapping);
        }
        List<ValueMapping> turned = byTarget.values().stream()
                .filter(same -> same.size() == 1 && !same.get(0).targets().isEmpty())
                .map(same -> same.get(0))
                .filter(ValueMapping::isExact)
                .map(ValueMapping::inverse)
                .toList();
        return new RepresentationMap(identity.inverse(), targets, sources, turned);
    }

    /**
     * The translation of one combination of values.
     *
     * @param targets the values of the target components; empty if the combination is left out on purpose. If the
     *     source has regular expressions, {@code \1} stands for their first group.
     * @param validFrom the first day of validity, or null
     * @param validTo the last day of validity, or null
     */
    public record ValueMapping(
            List<SourceValue> sources, List<String> targets, LocalDate validFrom, LocalDate validTo) {

        public ValueMapping {
            sources = List.copyOf(sources);
            targets = List.copyOf(targets);
        }

        /** Returns a mapping of fixed values that is always valid. */
        public static ValueMapping of(List<String> sources, List<String> targets) {
            return new ValueMapping(sources.stream().map(SourceValue::of).toList(), targets, null, null);
        }

        /** Returns whether every value of the source is compared as a whole and is not a regular expression. */
        public boolean isExact() {
            return sources.stream()
                    .allMatch(source -> !source.isRegEx() && source.startIndex() == null && source.endIndex() == null);
        }

        private ValueMapping inverse() {
            List<String> back = sources.stream().map(SourceValue::value).toList();
            return new ValueMapping(targets.stream().map(SourceValue::of).toList(), back, validFrom, validTo);
        }
    }

    /**
     * A value of a component of the source.
     *
     * @param isRegEx whether the value is a regular expression; without {@code ^} and {@code $} it must match the whole
     *     value
     * @param startIndex the first character that is compared, from 1; null means from the beginning
     * @param endIndex the last character that is compared; null means to the end
     */
    public record SourceValue(String value, boolean isRegEx, Integer startIndex, Integer endIndex) {

        private static final int MAX_LENGTH = 1_000;

        /** @throws SchemaException if the regular expression or the part of the value is not valid */
        public SourceValue {
            int start = startIndex == null ? 1 : startIndex;
            SchemaException.require(
                    start >= 1 && (endIndex == null || endIndex >= start),
                    "the value " + value + " has no characters from " + startIndex + " to " + endIndex);
            pattern(value, isRegEx);
        }

        public static SourceValue of(String value) {
            return new SourceValue(value, false, null, null);
        }

        /** Returns the regular expression, if the value is one. */
        public Optional<Pattern> pattern() {
            return pattern(value, isRegEx);
        }

        private static Optional<Pattern> pattern(String value, boolean isRegEx) {
            if (!isRegEx) {
                return Optional.empty();
            }
            SchemaException.require(value.length() <= MAX_LENGTH, "a regular expression is too long");
            try {
                return Optional.of(Pattern.compile(value));
            } catch (PatternSyntaxException e) {
                throw new SchemaException("the regular expression " + value + " is not valid", e);
            }
        }

        /** Returns the part of a text that is compared. */
        public String partOf(String text) {
            int from = startIndex == null ? 0 : startIndex - 1;
            int to = endIndex == null ? text.length() : Math.min(endIndex, text.length());
            return from >= to ? "" : text.substring(from, to);
        }
    }
}
