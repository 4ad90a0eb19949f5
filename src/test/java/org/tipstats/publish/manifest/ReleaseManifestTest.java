package org.tipstats.publish.manifest;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.tipstats.platform.audit.RecordedEvent.ChainHead;
import org.tipstats.publish.read.PublishedReleases.ReleaseReference;
import org.tipstats.vocabulary.schema.LocalText;

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

    /** A map of the JDK would give another order, and so another signature, after each start. */
    @Test
    void theFactsOfAReleaseHaveOneOrder() throws IOException {
        ReleaseReference release = new ReleaseReference(
                "2016-1",
                new LocalText(Map.of("en", "Victims")),
                Instant.parse("2026-11-26T03:00:00Z"),
                "c0ffee",
                1,
                true);
        assertEquals(
                "{'release':'2016-1','title':'Victims','publishedAt':'2026-11-26T03:00:00Z','contentHash':'c0ffee',"
                        + "'log':{'seq':1198,'hash':'9537'}}",
                new ObjectMapper()
                        .writeValueAsString(
                                ReleaseManifest.of(release, new ChainHead(1198, "9537"), List.of(), List.of())
                                        .predicate())
                        .replace('"', '\''));
    }
}
