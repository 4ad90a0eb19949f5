package org.tipstats.collect.receive;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tipstats.SignedIn;
import org.tipstats.publish.release.NothingPublished;
import org.tipstats.start.command.CommandRun;
import org.tipstats.vocabulary.schema.SchemaRegistry;

/**
 * Checks that {@code --previous} on the command line reports the same as the service reports to the area's submitter
 * once the previous file is accepted. The lists of passed and not executed rules may differ, because only the service
 * knows the submitter's areas and the figures of other dataflows.
 */
@QuarkusTest
class PreviousFileLawTest {

    private static final Path REJECTED = Path.of("sample-data/rejected");
    private static final ObjectMapper JSON = new ObjectMapper();

    @Inject
    Desk desk;

    @Inject
    SignedIn signedIn;

    @Inject
    SchemaRegistry schemas;

    @Inject
    Clock clock;

    @TempDir
    Path folder;

    @BeforeEach
    void nothingIsPublished() {
        NothingPublished.toValidations();
    }

    private static List<Path> expectationsWithAPreviousFile() throws IOException {
        List<Path> found = new ArrayList<>();
        try (Stream<Path> files = Files.list(REJECTED)) {
            for (Path file : files.filter(f -> f.toString().endsWith(".expected.json"))
                    .sorted()
                    .toList()) {
                if (JSON.readTree(file.toFile()).has("previous")) {
                    found.add(file);
                }
            }
        }
        return found;
    }

    @Test
    void butForTheListsOfRulesAPreviousFileStandsForWhatTheServiceAccepted() throws IOException {
        List<Path> expectations = expectationsWithAPreviousFile();
        assertTrue(expectations.size() >= 3, expectations.toString());
        for (Path expectation : expectations) {
            JsonNode expected = JSON.readTree(expectation.toFile());
            String area = desk.area();
            Path previous =
                    forArea(area, REJECTED.resolve(expected.path("previous").asText()));
            Path file = forArea(
                    area,
                    expectation.resolveSibling(
                            expectation.getFileName().toString().replace(".expected.json", ".csv")));
            accept(area, previous, expected.path("dataflow").asText());
            ObjectNode service = service(area, file, expected);
            ObjectNode offline = offline(previous, file, expected);
            assertEquals(
                    expected.path("findings").findValuesAsText("rule"),
                    offline.path("findings").findValuesAsText("rule"),
                    file.toString());
            assertEquals(withoutLists(service), withoutLists(offline), file.toString());
        }
    }

    /** Copies a sample and replaces its area, of which it has only one, by an area that no other test uses. */
    private Path forArea(String area, Path sample) throws IOException {
        Path file = folder.resolve(sample.getFileName());
        String text = Files.readString(sample);
        String changed = text.replaceAll("(?m)^((?:D,)?)[A-Z]{3},", "$1" + area + ",");
        assertTrue(!changed.equals(text), sample + " has no area");
        return Files.writeString(file, changed);
    }

    private void accept(String area, Path previous, String dataflow) throws IOException {
        String id = Desk.sending(signedIn.submitter(area), Files.readString(previous), "dataflow", dataflow)
                .post(Desk.SUBMISSIONS)
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        desk.accept(id).statusCode(200);
    }

    private ObjectNode service(String area, Path file, JsonNode expected) throws IOException {
        String report = Desk.sending(
                        signedIn.submitter(area),
                        Files.readString(file),
                        "dataflow",
                        expected.path("dataflow").asText(),
                        "mode",
                        expected.path("mode").asText("merge"))
                .header("Content-Disposition", "attachment; filename=\"" + file.getFileName() + "\"")
                .post(Desk.VALIDATIONS)
                .then()
                .statusCode(200)
                .extract()
                .asString();
        return (ObjectNode) JSON.readTree(report);
    }

    private ObjectNode offline(Path previous, Path file, JsonNode expected) throws IOException {
        Path report = folder.resolve("report.json");
        List<String> arguments = new ArrayList<>(List.of(
                expected.path("dataflow").asText(),
                file.toString(),
                "--previous",
                previous.toString(),
                "--report",
                report.toString()));
        if (expected.path("mode").asText().equals("replace")) {
            arguments.add("--replace");
        }
        CommandRun run = CommandRun.of(schemas, clock, arguments.toArray(String[]::new));
        assertEquals(0, run.exitCode(), run.err());
        return (ObjectNode) JSON.readTree(report.toFile());
    }

    /** Returns all other members, in their order. */
    private static String withoutLists(ObjectNode report) {
        assertTrue(report.has("passed") && report.has("notRun"));
        return report.deepCopy().without(List.of("passed", "notRun")).toString();
    }
}
