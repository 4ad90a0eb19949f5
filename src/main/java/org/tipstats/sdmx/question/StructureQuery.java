package org.tipstats.sdmx.question;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.tipstats.sdmx.artefact.ArtefactType;
import org.tipstats.sdmx.artefact.References;
import org.tipstats.sdmx.artefact.StructureMessage.Detail;
import org.tipstats.sdmx.question.SdmxRequest.RestVersion;

/**
 * A query for artefacts.
 *
 * @param types the types of the requested artefacts; empty if the service has no artefacts of the requested types
 * @param items the ids of the requested items of schemes; empty means all items
 */
public record StructureQuery(
        Set<ArtefactType> types,
        IdFilter agencies,
        IdFilter ids,
        VersionFilter versions,
        Set<String> items,
        References references,
        Detail detail) {

    /** Types of the standard for which the service has no artefacts. */
    private static final Set<String> TYPES_WITHOUT_ARTEFACTS = Set.of("""
            actualconstraint attachableconstraint attachmentconstraint availabilityconstraint categoryschememap
            conceptschememap customtypescheme dataconsumerscheme geocodelist geogridcodelist hierarchicalcodelist
            hierarchy hierarchyassociation metadataconstraint metadataproviderscheme metadataprovisionagreement
            namepersonalisationscheme organisationschememap organisationunitscheme process reportingtaxonomy
            reportingtaxonomymap rulesetscheme structureset transformationscheme userdefinedoperatorscheme valuelist vtlmappingscheme""".split("\\s+"));

    public static StructureQuery of(SdmxRequest request) {
        return request.surface() == RestVersion.V1 ? v1(request) : v2(request);
    }

    private static StructureQuery v1(SdmxRequest request) {
        if (request.segment(0, "").equals("metadata")) {
            throw SdmxProblems.noResults(
                    "Reference metadata are available only in version 2, under /sdmx/v2/metadata.");
        }
        request.requireAtMost(5);
        return of(request, types(request.segment(0, "structure"), "[+,]"), 1, "[+,]", "latest");
    }

    private static StructureQuery v2(SdmxRequest request) {
        request.requireAtMost(6);
        return of(request, types(request.segment(1, "*"), ","), 2, ",", "~");
    }

    /**
     * Reads the segments for agency, id, version and items.
     *
     * @param at the index of the first of these segments
     * @param separator the regular expression that matches the separator between the values in a segment
     * @param version the version to use if the path has none
     */
    private static StructureQuery of(
            SdmxRequest request, Set<ArtefactType> types, int at, String separator, String version) {
        IdFilter agencies = IdFilter.of("agency", request.segment(at, "*"), separator);
        IdFilter ids = IdFilter.of("id", request.segment(at + 1, "*"), separator);
        VersionFilter versions = VersionFilter.of(request.segment(at + 2, version), separator);
        List<String> items = list(request.segment(at + 3, "*"), separator);
        // The client may name an item by its path: the ids of the ancestors, and then the id of the item.
        Set<String> last = items.contains("all") || items.contains("*")
                ? Set.of()
                : items.stream()
                        .map(item -> item.substring(item.lastIndexOf('.') + 1))
                        .collect(Collectors.toSet());
        return new StructureQuery(types, agencies, ids, versions, last, references(request), detail(request));
    }

    /**
     * Returns the named types of artefacts. Returns empty if the service has no artefacts of these types.
     *
     * @throws ProblemException with status 400 if a name is not the name of a type
     */
    static Set<ArtefactType> types(String words, String separator) {
        Set<ArtefactType> types = EnumSet.noneOf(ArtefactType.class);
        for (String word : list(words, separator)) {
            Set<ArtefactType> meant = types(word);
            types.addAll(meant);
            if (word.equals("*") || word.equals("structure")) {
                types.addAll(Arrays.asList(ArtefactType.values()));
            } else if (meant.isEmpty() && !TYPES_WITHOUT_ARTEFACTS.contains(word)) {
                throw SdmxProblems.syntax("type", word, "\"" + word + "\" is not a type of artefacts.");
            }
        }
        return types;
    }

    /** Returns the types for a name in version 1 or version 2 of the interface; empty for an unknown name. */
    private static Set<ArtefactType> types(String word) {
        return switch (word) {
            case "contentconstraint", "allowedconstraint" -> Set.of(ArtefactType.DATA_CONSTRAINT);
            case "organisationscheme" -> Set.of(ArtefactType.AGENCY_SCHEME, ArtefactType.DATA_PROVIDER_SCHEME);
            default -> ArtefactType.named(word).stream().collect(Collectors.toSet());
        };
    }

    public static List<String> list(String text, String separator) {
        List<String> parts = new ArrayList<>(Arrays.asList(text.split(separator, -1)));
        parts.removeIf(String::isEmpty);
        return parts;
    }

    private static References references(SdmxRequest request) {
        String word = request.parameter("references").orElse("none");
        Set<ArtefactType> types = types(word);
        return References.named(word)
                .or(() -> types.isEmpty() ? Optional.empty() : Optional.of(new References(References.Reach.ALL, types)))
                .or(() -> TYPES_WITHOUT_ARTEFACTS.contains(word) ? Optional.of(References.NONE) : Optional.empty())
                .orElseThrow(() -> SdmxProblems.syntax(
                        "references",
                        word,
                        "References must be none, parents, parentsandsiblings, ancestors, children, descendants, all or a type"
                                + " of artefacts."));
    }

    private static Detail detail(SdmxRequest request) {
        String word = request.parameter("detail").orElse("full");
        return Detail.named(word)
                .orElseThrow(() -> SdmxProblems.syntax(
                        "detail", word, "The detail must be one of " + String.join(", ", Detail.words()) + "."));
    }

    /**
     * The requested ids.
     *
     * @param ids the ids; empty means all ids
     */
    public record IdFilter(Set<String> ids) {

        private static final Pattern ID = Pattern.compile("[A-Za-z0-9_@$\\-.]{1,200}");

        /** Parses a segment of a path. Throws 400 if the segment contains an invalid id. */
        public static IdFilter of(String what, String text, String separator) {
            List<String> words = StructureQuery.list(text, separator);
            for (String word : words) {
                if (!word.equals("*") && !ID.matcher(word).matches()) {
                    throw SdmxProblems.syntax(what, word, "This is not an id.");
                }
            }
            return new IdFilter(words.contains("all") || words.contains("*") ? Set.of() : Set.copyOf(words));
        }

        public boolean wants(String id) {
            return ids.isEmpty() || ids.contains(id);
        }
    }
}
