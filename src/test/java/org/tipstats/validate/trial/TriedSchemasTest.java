package org.tipstats.validate.trial;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tipstats.validate.trial.TriedSchemas.SchemaFile;
import org.tipstats.vocabulary.schema.Dataflow;
import org.tipstats.vocabulary.schema.SchemaException;
import org.tipstats.vocabulary.schema.SchemaRegistry;

class TriedSchemasTest {

    private static final Path SCHEMAS = Path.of("schemas");
    private static final SchemaRegistry PRESENT = SchemaRegistry.load(SCHEMAS);

    @TempDir
    Path folder;

    private static SchemaRegistry read(Path... files) {
        return TriedSchemas.read(
                PRESENT,
                Stream.of(files)
                        .map(file -> new SchemaFile(file.toString(), file))
                        .toList());
    }

    private static List<String> ids(SchemaRegistry schemas) {
        return schemas.dataflows().stream().map(Dataflow::id).toList();
    }

    private Path zip() throws IOException {
        Path zip = folder.resolve("schemas.zip");
        try (OutputStream out = Files.newOutputStream(zip);
                ZipOutputStream entries = new ZipOutputStream(out);
                Stream<Path> files = Files.walk(SCHEMAS)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                entries.putNextEntry(new ZipEntry("my/" + file));
                Files.copy(file, entries);
            }
        }
        return zip;
    }

    private Path written(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    private String refusal(Path... files) {
        return assertThrows(SchemaException.class, () -> read(files)).getMessage();
    }

    @Test
    void aFolderAndAZipFileHaveAllSchemas() throws IOException {
        assertEquals(ids(PRESENT), ids(read(SCHEMAS)));
        assertEquals(ids(PRESENT), ids(read(zip())));
        Path half = Files.createDirectory(folder.resolve("half"));
        Files.copy(SCHEMAS.resolve("codelist/CL_SEX.json"), half.resolve("CL_SEX.json"));
        assertEquals("the schemas hold no dataflow", refusal(half));
    }

    @Test
    void singleFilesReplaceWhatHasTheirIds() throws IOException {
        String sexes = Files.readString(SCHEMAS.resolve("codelist/CL_SEX.json"));
        Path changed = written("any-name.json", sexes.replace("\"_O\"", "\"_X\""));
        SchemaRegistry schemas = read(changed);
        assertEquals(ids(PRESENT), ids(schemas));
        assertTrue(schemas.codeIds("CL_SEX").contains("_X"));
        assertEquals(PRESENT.codeIds("CL_AGE"), schemas.codeIds("CL_AGE"));
        assertTrue(schemas.dataflow("VICTIMS").orElseThrow().structure().dimensions().stream()
                .anyMatch(dimension -> dimension.codes().find("_X").isPresent()));
    }

    @Test
    void whatIsNoSetOfSchemasIsRefusedWithAReason() throws IOException {
        Path text = written("a.txt", "x");
        Path broken = written("b.json", "{");
        assertEquals("send one folder or ZIP file with all schemas, or the JSON files that change", refusal(text));
        assertEquals(
                "send one folder or ZIP file with all schemas, or the JSON files that change", refusal(zip(), broken));
        assertTrue(refusal(broken).startsWith(broken + " is not JSON: "), refusal(broken));
        assertEquals("there is no JSON file in it", refusal(written("c.zip", "no ZIP")));
        assertEquals(
                "there is no code list, concept, structure, dataflow or constraint in it",
                refusal(written("d.json", "{\"data\": {}}")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "sum-exceds-total | severity=error | there is no such rule",
                "sum-exceeds-total | severity=eror | the severity \"eror\" is not error, warning or information",
                "sum-exceeds-total | tolerence=2 | there is no setting \"tolerence\"",
                "sum-exceeds-total | tolerance=2.5 | the setting \"tolerance\" is a whole number, not \"2.5\""
            })
    void settingsThatNoRuleHasAreRefused(String rule, String settings, String reason) throws IOException {
        String text = Files.readString(SCHEMAS.resolve("dataflow/VICTIMS.json"));
        String changed = text.replaceFirst(
                "(?s)\"sum-exceeds-total\"(,\\s*\"type\": *\"RULE\",\\s*\"value\": *\")[^\"]*",
                "\"" + rule + "\"$1" + settings);
        assertEquals("dataflow VICTIMS, rule " + rule + ": " + reason, refusal(written("v.json", changed)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"value\": \"SEX\" | \"value\": \"SECKS\" | SEX has the unknown ROLE SECKS",
                "\"startTime\": \"2000 | \"startTime\": \"MM | TIME_PERIOD has the startTime MM, which is no year"
            })
    void structuresThatTheProgramCannotUseAreRefused(String text, String other, String reason) throws IOException {
        String changed =
                Files.readString(SCHEMAS.resolve("dataflow/VICTIMS.json")).replace(text, other);
        assertEquals(reason, refusal(written("v.json", changed)));
    }
}
