package org.tipstats.sdmx.artefact;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A structure message.
 *
 * @param parts the artefacts, in the order used in messages
 * @param address the URL of the entry point of the REST interface, without a slash at the end; the links in stubs begin
 *     with this URL
 */
public record StructureMessage(Header header, List<Part> parts, ReaderLanguages languages, String address) {

    /**
     * The header of a message.
     *
     * @param id the id of the message, which consists of letters, digits and underscores
     * @param prepared the instant at which the content of the message was made, as ISO 8601 text
     * @param sender the id of the organisation that sends the message
     */
    public record Header(String id, String prepared, String sender) {}

    /** An artefact, and the amount of detail with which the message contains this artefact. */
    public record Part(Artefact artefact, Detail.Extent extent) {}

    public StructureMessage {
        parts = List.copyOf(parts);
    }

    /**
     * Returns the structure maps and representation maps of a message in SDMX-JSON as a message with all languages.
     *
     * @param message a message that has a header; its maps are not changed
     */
    public static StructureMessage ofMaps(JsonNode message) {
        JsonNode meta = message.path("meta");
        Header header = new Header(
                meta.path("id").asText(),
                meta.path("prepared").asText(),
                meta.at("/sender/id").asText());
        List<Artefact> maps = new ArrayList<>();
        for (ArtefactType type : List.of(ArtefactType.STRUCTURE_MAP, ArtefactType.REPRESENTATION_MAP)) {
            message.path("data").path(type.plural()).forEach(map -> maps.add(Artefact.of(type, (ObjectNode) map)));
        }
        ReaderLanguages languages = new ReaderLanguages(ReaderLanguages.DEFAULT, true);
        return new StructureMessage(header, parts(maps, List.of(), Detail.FULL), languages, "");
    }

    /** Combines the requested artefacts and the artefacts to which they are related, in the order used in messages. */
    public static List<Part> parts(List<Artefact> asked, List<Artefact> referred, Detail detail) {
        List<Part> parts = new ArrayList<>();
        List<Artefact> all = new ArrayList<>(asked);
        all.addAll(referred);
        for (Artefact artefact : Catalogue.sorted(all)) {
            parts.add(new Part(artefact, asked.contains(artefact) ? detail.ofRequested() : detail.ofReferenced()));
        }
        return parts;
    }

    /** Returns the parts whose artefact has this type. */
    List<Part> of(ArtefactType type) {
        return parts.stream().filter(part -> part.artefact().type() == type).toList();
    }

    /** A format of structure messages. Version 1 of the REST interface prefers the formats in this order. */
    public enum StructureFormat {
        ML21("application/vnd.sdmx.structure+xml;version=2.1"),
        JSON10("application/vnd.sdmx.structure+json;version=1.0.0"),
        JSON20("application/vnd.sdmx.structure+json;version=2.0.0"),
        JSON21("application/vnd.sdmx.structure+json;version=2.1.0"),
        ML30("application/vnd.sdmx.structure+xml;version=3.0.0");

        static final JsonMapper MAPPER = JsonMapper.builder()
                .disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET)
                .build();

        private final String mediaType;

        StructureFormat(String mediaType) {
            this.mediaType = mediaType;
        }

        public String mediaType() {
            return mediaType;
        }

        /** Returns whether messages in this format can have artefacts of this type. */
        public boolean canHold(ArtefactType type) {
            return type.isInVersion21() || (this != ML21 && this != JSON10);
        }

        /** Writes a message without the artefacts that the format cannot hold. Leaves the stream open. */
        public void write(StructureMessage message, OutputStream out) throws IOException {
            switch (this) {
                case ML21 -> new MlStructureWriter(message, MlVersion.V21, out).write();
                case ML30 -> new MlStructureWriter(message, MlVersion.V30, out).write();
                case JSON10 -> write(message, JsonVersion.V10, out);
                case JSON20 -> write(message, JsonVersion.V20, out);
                case JSON21 -> write(message, JsonVersion.V21, out);
            }
        }

        private static void write(StructureMessage message, JsonVersion version, OutputStream out) throws IOException {
            MAPPER.writeValue(out, new JsonStructureWriter(message, version).make());
        }
    }

    /** The amount of detail of the artefacts in a message: the {@code detail} parameter of the REST interface. */
    public enum Detail {
        FULL(Extent.FULL, Extent.FULL),
        ALLSTUBS(Extent.STUB, Extent.STUB),
        REFERENCESTUBS(Extent.FULL, Extent.STUB),
        ALLCOMPLETESTUBS(Extent.COMPLETE_STUB, Extent.COMPLETE_STUB),
        REFERENCECOMPLETESTUBS(Extent.FULL, Extent.COMPLETE_STUB),
        REFERENCEPARTIAL(Extent.FULL, Extent.FULL),
        /**
         * Means the same as {@link #FULL}, because the service stores every artefact completely and derives no artefact
         * from another one.
         */
        RAW(Extent.FULL, Extent.FULL);

        /** The amount of detail of one artefact. */
        public enum Extent {
            FULL,
            /** The artefact without its content: only the identity, names, descriptions and annotations. */
            COMPLETE_STUB,
            /** Only the identity and the name of the artefact. */
            STUB
        }

        private final Extent ofRequested;
        private final Extent ofReferenced;

        Detail(Extent asked, Extent referred) {
            this.ofRequested = asked;
            this.ofReferenced = referred;
        }

        /** Returns the extent of the artefacts that the request selects. */
        Extent ofRequested() {
            return ofRequested;
        }

        /** Returns the extent of the related artefacts, which the parameter {@code references} adds. */
        Extent ofReferenced() {
            return ofReferenced;
        }

        public static Optional<Detail> named(String word) {
            return Arrays.stream(values())
                    .filter(detail -> detail.word().equals(word))
                    .findFirst();
        }

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        public static List<String> words() {
            return Arrays.stream(values()).map(Detail::word).toList();
        }
    }

    /**
     * The languages in which a reader wants texts.
     *
     * @param best the language to use if the format has room for only one text
     * @param all whether to include the other languages, too
     */
    public record ReaderLanguages(String best, boolean all) {

        private static final String DEFAULT = "en";

        /**
         * Returns the text in the best language. If this text is missing, returns the English text, or else the default
         * text. Returns empty if all texts are missing.
         */
        Optional<String> in(JsonNode named, String member) {
            JsonNode texts = named.path(member + "s");
            JsonNode text = texts.hasNonNull(best) ? texts.path(best) : texts.path(DEFAULT);
            if (text.isMissingNode()) {
                text = named.path(member);
            }
            return Optional.ofNullable(text.asText(null));
        }

        /** Returns the texts by language: in all languages, or only the text that {@link #in} returns. */
        Map<String, String> wanted(JsonNode named, String member) {
            Map<String, String> wanted = new TreeMap<>();
            JsonNode texts = named.path(member + "s");
            if (all && !texts.isEmpty()) {
                texts.properties()
                        .forEach(text ->
                                wanted.put(text.getKey(), text.getValue().asText()));
            } else {
                in(named, member).ifPresent(text -> wanted.put(texts.hasNonNull(best) ? best : DEFAULT, text));
            }
            return wanted;
        }
    }
}
