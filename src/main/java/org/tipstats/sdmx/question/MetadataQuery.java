package org.tipstats.sdmx.question;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.tipstats.sdmx.artefact.Artefact;
import org.tipstats.sdmx.artefact.ArtefactType;
import org.tipstats.sdmx.artefact.Catalogue;
import org.tipstats.sdmx.artefact.MetadataSet;
import org.tipstats.sdmx.artefact.MetadataSet.ArtefactIdentity;
import org.tipstats.sdmx.question.StructureQuery.IdFilter;

/**
 * A query for reference metadata.
 *
 * @param way the kind of artefact that the agencies, ids and versions of the query identify
 * @param types the types of the structures that the metadata describe; empty if the way is not {@code STRUCTURE}
 * @param providers the providers of the metadata; the provider of a set is the organisation that maintains it
 * @param stubs whether to leave out the reported values
 */
public record MetadataQuery(
        Way way,
        Set<ArtefactType> types,
        IdFilter agencies,
        IdFilter ids,
        VersionFilter versions,
        IdFilter providers,
        boolean stubs) {

    /** The kinds of artefacts by which metadata can be selected. */
    public enum Way {
        METADATA_SET,
        METADATAFLOW,
        STRUCTURE
    }

    private static final IdFilter ALL_PROVIDERS = new IdFilter(Set.of());

    /**
     * Parses a path of version 2, the only version that has queries for metadata. Throws 400 if the path is not valid.
     */
    public static MetadataQuery of(SdmxRequest request) {
        String word = request.segment(1, "");
        return switch (word) {
            case "metadataset" -> {
                request.requireAtMost(5);
                yield of(request, Way.METADATA_SET, 2, "*", ALL_PROVIDERS);
            }
            case "metadataflow" -> {
                request.requireAtMost(6);
                yield of(request, Way.METADATAFLOW, 2, "*", providers(request.segment(5, "*")));
            }
            case "structure" -> {
                request.requireAtMost(6);
                yield of(request, Way.STRUCTURE, 3, "~", ALL_PROVIDERS);
            }
            default ->
                throw SdmxProblems.syntax(
                        "path", word, "Request metadata by metadataset, by metadataflow or by structure.");
        };
    }

    private static MetadataQuery of(SdmxRequest request, Way way, int agency, String version, IdFilter providers) {
        return new MetadataQuery(
                way,
                way == Way.STRUCTURE
                        ? StructureQuery.types(request.segment(2, "*"), ",")
                        : EnumSet.noneOf(ArtefactType.class),
                IdFilter.of("agency", request.segment(agency, "*"), ","),
                IdFilter.of("id", request.segment(agency + 1, "*"), ","),
                VersionFilter.of(request.segment(agency + 2, version), ","),
                providers,
                stubs(request));
    }

    /**
     * Parses the providers, each in the form {@code PROVIDER} or {@code AGENCY,PROVIDER}. A plus separates providers
     * and means "or".
     */
    private static IdFilter providers(String text) {
        String ids = StructureQuery.list(text, "\\+").stream()
                .map(provider -> provider.substring(provider.indexOf(',') + 1))
                .collect(Collectors.joining("+"));
        return IdFilter.of("provider", ids, "\\+");
    }

    private static boolean stubs(SdmxRequest request) {
        String word = request.parameter("detail").orElse("full");
        if (!word.equals("full") && !word.equals("allstubs")) {
            throw SdmxProblems.syntax("detail", word, "The detail of metadata must be full or allstubs.");
        }
        return word.equals("allstubs");
    }

    /**
     * Returns the metadata sets that match the query.
     *
     * @param all all sets; the answer keeps their order if the way is {@code STRUCTURE}, and is otherwise sorted by the
     *     agency and id of the set or of its metadataflow
     * @param catalogue the structures that the sets may be about
     */
    public List<MetadataSet> select(List<MetadataSet> all, Catalogue catalogue) {
        List<MetadataSet> sets = all.stream()
                .filter(set -> providers.wants(set.identity().agency()))
                .toList();
        return switch (way) {
            case METADATA_SET ->
                versions.of(
                        sets.stream().filter(set -> wants(set.identity())).toList(),
                        set -> line(set.identity()),
                        set -> set.identity().version());
            case METADATAFLOW ->
                versions.of(
                        sets.stream()
                                .filter(set -> set.flow().filter(this::wants).isPresent())
                                .toList(),
                        set -> line(set.flow().orElseThrow()),
                        set -> set.flow().orElseThrow().version());
            case STRUCTURE -> {
                List<Artefact> about = versions.of(catalogue.select(
                        artefact -> types.contains(artefact.type()) && wants(artefact.agency(), artefact.id())));
                yield sets.stream().filter(set -> set.isAbout(about)).toList();
            }
        };
    }

    private boolean wants(ArtefactIdentity identity) {
        return wants(identity.agency(), identity.id());
    }

    private boolean wants(String agency, String id) {
        return agencies.wants(agency) && ids.wants(id);
    }

    private static String line(ArtefactIdentity identity) {
        return identity.agency() + " " + identity.id();
    }
}
