package org.tipstats.publish.manifest;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;

/** The check of a bundle against its manifest. */
class ReleaseManifestTest {

    /** A reader may open the manifest that was not checked. */
    @Test
    void aBundleWithTwoManifestsIsRefused() throws IOException {
        ByteArrayOutputStream bundle = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bundle)) {
            zip.putNextEntry(new ZipEntry("manifest.dsse.json"));
            zip.putNextEntry(new ZipEntry("manifest.dsse.jso_"));
        }
        String twice = bundle.toString(StandardCharsets.ISO_8859_1).replace(".jso_", ".json");
        assertEquals(
                List.of("The bundle has two files with the name manifest.dsse.json."),
                ReleaseManifest.faults(new ByteArrayInputStream(twice.getBytes(StandardCharsets.ISO_8859_1)), null));
    }
}
