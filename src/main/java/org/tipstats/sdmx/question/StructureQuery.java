package org.tipstats.sdmx.question;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.tipstats.sdmx.artefact.ArtefactType;
import org.tipstats.sdmx.artefact.Detail;
import org.tipstats.sdmx.artefact.References;

/**
 * A query for artefacts.
 *
 * @param types empty if the service has no artefacts of the requested types
 * @param items ids of items of schemes; empty means all
 */
public record StructureQuery(
        Set<ArtefactType> types,
        IdFilter agencies,
        IdFilter ids,
        VersionFilter versions,
        List<String> items,
        References references,
        Detail detail) {

    /** Types of the standard of which the service has no artefacts. */
    private static final Set<String> TYPES_WITHOUT_ARTEFACTS = Set.of(
            "actualconstraint",
            "attachableconstraint",
            "attachmentconstraint",
            "availabilityconstraint",
            "categoryschememap",
            "conceptschememap",
            "customtypescheme",
            "dataconsumerscheme",
            "geocodelist",
            "geogridcodelist",
            "hierarchicalcodelist",
            "hierarchy",
            "hierarchyassociation",
            "metadataconstraint",
            "metadataflow",
            "metadataproviderscheme",
            "metadataprovisionagreement",
            "metadatastructure",
            "namepersonalisationscheme",
            "organisationschememap",
            "organisationunitscheme",
            "process",
            "reportingtaxonomy",
            "reportingtaxonomymap",
            "representationmap",
            "rulesetscheme",
            "structuremap",
            "structureset",
            "transformationscheme",
            "userdefinedoperatorscheme",
            "valuelist",
            "vtlmappingscheme");

    public static StructureQuery v1(SdmxRequest request) {
        if (request.segment(0, "").equals("metadata")) {
            throw SdmxProblems.noResults(
                    "Reference metadata are available only in version 2, under /sdmx/v2/metadata.");
        }
        request.requireAtMost(5);
        List<String> items = list(request.segment(4, "all"), "[+,]");
        return new StructureQuery(
                types(request.segment(0, "structure"), "[+,]"),
                IdFilter.of("agency", request.segment(1, "all"), "[+,]"),
                IdFilter.of("id", request.segment(2, "all"), "[+,]"),
                VersionFilter.of(request.segment(3, "latest"), "[+,]"),
                items.contains("all") || items.contains("*") ? List.of() : items,
                references(request),
                detail(request));
    }

    public static StructureQuery v2(SdmxRequest request) {
        request.requireAtMost(6);
        List<String> items = list(request.segment(5, "*"), ",");
        return new StructureQuery(
                types(request.segment(1, "*"), ","),
                IdFilter.of("agency", request.segment(2, "*"), ","),
                IdFilter.of("id", request.segment(3, "*"), ","),
                VersionFilter.of(request.segment(4, "~"), ","),
                items.contains("*") || items.contains("all") ? List.of() : items,
                references(request),
                detail(request));
    }

    /**
     * Returns the named types; empty if the service has no artefacts of them.
     *
     * @throws ProblemException with 400 for a word that is not a type
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

    /** Returns the types that a word means in either version of the interface; empty for an unknown word. */
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
                .or(() -> types.isEmpty() ? Optional.empty() : Optional.of(new References(References.Wish.ALL, types)))
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
}
