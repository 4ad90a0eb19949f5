package org.tipstats.sdmx.question;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.tipstats.platform.problem.ProblemException;
import org.tipstats.platform.problem.ProblemType;
import org.tipstats.sdmx.artefact.ArtefactType;
import org.tipstats.sdmx.artefact.MetadataMessage;
import org.tipstats.sdmx.artefact.StructureMessage.StructureFormat;
import org.tipstats.sdmx.data.DataFormat;
import org.tipstats.sdmx.data.StructureSpecificSchema;
import org.tipstats.sdmx.question.SdmxRequest.RestVersion;
import org.tipstats.sdmx.question.VersionFilter.VersionRange;

/**
 * Chooses the format of a response. The parameter {@code format} decides, together with {@code formatVersion}. Without
 * the parameter {@code format}, the header {@code Accept} decides. Without this header, the version of the interface
 * decides. Both versions of the interface offer all formats, because clients of one version request formats of the
 * other version.
 */
public final class FormatChoice {

    private static final List<DataFormat> DATA_V1 = List.of(DataFormat.values());
    private static final List<DataFormat> DATA_V2 = List.of(
            DataFormat.JSON21,
            DataFormat.JSON20,
            DataFormat.CSV20,
            DataFormat.CSV21,
            DataFormat.ML30,
            DataFormat.SPECIFIC21,
            DataFormat.GENERIC21,
            DataFormat.SPECIFIC_TIME_SERIES21,
            DataFormat.GENERIC_TIME_SERIES21,
            DataFormat.JSON10,
            DataFormat.CSV10);
    private static final List<StructureFormat> STRUCTURES_V1 = List.of(StructureFormat.values());
    private static final List<StructureFormat> STRUCTURES_V2 = List.of(
            StructureFormat.JSON21,
            StructureFormat.JSON20,
            StructureFormat.ML30,
            StructureFormat.ML21,
            StructureFormat.JSON10);

    /** The values of the parameter {@code format}, each with the media range that it stands for. */
    private static final Map<String, String> DATA_WORDS = Map.ofEntries(
            Map.entry("genericdata", "application/vnd.sdmx.genericdata+xml"),
            Map.entry("structurespecificdata", "application/vnd.sdmx.structurespecificdata+xml"),
            Map.entry("sdmx-2.1", "application/vnd.sdmx.structurespecificdata+xml;version=2.1"),
            Map.entry("sdmx-3.0", "application/vnd.sdmx.data+xml;version=3.0.0"),
            Map.entry("jsondata", "application/vnd.sdmx.data+json;version=2.0.0"),
            Map.entry("sdmx-json", "application/vnd.sdmx.data+json"),
            Map.entry("csvdata", "application/vnd.sdmx.data+csv"),
            Map.entry("csvfile", "application/vnd.sdmx.data+csv"),
            Map.entry("csv", "application/vnd.sdmx.data+csv"),
            Map.entry("sdmx-csv", "application/vnd.sdmx.data+csv"));

    private static final Map<String, String> STRUCTURE_WORDS = Map.of(
            "structure", "application/vnd.sdmx.structure+xml",
            "sdmx-2.1", "application/vnd.sdmx.structure+xml;version=2.1",
            "sdmx-3.0", "application/vnd.sdmx.structure+xml;version=3.0.0",
            "jsonstructure", "application/vnd.sdmx.structure+json",
            "sdmx-json", "application/vnd.sdmx.structure+json",
            "json", "application/vnd.sdmx.structure+json");

    private static final Map<String, String> METADATA_WORDS = Map.of(
            "jsonmetadata", "application/vnd.sdmx.metadata+json",
            "sdmx-json", "application/vnd.sdmx.metadata+json",
            "json", "application/vnd.sdmx.metadata+json");

    private FormatChoice() {}

    /**
     * Chooses the format of data. CSV 1.0 cannot say that an observation was deleted, so it is not offered for queries
     * whose answer may contain deletions.
     */
    public static AcceptedMediaTypes.Choice<DataFormat> ofData(SdmxRequest request) {
        boolean changes = SdmxDataQuery.Times.of(request).areSeveral();
        List<DataFormat> offers = (request.surface() == RestVersion.V1 ? DATA_V1 : DATA_V2)
                .stream()
                        .filter(format -> !changes || format != DataFormat.CSV10)
                        .toList();
        return choose(request, offers, DataFormat::mediaType, DATA_WORDS);
    }

    /**
     * Chooses among the formats that can hold at least one of the types.
     *
     * @param types the types of the requested artefacts; empty means all formats
     */
    public static StructureFormat ofStructures(SdmxRequest request, Set<ArtefactType> types) {
        List<StructureFormat> all = request.surface() == RestVersion.V1 ? STRUCTURES_V1 : STRUCTURES_V2;
        List<StructureFormat> offers = all.stream()
                .filter(format -> types.isEmpty() || types.stream().anyMatch(format::canHold))
                .toList();
        return choose(request, offers, StructureFormat::mediaType, STRUCTURE_WORDS)
                .offer();
    }

    /**
     * Chooses the format of the answer to a schema query. Returns the format of a structure message, or empty if the
     * answer is an XML schema.
     */
    public static Optional<StructureFormat> ofSchemas(SdmxRequest request) {
        boolean v1 = request.surface() == RestVersion.V1;
        List<StructureFormat> structures = v1 ? STRUCTURES_V1 : STRUCTURES_V2;
        List<Optional<StructureFormat>> offers = new ArrayList<>();
        structures.forEach(format -> offers.add(Optional.of(format)));
        offers.add(v1 ? 0 : offers.size(), Optional.empty());
        Map<String, String> words = new HashMap<>(STRUCTURE_WORDS);
        words.put("schema", StructureSpecificSchema.MEDIA_TYPE);
        return choose(
                        request,
                        offers,
                        offer -> offer.map(StructureFormat::mediaType).orElse(StructureSpecificSchema.MEDIA_TYPE),
                        words)
                .offer();
    }

    /** Throws 406 if the client does not accept the only format of reference metadata. */
    public static void requireMetadata(SdmxRequest request) {
        choose(request, List.of(MetadataMessage.MEDIA_TYPE), offer -> offer, METADATA_WORDS);
    }

    private static <T> AcceptedMediaTypes.Choice<T> choose(
            SdmxRequest request, List<T> offers, Function<T, String> mediaType, Map<String, String> words) {
        Optional<String> word = request.parameter("format");
        String wanted = word.isPresent()
                ? words.get(word.get())
                : request.header("Accept").orElse(null);
        if (word.isPresent() && wanted == null) {
            throw SdmxProblems.syntax(
                    "format",
                    word.get(),
                    "Choose one of these formats: "
                            + String.join(", ", words.keySet().stream().sorted().toList()) + ".");
        }
        Optional<String> version = request.parameter("formatVersion");
        if (word.isPresent() && version.isPresent()) {
            wanted = wanted.replaceFirst(";.*", "");
        }
        VersionRange versions = VersionRange.of(version.orElse(null));
        List<T> offered = offers.stream()
                .filter(offer -> versions.contains(mediaType.apply(offer).replaceFirst(".*;version=", "")))
                .toList();
        return AcceptedMediaTypes.of(wanted)
                .best(offered, mediaType)
                .orElseThrow(() -> notAcceptable(offers, mediaType));
    }

    private static <T> ProblemException notAcceptable(List<T> offers, Function<T, String> mediaType) {
        String all = String.join(", ", offers.stream().map(mediaType).toList());
        return new ProblemException(ProblemType.NOT_ACCEPTABLE, "This is available as " + all + ".");
    }
}
