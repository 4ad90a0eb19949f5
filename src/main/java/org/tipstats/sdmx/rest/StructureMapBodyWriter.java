package org.tipstats.sdmx.rest;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.MessageBodyWriter;
import jakarta.ws.rs.ext.Provider;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import org.tipstats.sdmx.artefact.StructureMessage;
import org.tipstats.sdmx.artefact.StructureMessage.StructureFormat;

/**
 * Writes structure maps as SDMX-ML 3.0. Applies to each resource, of any room, that answers with the media type of
 * SDMX-ML 3.0 and returns a message in SDMX-JSON.
 */
@Provider
@Produces("application/vnd.sdmx.structure+xml")
class StructureMapBodyWriter implements MessageBodyWriter<JsonNode> {

    @Override
    public boolean isWriteable(Class<?> type, Type genericType, Annotation[] annotations, MediaType mediaType) {
        return JsonNode.class.isAssignableFrom(type);
    }

    @Override
    public void writeTo(
            JsonNode message,
            Class<?> type,
            Type genericType,
            Annotation[] annotations,
            MediaType mediaType,
            MultivaluedMap<String, Object> headers,
            OutputStream out)
            throws IOException {
        StructureFormat.ML30.write(StructureMessage.ofMaps(message), out);
    }
}
