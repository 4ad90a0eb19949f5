package org.tipstats.sdmx.artefact;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.tipstats.sdmx.artefact.StructureMessage.Detail;
import org.tipstats.sdmx.artefact.StructureMessage.Header;
import org.tipstats.sdmx.artefact.StructureMessage.ReaderLanguages;
import org.tipstats.sdmx.artefact.StructureMessage.StructureFormat;
import org.tipstats.vocabulary.schema.SchemaRegistry;

/** Tests that messages with all artefacts are valid against the official schemas, in every format and detail. */
@Execution(ExecutionMode.CONCURRENT)
class StructureMessageTest {

    private static final Catalogue CATALOGUE = Catalogue.of(SchemaRegistry.load(Path.of("schemas")));
    private static final Header HEADER = new Header("ALL", "2026-01-01T00:00:00Z", "TIPSTATS");

    private static byte[] write(StructureFormat format, Detail detail, ReaderLanguages languages) throws IOException {
        List<Artefact> all = CATALOGUE.select(artefact -> true);
        StructureMessage message = new StructureMessage(
                HEADER, StructureMessage.parts(all, List.of(), detail), languages, "http://tips.example/sdmx/v1");
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        format.write(message, out);
        return out.toByteArray();
    }

    private static List<String> faults(StructureFormat format, byte[] message) {
        return switch (format) {
            case ML21 -> OfficialSchemas.xml("2.1", message);
            case ML30 -> OfficialSchemas.xml("3.0", message);
            case JSON10 -> OfficialSchemas.json("structure", "1.0", message);
            case JSON20 -> OfficialSchemas.json("structure", "2.0", message);
            case JSON21 -> OfficialSchemas.json("structure", "2.1", message);
        };
    }

    @ParameterizedTest
    @EnumSource(StructureFormat.class)
    void everythingIsValid(StructureFormat format) throws IOException {
        for (Detail detail : Detail.values()) {
            byte[] message = write(format, detail, new ReaderLanguages("en", true));
            assertEquals(List.of(), faults(format, message), format + " " + detail);
        }
        byte[] french = write(format, Detail.FULL, new ReaderLanguages("fr", false));
        assertEquals(List.of(), faults(format, french));
        String text = new String(french, StandardCharsets.UTF_8);
        assertTrue(text.contains("Zone de référence") && !text.contains("Reference area"), "French only");
    }

    /** {@code -Dgolden.update=true} rewrites the files; review the change as a diff. */
    @ParameterizedTest
    @EnumSource(StructureFormat.class)
    void messagesAreTheGoldenOnes(StructureFormat format) throws IOException {
        Set<String> some =
                Set.of("AGENCIES", "CL_SEX", "OFFENCES", "DSD_OFFENCES", "OFFENCES_PUBLICATION", "TIPSTATS_OFFENCES");
        List<Artefact> all = CATALOGUE.select(artefact -> some.contains(artefact.id()));
        StructureMessage message = new StructureMessage(
                HEADER,
                StructureMessage.parts(all, List.of(), Detail.FULL),
                new ReaderLanguages("en", false),
                "http://tips.example/sdmx/v1");
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        format.write(message, out);
        String extension = format.mediaType().contains("xml") ? ".xml" : ".json";
        Path file = Path.of("src", "test", "resources", "golden", "sdmx")
                .resolve("structure-" + format.name().toLowerCase(Locale.ROOT) + extension);
        if (Boolean.getBoolean("golden.update")) {
            Files.createDirectories(file.getParent());
            Files.write(file, out.toByteArray());
        }
        assertEquals(
                Files.exists(file) ? Files.readString(file) : "",
                out.toString(StandardCharsets.UTF_8),
                file.toString());
    }

    @Test
    void whatOnlyTheReadingOfFilesNeedsIsNotPassedOn() throws IOException {
        for (StructureFormat format : StructureFormat.values()) {
            String text =
                    new String(write(format, Detail.FULL, new ReaderLanguages("en", true)), StandardCharsets.UTF_8);
            assertTrue(!text.contains("ALIASES") && !text.contains("_SUBMISSION"), format.name());
        }
    }

    /** Structure sets of version 2.1 map one component to one component, so our maps have no form there. */
    @Test
    void structureMapsAreInMessagesOfVersion3Only() throws IOException {
        for (StructureFormat format : StructureFormat.values()) {
            String text =
                    new String(write(format, Detail.FULL, new ReaderLanguages("en", true)), StandardCharsets.UTF_8);
            boolean version3 = format != StructureFormat.ML21 && format != StructureFormat.JSON10;
            for (String id : Set.of("SDG_16_2_2", "SDG_16_2_2_IMPORT", "RM_SDG_SERIES", "RM_SDG_SERIES_IMPORT")) {
                assertEquals(version3, text.contains("\"" + id + "\""), format + " " + id);
            }
        }
    }
}
