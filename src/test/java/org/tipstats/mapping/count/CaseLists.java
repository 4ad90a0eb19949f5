package org.tipstats.mapping.count;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.tipstats.mapping.grid.Grid;
import org.tipstats.mapping.grid.GridReader;
import org.tipstats.vocabulary.schema.SchemaRegistry;

/**
 * The invented lists of cases with the counts that were worked out by hand. The command line and the page are held to the
 * same lists.
 */
public final class CaseLists {

    public static final Path FOLDER = Path.of("src", "test", "resources", "tabulate");
    public static final SchemaRegistry SCHEMAS = SchemaRegistry.load(Path.of("schemas"));
    private static final ObjectMapper JSON = new ObjectMapper();

    private CaseLists() {}

    /** A list with what it is to be counted for, and what is expected. */
    public record CaseList(JsonNode json) {

        public Path file() {
            return FOLDER.resolve(json.get("file").asText());
        }

        public CaseRequest request() {
            return new CaseRequest(
                    SCHEMAS.dataflow(json.get("dataflow").asText()).orElseThrow(),
                    SCHEMAS.areas().find(json.get("area").asText()).orElseThrow(),
                    json.path("year").asText(null),
                    json.path("eachForm").asBoolean());
        }

        /** Counts the list as the command line does. */
        public CaseCounts count() throws IOException {
            Grid grid = GridReader.read(file());
            CaseRequest request = request();
            CaseTable table = json.has("mapping")
                    ? CaseTable.find(grid, CaseMapping.parse(json.get("mapping").toString(), request.dataflow()))
                    : CaseTable.guess(grid, request.dataflow(), request.year() != null);
            return CaseCounter.count(table, request);
        }

        @Override
        public String toString() {
            return json.get("name").asText();
        }
    }

    public static Stream<CaseList> all() {
        try {
            JsonNode lists = JSON.readTree(FOLDER.resolve("cases.json").toFile());
            return StreamSupport.stream(lists.spliterator(), false).map(CaseList::new).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns a list by the name of its file. */
    static CaseList of(String file) {
        List<CaseList> found = all().filter(list -> list.file().endsWith(file)).toList();
        return found.get(0);
    }
}
