package org.tipstats.collect.mappings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.tipstats.SignedIn;
import org.tipstats.bench.hostile.HostileFile;
import org.tipstats.bench.hostile.HostileFiles;
import org.tipstats.platform.database.Database;

/**
 * Sends hostile files to the guess and to the page of a table. Each is refused or answered, none makes the service fail,
 * none is stored, and none makes the service call another address.
 */
@QuarkusTest
@Tag("long")
class HostileGuessTest {

    private static final int EACH = 10;
    private static final int EACH_ON_PAGE = 40;
    private static final int FEWEST = 100;

    /** The media types of files that are no text, by the first word of their names. */
    private static final Map<String, String> TYPES = Map.of(
            "workbook", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            "xml", "application/vnd.sdmx.structurespecificdata+xml;version=2.1",
            "json", "application/vnd.sdmx.data+json;version=1.0.0");

    @Inject
    Database database;

    private final List<String> faults = new ArrayList<>();
    private final Set<String> kinds = new HashSet<>();
    private int guessed;

    @Test
    void noFileMakesAGuessFailAndNoneIsStored() throws IOException {
        long stored = stored();
        try (ServerSocket elsewhere = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            List<HostileFile> files = HostileFiles.all(elsewhere.getLocalPort());
            for (int i = 1; i < files.size(); i += EACH) {
                guess(files.get(i));
            }
            for (int i = 0; i < files.size(); i += EACH_ON_PAGE) {
                show(files.get(i));
            }
            elsewhere.setSoTimeout(1);
            assertThrows(SocketTimeoutException.class, elsewhere::accept, "a file caused a network connection");
            assertTrue(files.size() / EACH > FEWEST, () -> files.size() + " files");
        }
        assertEquals("", String.join("\n", faults));
        assertEquals(TYPES.keySet(), kinds);
        assertTrue(guessed > FEWEST / 4, () -> "only " + guessed + " files were guessed");
        assertEquals(stored, stored());
    }

    private long stored() {
        return database.number("select (select count(*) from mapping) + (select count(*) from submission)"
                + " + (select count(*) from submission_cell)");
    }

    private void guess(HostileFile file) {
        String kind = file.name().split(" ")[0];
        String type = TYPES.getOrDefault(kind, "text/csv");
        if (TYPES.containsKey(kind)) {
            kinds.add(kind);
        }
        Response answer = SignedIn.as(null)
                .contentType(type)
                .body(file.bytes())
                .post(GuessResourceTest.GUESS + "?area=AUT&dataflow=VICTIMS");
        boolean taken = answer.statusCode() == 200;
        guessed += taken ? 1 : 0;
        require(file, answer, taken ? "application/json" : "application/problem+json");
    }

    private void show(HostileFile file) {
        Response answer = SignedIn.as(null)
                .multiPart("file", "table", file.bytes(), "application/octet-stream")
                .multiPart("dataflow", "VICTIMS")
                .post("/fr/table");
        require(file, answer, "text/html");
    }

    private void require(HostileFile file, Response answer, String type) {
        boolean known = answer.statusCode() == 200 || (answer.statusCode() >= 400 && answer.statusCode() < 500);
        if (!known || !String.valueOf(answer.contentType()).startsWith(type)) {
            faults.add(file.name() + ": " + answer.statusCode() + " " + answer.contentType());
        }
    }
}
