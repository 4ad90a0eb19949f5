package org.tipstats.start.command;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tipstats.Seeds;
import org.tipstats.publish.release.NothingPublished;
import org.tipstats.vocabulary.schema.Dataflow;
import org.tipstats.vocabulary.schema.LocalText;
import org.tipstats.vocabulary.schema.SchemaRegistry;

/** Tests that the command line writes the same report, byte for byte, as a service without any data. */
@QuarkusTest
class OfflineLawTest {

    private static final Path SAMPLES = Path.of("sample-data");
    private static final int ACCEPTED_EACH = 16;
    private static final List<String> LANGUAGES = List.copyOf(LocalText.LANGUAGES);

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

    private void assertSameReport(Path file, String dataflow, String language) throws IOException {
        Path report = folder.resolve("report.json");
        CommandRun run = CommandRun.of(
                schemas, clock, dataflow, file.toString(), "--lang", language, "--report", report.toString());
        String service = given().queryParam("dataflow", dataflow)
                .queryParam("lang", language)
                .header("Content-Disposition", "attachment; filename=\"" + file.getFileName() + "\"")
                .contentType("text/csv")
                .body(Files.readAllBytes(file))
                .post("/api/v1/validations")
                .asString();
        assertEquals(service, Files.readString(report), file + " in " + language);
        boolean valid = new ObjectMapper().readTree(service).path("valid").asBoolean();
        assertEquals(valid ? 0 : 1, run.exitCode(), run.err());
    }

    private static String dataflow(Path file) throws IOException {
        String[] parts = file.getFileName().toString().split("\\.");
        if (parts.length > 2 && parts[1].equals(parts[1].toUpperCase(java.util.Locale.ROOT))) {
            return parts[1]; // accepted data of another dataflow
        }
        Path expected = file.resolveSibling(
                file.getFileName().toString().replaceFirst("(\\.previous)?\\.[a-z]+$", ".expected.json"));
        if (Files.exists(expected)) {
            return new ObjectMapper()
                    .readTree(expected.toFile())
                    .path("dataflow")
                    .asText();
        }
        return file.startsWith(SAMPLES.resolve("reference"))
                ? "POPULATION"
                : file.getParent().getFileName().toString();
    }

    private static List<Path> samples(String below) throws IOException {
        try (Stream<Path> files = Files.walk(SAMPLES.resolve(below))) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> !file.toString().matches(".*(\\.expected\\.json|\\.md)"))
                    .sorted()
                    .toList();
        }
    }

    /** The accepted files of a dataflow are alike, so some of each are enough. SampleDataTest validates all of them. */
    @Test
    void sampleFilesHaveTheSameReportOfflineAndOnline() throws IOException {
        List<Path> files = new ArrayList<>(samples("rejected"));
        files.addAll(samples("reference"));
        List<Path> accepted = samples("accepted");
        for (int i = 0; i < accepted.size(); i += ACCEPTED_EACH) {
            files.add(accepted.get(i));
        }
        Set<String> dataflows = new TreeSet<>();
        for (int i = 0; i < files.size(); i++) {
            String dataflow = dataflow(files.get(i));
            dataflows.add(dataflow);
            assertSameReport(files.get(i), dataflow, LANGUAGES.get(i % LANGUAGES.size()));
        }
        assertTrue(files.size() > 120, "only " + files.size() + " files");
        Set<String> all = schemas.submitted().stream().map(Dataflow::id).collect(Collectors.toCollection(TreeSet::new));
        all.removeAll(dataflows);
        assertEquals(Set.of(), all, "no file of these dataflows");
    }

    @Test
    void theOtherFormsAreTheSameToo() throws IOException {
        Path file = samples("rejected").get(0);
        for (String form : List.of("csv", "xlsx", "html")) {
            Path report = folder.resolve("report." + form);
            CommandRun.of(schemas, clock, "VICTIMS", file.toString(), "--lang", "ar", "--report", report.toString());
            byte[] service = given().queryParam("dataflow", "VICTIMS")
                    .queryParam("lang", "ar")
                    .queryParam("format", form)
                    .header("Content-Disposition", "attachment; filename=\"" + file.getFileName() + "\"")
                    .contentType("text/csv")
                    .body(Files.readAllBytes(file))
                    .post("/api/v1/validations")
                    .asByteArray();
            assertArrayEquals(service, Files.readAllBytes(report), form);
        }
    }

    @Test
    void soDoDamagedFiles() throws IOException {
        List<Path> samples = samples("rejected");
        Seeds.check(30, random -> {
            Path sample = samples.get(random.nextInt(samples.size()));
            Path file = folder.resolve("damaged.csv");
            Files.write(file, damaged(Files.readAllBytes(sample), random));
            assertSameReport(file, "VICTIMS", "en");
        });
    }

    private static byte[] damaged(byte[] sample, Random random) {
        byte[] marks = "\"\n\r\t,;|'= 1<A\u0000\u00ff".getBytes(StandardCharsets.ISO_8859_1);
        byte[] bytes = sample.clone();
        for (int i = 0; i < 1 + random.nextInt(8) && bytes.length > 0; i++) {
            bytes[random.nextInt(bytes.length)] = marks[random.nextInt(marks.length)];
        }
        return bytes;
    }
}
