package org.tipstats.publish.remedy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.tipstats.compile.aggregate.SampleCubes;
import org.tipstats.platform.database.JsonText;
import org.tipstats.publish.checks.ReleaseCheck;
import org.tipstats.publish.checks.ReleaseCheck.Outcome;
import org.tipstats.publish.remedy.RemedySummary.RemedyCost;
import org.tipstats.publish.remedy.RemedySummary.RemedyOffer;
import org.tipstats.vocabulary.schema.SchemaRegistry;

class RemedySummaryTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    private static RemedyOffer offer(String id) {
        return new RemedyOffer(id, "A way on.", new RemedyCost(3, 1, BigDecimal.TEN));
    }

    private static final RemedySummary SUMMARY = new RemedySummary(
            List.of("leave-out:VICTIMS:2014:HTI"),
            Map.of(
                    "protection",
                    List.of(
                            offer("leave-out:VICTIMS:2015:HTI"),
                            offer("withhold:VICTIMS:2015:019"),
                            offer("withhold:VICTIMS:2015:019:SEX"),
                            offer("withhold:VICTIMS:2016:019"),
                            offer("withhold:PERSONS:2015:019"))),
            true);

    @Test
    void whatIsStoredIsReadBack_andOldReleasesHaveNone() {
        assertEquals(SUMMARY, RemedySummary.parse(JsonText.write(JSON, SUMMARY), JSON));
        assertEquals(RemedySummary.NONE, RemedySummary.parse(null, JSON));
    }

    @Test
    void onlyTheCheckThatOffersThemShowsThem_andSaysThatMoreMayFollow() {
        ReleaseCheck blocking = ReleaseCheck.of("protection", Outcome.BLOCKING, "Blocked.", List.of(Map.of()));
        assertEquals(5, blocking.with(SUMMARY).remedies().size());
        assertEquals(
                "Blocked. Only the first cases have remedies. More may follow when the draft is compiled with these.",
                blocking.with(SUMMARY).message());
        ReleaseCheck other = ReleaseCheck.passed("content", "Figures.");
        assertEquals(other, other.with(SUMMARY));
        for (boolean more : List.of(false, true)) {
            String message =
                    blocking.with(new RemedySummary(List.of(), Map.of(), more)).message();
            assertTrue(message.startsWith("Blocked. None of the changes to the draft that were tried makes"), message);
        }
        ReleaseCheck empty = ReleaseCheck.of("content", Outcome.BLOCKING, "Nothing to publish.", List.of());
        assertEquals(empty, empty.with(RemedySummary.NONE));
    }

    @Test
    void theShippedSchemasApplyNothingByThemselves() {
        assertEquals(List.of(), SUMMARY.byDefault(SampleCubes.SCHEMAS));
    }

    /** The cheapest of each year of the dataflow whose schema says so. */
    @Test
    void aSchemaMayApplyTheFirstKindByItself() throws IOException {
        assertEquals(
                List.of("withhold:VICTIMS:2015:019", "withhold:VICTIMS:2016:019"),
                SUMMARY.byDefault(schemas()).stream().map(Remedy::id).toList());
    }

    private static SchemaRegistry schemas() throws IOException {
        Map<String, JsonNode> messages = new TreeMap<>();
        try (Stream<Path> files = Files.walk(Path.of("schemas"))) {
            for (Path file :
                    files.filter(each -> each.toString().endsWith(".json")).toList()) {
                messages.put(file.toString(), JSON.readTree(file.toFile()));
            }
        }
        for (JsonNode flow : messages.get("schemas/dataflow/VICTIMS.json").at("/data/dataflows")) {
            if (flow.path("id").asText().equals("VICTIMS")) {
                ((ArrayNode) flow.path("annotations"))
                        .addObject()
                        .put("type", "REMEDY")
                        .put("value", "WITHHOLD_REGION");
            }
        }
        return SchemaRegistry.of(messages);
    }
}
