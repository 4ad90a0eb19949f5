package org.tipstats.sdmx.artefact;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tipstats.sdmx.artefact.StructureMessage.Detail;
import org.tipstats.sdmx.artefact.StructureMessage.Header;
import org.tipstats.sdmx.artefact.StructureMessage.ReaderLanguages;
import org.tipstats.sdmx.artefact.StructureMessage.StructureFormat;
import org.tipstats.vocabulary.schema.SampleMaps;
import org.tipstats.vocabulary.schema.SchemaException;
import org.tipstats.vocabulary.schema.SchemaRegistry;
import org.tipstats.vocabulary.schema.StructureMap;
import org.tipstats.vocabulary.schema.StructureMapWriter;

/** Tests that structure maps in SDMX-ML 3.0 are valid and read as they were written. */
class MlMapReaderTest {

    private static byte[] write(StructureMap map) throws IOException {
        List<Artefact> artefacts = new ArrayList<>();
        artefacts.add(Artefact.of(ArtefactType.STRUCTURE_MAP, StructureMapWriter.body(map)));
        map.representations()
                .forEach(each ->
                        artefacts.add(Artefact.of(ArtefactType.REPRESENTATION_MAP, StructureMapWriter.body(each))));
        StructureMessage message = new StructureMessage(
                new Header("MAPS", "2026-01-01T00:00:00Z", "ABC"),
                StructureMessage.parts(artefacts, List.of(), Detail.FULL),
                new ReaderLanguages("en", true),
                "http://tips.example/sdmx/v2");
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        StructureFormat.ML30.write(message, out);
        return out.toByteArray();
    }

    private static List<StructureMap> read(byte[] message) {
        return MlMapReader.read(new ByteArrayInputStream(message));
    }

    private static List<StructureMap> read(String message) {
        return read(message.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void aMapThatIsWrittenAndReadIsEqualAndItsMessageIsValid() throws IOException {
        List<StructureMap> maps =
                new ArrayList<>(SchemaRegistry.load(Path.of("schemas")).structureMaps());
        maps.addAll(SchemaRegistry.load(Path.of("schemas")).importMaps());
        maps.add(SampleMaps.complete());
        for (StructureMap map : maps) {
            byte[] message = write(map);
            assertEquals(List.of(), OfficialSchemas.xml("3.0", message), map.id());
            assertEquals(List.of(map), read(message), map.id());
        }
    }

    @Test
    void anAnnotationMayBeLongerThanACell() throws IOException {
        String reading = "{\"anchor\": \"<&>\"}".repeat(10_000);
        String message = new String(write(SampleMaps.complete()), StandardCharsets.UTF_8)
                .replace("{\"rows\": 1}", reading.replace("&", "&amp;").replace("<", "&lt;"));
        assertEquals(reading, read(message).get(0).annotation("READING").orElseThrow());
    }

    @Test
    void whatCannotBeKeptIsRefused() throws IOException {
        String message = new String(write(SampleMaps.complete()), StandardCharsets.UTF_8);
        for (String[] change : new String[][] {
            {"str:DatePatternMap", "str:EpochMap"},
            {"str:TargetFrequencyID", "str:FrequencyDimension"},
            {"startIndex=\"1\"", "startIndex=\"one\""},
            {"RM_TWO(2.0.1)", "RM_OTHER(2.0.1)"},
        }) {
            assertTrue(message.contains(change[0]), change[0]);
            String changed = message.replace(change[0], change[1]);
            assertThrows(SchemaException.class, () -> read(changed), change[0]);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "no XML",
                "<a><StructureMap id='x'></a>",
                "<StructureMap id='x'><Source>a</Source><SourceCodelist>b</SourceCodelist></StructureMap>",
                "<StructureMap id='x' source='a'/>",
                "<StructureMap><DatePatternMap><Target>T</Target></DatePatternMap></StructureMap>",
                "<RepresentationMap agencyID='a' id='b'><Source>T</Source></RepresentationMap>",
                "<!DOCTYPE a [<!ENTITY e SYSTEM 'file:///etc/hostname'>]><StructureMap id='&e;'/>",
                "<StructureMap agencyID='a' id='b'><Source><x/></Source></StructureMap>",
            })
    void hostileMessagesAreRefused(String message) {
        assertThrows(SchemaException.class, () -> read(message));
    }

    @Test
    void deeplyNestedMessagesAreRefused() {
        String message = "<StructureMap>" + "<x>".repeat(100_000);
        assertThrows(SchemaException.class, () -> read(message));
    }

    @Test
    void aMessageWithoutMapsHasNone() {
        assertEquals(List.of(), read("<a><Codelist id='x'><Name>y</Name></Codelist></a>"));
    }
}
