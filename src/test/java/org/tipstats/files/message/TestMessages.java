package org.tipstats.files.message;

import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.tipstats.files.csv.MalformedFileException;
import org.tipstats.files.csv.RawRow;
import org.tipstats.files.detect.FileKind;
import org.tipstats.vocabulary.schema.DataStructure;
import org.tipstats.vocabulary.schema.SampleStructures;

/** Messages about victims for tests, and the result of reading them. */
final class TestMessages {

    static final DataStructure VICTIMS = SampleStructures.victims();

    static final String FLOW = "TIPSTATS:VICTIMS(1.0.0)";

    private static final String SCHEMAS = "http://www.sdmx.org/resources/sdmxml/schemas/v2_1/";

    private TestMessages() {}

    /** The result of reading a message. */
    record Table(List<String> header, List<RawRow> rows) {

        /** Returns the rows as texts: the line, then the cells. */
        List<String> texts() {
            return rows.stream()
                    .map(row -> row.line() + " " + String.join("|", row.cells()))
                    .toList();
        }
    }

    static Table read(Path folder, FileKind kind, byte[] bytes) throws IOException {
        Path file = Files.write(folder.resolve("message"), bytes);
        List<RawRow> rows = new ArrayList<>();
        try (MessageReader reader = MessageReader.open(file, kind, VICTIMS)) {
            reader.forEachRemaining(rows::add);
            return new Table(List.of(reader.header().orElseThrow().cells()), rows);
        }
    }

    static Table ml(Path folder, String message) throws IOException {
        return read(folder, FileKind.SDMX_ML, message.getBytes(StandardCharsets.UTF_8));
    }

    static Table json(Path folder, String message) throws IOException {
        return read(folder, FileKind.SDMX_JSON, message.getBytes(StandardCharsets.UTF_8));
    }

    /** Returns the fault of a message as reason, line and detail. */
    static String fault(Path folder, FileKind kind, String message) {
        return fault(folder, kind, message.getBytes(StandardCharsets.UTF_8));
    }

    static String fault(Path folder, FileKind kind, byte[] message) {
        MalformedFileException e = assertThrows(MalformedFileException.class, () -> read(folder, kind, message));
        return e.reason() + " " + e.line() + " " + e.detail();
    }

    /** Returns an SDMX-ML 2.1 message whose data set starts on line 8. */
    static String message(String root, String dimensionAtObservation, String dataSet) {
        return """
                <?xml version="1.0" encoding="UTF-8"?>
                <m:%s xmlns:m="%smessage" xmlns:c="%scommon" xmlns:g="%sdata/generic" xmlns:ss="%sdata/structurespecific" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
                  <m:Header><m:ID>X</m:ID><m:Test>false</m:Test><m:Prepared>2024-01-01T00:00:00</m:Prepared><m:Sender id="AT"/><m:Receiver id="TIPSTATS"/>
                    <m:Structure structureID="S" namespace="urn:x" dimensionAtObservation="%s">
                      <c:StructureUsage><Ref agencyID="TIPSTATS" id="VICTIMS" version="1.0.0"/></c:StructureUsage>
                    </m:Structure>
                  </m:Header>
                %s
                </m:%s>
                """.formatted(
                root, SCHEMAS, SCHEMAS, SCHEMAS, SCHEMAS, dimensionAtObservation, dataSet.stripTrailing(), root);
    }

    static String specific(String dataSet) {
        return message("StructureSpecificData", "AllDimensions", dataSet);
    }
}
