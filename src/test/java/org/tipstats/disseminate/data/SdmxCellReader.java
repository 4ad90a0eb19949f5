package org.tipstats.disseminate.data;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.restassured.response.Response;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.tipstats.files.csv.FormulaGuard;
import org.tipstats.files.csv.RawRow;
import org.tipstats.files.detect.FileKind;
import org.tipstats.files.message.MessageReader;
import org.tipstats.sdmx.data.DataFormat;
import org.tipstats.vocabulary.schema.Dataflow;
import org.tipstats.vocabulary.schema.SchemaRegistry;

/**
 * Reads the observations of the SDMX interface in the same form as {@link CellReader}, in both versions and every
 * format.
 */
final class SdmxCellReader {

    private static final SchemaRegistry SCHEMAS = SchemaRegistry.load(Path.of("schemas"));

    private SdmxCellReader() {}

    /** Reads all observations of some areas in the latest release, from the address of one version. */
    static List<Map<String, String>> latest(int version, DataFormat format, String dataflow, List<String> areas)
            throws IOException {
        Dataflow flow = SCHEMAS.dataflow(dataflow).orElseThrow();
        String wildcards = ".".repeat(flow.structure().dimensions().size() - 3);
        String address = version == 1
                ? "/sdmx/v1/data/" + dataflow + "/A." + String.join("+", areas) + wildcards
                : "/sdmx/v2/data/dataflow/TIPSTATS/" + dataflow + "/1.0.0/*?c[REF_AREA]=" + String.join(",", areas);
        Response reply = given().urlEncodingEnabled(false)
                .header("Accept", format.mediaType())
                .get(address);
        assertEquals(200, reply.statusCode(), address + " " + reply.asString());
        assertEquals(format.mediaType(), reply.contentType(), address);
        return format.isTable() ? table(reply.asByteArray()) : message(format, flow, reply.asByteArray());
    }

    private static List<Map<String, String>> table(byte[] body) throws IOException {
        List<Map<String, String>> cells = CellReader.csv(body);
        cells.forEach(cell -> {
            cell.remove("DATAFLOW");
            cell.replaceAll((component, text) -> FormulaGuard.unguard(text));
        });
        return cells;
    }

    private static List<Map<String, String>> message(DataFormat format, Dataflow flow, byte[] body) throws IOException {
        Path file = Files.createTempFile("message", "." + format.extension());
        FileKind kind = format.extension().equals("xml") ? FileKind.SDMX_ML : FileKind.SDMX_JSON;
        try {
            Files.write(file, body);
            try (MessageReader reader = MessageReader.open(file, kind, flow.structure())) {
                return rows(reader);
            }
        } finally {
            Files.delete(file);
        }
    }

    private static List<Map<String, String>> rows(MessageReader reader) throws IOException {
        String[] header = reader.header().orElseThrow().cells();
        List<Map<String, String>> cells = new ArrayList<>();
        while (reader.hasNext()) {
            RawRow row = reader.next();
            Map<String, String> texts = new TreeMap<>();
            for (String component : header) {
                String text = row.cells()[Arrays.asList(header).indexOf(component)];
                CellReader.put(texts, component, "NaN".equals(text) ? null : text);
            }
            cells.add(texts);
        }
        return cells;
    }
}
