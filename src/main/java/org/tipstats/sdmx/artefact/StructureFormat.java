package org.tipstats.sdmx.artefact;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.OutputStream;

/** A format of structure messages. */
public enum StructureFormat {
    ML21("application/vnd.sdmx.structure+xml;version=2.1"),
    ML30("application/vnd.sdmx.structure+xml;version=3.0.0"),
    JSON10("application/vnd.sdmx.structure+json;version=1.0.0"),
    JSON20("application/vnd.sdmx.structure+json;version=2.0.0"),
    JSON21("application/vnd.sdmx.structure+json;version=2.1.0");

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET)
            .build();

    private final String mediaType;

    StructureFormat(String mediaType) {
        this.mediaType = mediaType;
    }

    public String mediaType() {
        return mediaType;
    }

    /** Writes a message. Leaves the stream open. */
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
