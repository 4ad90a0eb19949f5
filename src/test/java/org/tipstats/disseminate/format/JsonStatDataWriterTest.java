package org.tipstats.disseminate.format;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tipstats.disseminate.format.DataStyle.LabelStyle;

class JsonStatDataWriterTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    private static JsonNode written(DataSelection selection, DataStyle style) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        DataWriter.of(Format.JSON_STAT, style).write(selection, out);
        return JSON.readTree(out.toByteArray());
    }

    /** The expected file was written by hand. */
    @Test
    void aDatasetHasTheCellsAndTheTreeThatAreThere() throws IOException {
        JsonNode expected = JSON.readTree(
                Path.of("src", "test", "resources", "format", "organs.json").toFile());
        assertEquals(
                expected.toPrettyString(),
                written(Organs.selection(), DataStyle.PLAIN).toPrettyString());
    }

    @Test
    void namesStandInTheLanguageAndBesideTheirCodes() throws IOException {
        JsonNode french = written(Organs.selection(), new DataStyle(LabelStyle.BOTH, "fr", false, false));
        assertEquals(
                "Victimes de la traite des personnes détectées",
                french.path("label").asText());
        assertEquals(
                "PLW: Palaos",
                french.at("/dimension/REF_AREA/category/label/PLW").asText());
        assertEquals(
                "[\"Libre pour tous\",\"L'agence (2026) : Premier.\"]",
                french.path("note").toString());
    }

    @Test
    void withoutObservationsThereAreNoCells() throws IOException {
        JsonNode empty = written(Organs.of(List.of()), DataStyle.PLAIN);
        assertEquals("[0,0,0,0,0,0,0]", empty.path("size").toString());
        assertEquals("{}", empty.path("value").toString());
    }
}
