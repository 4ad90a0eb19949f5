package org.tipstats.validate.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.tipstats.validate.rule.Given;
import org.tipstats.validate.table.Baseline;
import org.tipstats.vocabulary.cube.Observation;
import org.tipstats.vocabulary.schema.Dataflow;

/**
 * Validates the files in {@code sample-data/rejected}. Beside each file stands a list of its expected findings, written
 * by hand. To add a case, add a file. {@code areas} are the areas of the submitter, {@code previous} is a file with the
 * current data, {@code others} are files with the current data of other dataflows, {@code mode} may be {@code replace}.
 */
@Execution(ExecutionMode.CONCURRENT)
class SampleDataTest {

    private static final Path REJECTED = Path.of("sample-data/rejected");
    private static final ObjectMapper JSON = new ObjectMapper();
    /**
     * Every attribute of the schemas accepts as much text as a cell can hold, so no file can break this rule. The rules
     * about mappings need a mapping.
     */
    private static final Set<String> OUT_OF_REACH = outOfReach();

    private static Set<String> outOfReach() {
        Set<String> rules = new TreeSet<>(RuleCatalogue.mappingRules());
        rules.add("text-too-long");
        return rules;
    }

    private static List<Path> expectations() throws IOException {
        try (Stream<Path> files = Files.list(REJECTED)) {
            return files.filter(file -> file.toString().endsWith(".expected.json"))
                    .sorted()
                    .toList();
        }
    }

    @TestFactory
    Stream<DynamicTest> everyFileIsRejectedForWhatIsWrongWithIt() throws IOException {
        return expectations().stream()
                .map(file ->
                        DynamicTest.dynamicTest(name(file), () -> assertFound(JSON.readTree(file.toFile()), file)));
    }

    /** Returns the file of an expectation, in any format. */
    private static Path file(Path expectation) {
        return Stream.of(".csv", ".xlsx", ".ods", ".xml", ".json")
                .map(ending -> REJECTED.resolve(name(expectation) + ending))
                .filter(Files::exists)
                .findFirst()
                .orElseThrow();
    }

    private static String name(Path expectation) {
        return expectation.getFileName().toString().replace(".expected.json", "");
    }

    private static void assertFound(JsonNode expected, Path expectation) throws IOException {
        Dataflow dataflow =
                Given.SCHEMAS.dataflow(expected.path("dataflow").asText()).orElseThrow();
        Given given = new Given(
                Files.readAllBytes(file(expectation)),
                dataflow,
                expected.has("areas") ? new HashSet<>(texts(expected.path("areas"))) : null,
                expected.path("mode").asText().equals("replace"),
                baseline(expected, dataflow));
        List<String> lines = new ArrayList<>();
        for (JsonNode finding : expected.path("findings")) {
            lines.add(line(finding));
        }
        List<String> found = given.findings().stream()
                .map(f -> f.severity().word() + " " + Given.line(f))
                .toList();
        assertEquals(String.join("\n", lines), String.join("\n", found));
        SentenceChecks.assertCompleteSentences(given);
    }

    private static String line(JsonNode finding) {
        String value = finding.path("value").isNull()
                ? "-"
                : '"' + finding.path("value").asText() + '"';
        return String.join(
                " ",
                finding.path("severity").asText(),
                finding.path("rule").asText(),
                finding.path("line").isNull() ? "-" : finding.path("line").asText(),
                finding.path("column").isNull() ? "-" : finding.path("column").asText(),
                value,
                texts(finding.path("suggestions")).toString());
    }

    private static List<String> texts(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false)
                .map(JsonNode::asText)
                .toList();
    }

    private static Baseline baseline(JsonNode expected, Dataflow dataflow) throws IOException {
        Map<String, List<Observation>> held = new HashMap<>();
        if (expected.has("previous")) {
            held.put(
                    dataflow.id(),
                    RealDataRowRules.observations(
                            REJECTED.resolve(expected.path("previous").asText()), dataflow));
        }
        for (Map.Entry<String, JsonNode> other : expected.path("others").properties()) {
            Dataflow flow = Given.SCHEMAS.dataflow(other.getKey()).orElseThrow();
            held.put(
                    flow.id(),
                    RealDataRowRules.observations(
                            REJECTED.resolve(other.getValue().asText()), flow));
        }
        return (asked, areas) -> held.getOrDefault(asked.id(), List.of());
    }

    @Test
    void everyRuleHasAFileThatBreaksIt() throws IOException {
        Set<String> broken = new TreeSet<>(OUT_OF_REACH);
        for (Path file : expectations()) {
            JSON.readTree(file.toFile())
                    .path("findings")
                    .forEach(f -> broken.add(f.path("rule").asText()));
        }
        Set<String> rules = new TreeSet<>();
        RuleCatalogue.entries().forEach(entry -> rules.add(entry.id()));
        assertEquals(rules, broken);
        assertTrue(expectations().size() >= 25);
    }

    @Test
    void whatIsAcceptedHasNoErrors() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("sample-data/accepted"))) {
            for (Path file : files.filter(f -> f.toString().endsWith(".csv")).toList()) {
                String dataflow = file.getParent().getFileName().toString();
                Given given = Given.bytes(Files.readAllBytes(file)).to(dataflow);
                assertEquals(0, given.report().counts().error(), file.toString());
            }
        }
    }

    @Test
    void theReferenceDataHasNoErrors() throws IOException {
        byte[] population = Files.readAllBytes(Path.of("sample-data/reference/population.csv"));
        assertEquals(
                0, Given.bytes(population).to("POPULATION").report().counts().error());
    }
}
