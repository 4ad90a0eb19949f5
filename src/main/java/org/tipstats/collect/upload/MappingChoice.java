package org.tipstats.collect.upload;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.tipstats.mapping.saved.Mapping;
import org.tipstats.platform.problem.InputError;
import org.tipstats.platform.problem.ProblemException;
import org.tipstats.platform.problem.WordSuggestions;
import org.tipstats.validate.mapped.MappedFile;
import org.tipstats.vocabulary.schema.SchemaRegistry;

/**
 * The mapping that a request chooses for its file.
 *
 * @param reference a saved mapping as the request names it, for example {@code KGZ_3@2}; null for none
 * @param sent a mapping that came with the file; null for none
 * @param params values that the file lacks, by component
 * @param corrections cells that are read with another text
 */
public record MappingChoice(String reference, Mapping sent, SortedMap<String, String> params, Corrections corrections) {

    public static final MappingChoice NONE = new MappingChoice(null, null, new TreeMap<>(), Corrections.NONE);

    /** Prefix of the query parameters that give values. */
    public static final String PREFIX = "param.";

    public MappingChoice {
        params = Collections.unmodifiableSortedMap(new TreeMap<>(params));
    }

    /** Returns the same choice with corrected cells. */
    public MappingChoice corrected(Corrections cells) {
        return new MappingChoice(reference, sent, params, cells);
    }

    /** Returns whether the request names no mapping and corrects no cell, so that the file decides how it is read. */
    public boolean isOpen() {
        return reference == null && sent == null && corrections.isEmpty();
    }

    /** Returns the values as a JSON object. Equal values give equal texts. */
    public String paramsAsJson() {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        params.forEach(json::put);
        return json.toString();
    }

    /**
     * Reads the query parameters of a request.
     *
     * @param sent a mapping that came with the file, or null
     * @throws ProblemException 400 if the request has two mappings, or names a component or a code that does not exist
     */
    public static MappingChoice read(
            SchemaRegistry schemas, String reference, Mapping sent, Map<String, List<String>> query) {
        List<InputError> faults = new ArrayList<>();
        if (reference != null && sent != null) {
            faults.add(InputError.parameter(
                    "mapping", reference, "Name a saved mapping or send one as a part of the form, not both."));
        }
        SortedMap<String, String> params = new TreeMap<>();
        query.forEach((name, values) -> {
            if (name.startsWith(PREFIX)) {
                params.put(name.substring(PREFIX.length()), values.get(0));
            }
        });
        params.forEach((component, value) -> fault(schemas, component, value).ifPresent(faults::add));
        ProblemException.requireNoParameterFaults(faults);
        return new MappingChoice(reference, sent, params, Corrections.NONE);
    }

    private static Optional<InputError> fault(SchemaRegistry schemas, String component, String value) {
        Set<String> known = MappedFile.components(schemas.reported());
        if (!known.contains(component)) {
            List<String> near = WordSuggestions.near(component, known).stream()
                    .map(PREFIX::concat)
                    .toList();
            return Optional.of(InputError.parameter(
                    PREFIX + component, value, "There is no component \"" + component + "\".", near));
        }
        return MappedFile.isValue(schemas.reported(), component, value)
                ? Optional.empty()
                : Optional.of(InputError.parameter(
                        PREFIX + component,
                        value,
                        "\"" + value + "\" is not a code of " + component + ".",
                        WordSuggestions.near(value, MappedFile.codes(schemas.reported(), component))));
    }
}
