package org.tipstats.sdmx.artefact;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.xml.XMLConstants;
import javax.xml.transform.Source;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import javax.xml.validation.Validator;
import org.xml.sax.ErrorHandler;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

/** Validates messages against the official schemas. Each method returns the errors found; empty for a valid message. */
public final class OfficialSchemas {

    private static final Path FOLDER = Path.of("src", "test", "resources", "sdmx-schemas");
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Map<String, Schema> XML = new ConcurrentHashMap<>();
    private static final Map<String, JsonSchema> JSONS = new ConcurrentHashMap<>();

    private OfficialSchemas() {}

    /**
     * Validates a message in SDMX-ML.
     *
     * @param version 2.1 or 3.0
     */
    public static List<String> xml(String version, byte[] message) {
        return faults(
                XML.computeIfAbsent(
                        version, v -> load(FOLDER.resolve("xsd-" + v).resolve("SDMXMessage.xsd"))),
                message);
    }

    /** Validates structure-specific data against the schema of their structure and those of SDMX-ML 2.1. */
    public static List<String> specific(byte[] schema, byte[] message) {
        Path folder = FOLDER.resolve("xsd-2.1");
        try {
            SchemaFactory factory = SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI);
            String text = new String(schema, StandardCharsets.UTF_8)
                    .replace(
                            "https://registry.sdmx.org/schemas/v2_1/",
                            folder.toUri().toString());
            return faults(
                    factory.newSchema(new Source[] {
                        new StreamSource(folder.resolve("SDMXMessage.xsd").toFile()),
                        new StreamSource(new StringReader(text))
                    }),
                    message);
        } catch (SAXException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<String> faults(Schema schema, byte[] message) {
        List<String> faults = new ArrayList<>();
        try {
            Validator validator = schema.newValidator();
            validator.setErrorHandler(new ErrorHandler() {
                @Override
                public void warning(SAXParseException fault) {
                    faults.add(fault.getMessage());
                }

                @Override
                public void error(SAXParseException fault) {
                    faults.add(fault.getMessage());
                }

                @Override
                public void fatalError(SAXParseException fault) throws SAXException {
                    throw fault;
                }
            });
            validator.validate(new StreamSource(new ByteArrayInputStream(message)));
        } catch (SAXException e) {
            faults.add(e.getMessage());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return faults.stream().limit(10).toList();
    }

    private static Schema load(Path file) {
        try {
            return SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI).newSchema(file.toFile());
        } catch (SAXException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * Validates a message in SDMX-JSON.
     *
     * @param kind data or structure
     * @param version 1.0, 2.0 or 2.1
     */
    public static List<String> json(String kind, String version, byte[] message) {
        JsonSchema schema = JSONS.computeIfAbsent(kind + version, key -> loadJson(kind, version));
        return schema
                .validate(
                        new String(message, StandardCharsets.UTF_8),
                        InputFormat.JSON,
                        context -> context.getExecutionConfig().setFormatAssertionsEnabled(true))
                .stream()
                .map(ValidationMessage::getMessage)
                .limit(10)
                .toList();
    }

    private static JsonSchema loadJson(String kind, String version) {
        Path file = FOLDER.resolve("json-" + version).resolve("sdmx-json-" + kind + "-schema.json");
        try (InputStream in = java.nio.file.Files.newInputStream(file)) {
            JsonNode schema = JSON.readTree(in);
            boolean newest = version.equals("2.1");
            if (!newest) {
                // These schemas name no version of JSON Schema but are written in draft-04, which the factory below
                // selects.
                ((ObjectNode) schema).remove("$schema");
            }
            return JsonSchemaFactory.getInstance(newest ? SpecVersion.VersionFlag.V201909 : SpecVersion.VersionFlag.V4)
                    .getSchema(schema);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
