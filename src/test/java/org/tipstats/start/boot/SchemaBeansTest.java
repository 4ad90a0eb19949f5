package org.tipstats.start.boot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tipstats.vocabulary.schema.SchemaException;
import org.tipstats.vocabulary.schema.SchemaRegistry;

class SchemaBeansTest {

    private static final Path SCHEMAS = Path.of("schemas");

    @TempDir
    Path folder;

    private static void hasAustria(SchemaRegistry schemas) {
        assertTrue(schemas.areas().find("AUT").isPresent());
        assertTrue(schemas.dataflow("VICTIMS").isPresent());
    }

    @Test
    void theSchemasThatCameAlongAreRead() {
        hasAustria(SchemaBeans.schemas(Optional.empty()));
    }

    @Test
    void theyAreReadOutOfAJarAsWell() throws IOException {
        Path jar = folder.resolve("with space.jar");
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar));
                Stream<Path> files = Files.walk(SCHEMAS)) {
            files.forEach(file -> add(out, file));
        }
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        try (URLClassLoader loader = new URLClassLoader(new URL[] {jar.toUri().toURL()}, null)) {
            thread.setContextClassLoader(loader);
            hasAustria(SchemaBeans.schemas(Optional.empty()));
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    private static void add(JarOutputStream out, Path file) {
        try {
            boolean directory = Files.isDirectory(file);
            out.putNextEntry(new JarEntry(file.toString().replace('\\', '/') + (directory ? "/" : "")));
            if (!directory) {
                Files.copy(file, out);
            }
            out.closeEntry();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void aDeploymentsOwnFolderComesFirst() throws IOException {
        assertEquals(
                SchemaBeans.schemas(Optional.empty()).areas().size(),
                SchemaBeans.schemas(Optional.of(SCHEMAS)).areas().size());
        Path empty = Files.createDirectory(folder.resolve("empty"));
        assertThrows(SchemaException.class, () -> SchemaBeans.schemas(Optional.of(empty)));
    }

    @Test
    void aSettingThatNoRuleHasStopsTheStart() throws IOException {
        String text = Files.readString(SCHEMAS.resolve("dataflow/VICTIMS.json"));
        Path own = copyWith("dataflow/VICTIMS.json", text.replaceFirst("\"severity=\\w+", "\"severity=fatal"));
        SchemaException refused = assertThrows(SchemaException.class, () -> SchemaBeans.schemas(Optional.of(own)));
        assertTrue(
                refused.getMessage().contains("\"fatal\" is not error, warning or information"), refused::getMessage);
    }

    @Test
    void aCopyBesideAFileStopsTheStart() throws IOException {
        Path own = copyWith("codelist/CL_SEX_old.json", Files.readString(SCHEMAS.resolve("codelist/CL_SEX.json")));
        SchemaException refused = assertThrows(SchemaException.class, () -> SchemaBeans.schemas(Optional.of(own)));
        assertEquals(
                "both codelist/CL_SEX.json and codelist/CL_SEX_old.json have CL_SEX. Keep one of them.",
                refused.getMessage());
    }

    /** Regression: the standard gives the scheme of each agency's own agencies the id AGENCIES. */
    @Test
    void schemesOfTwoAgenciesMayHaveOneId() throws IOException {
        String scheme = "{\"data\": {\"agencySchemes\": [{\"id\": \"AGENCIES\", \"agencyID\": \"TIPSTATS\"}]}}";
        Path own = copyWith("organisation/OWN.json", scheme);
        assertEquals(
                2,
                SchemaBeans.schemas(Optional.of(own)).artefacts("agencySchemes").size());
    }

    private Path copyWith(String file, String text) throws IOException {
        Path own = folder.resolve("own");
        try (Stream<Path> files = Files.walk(SCHEMAS)) {
            for (Path each : files.toList()) {
                Files.copy(each, own.resolve(SCHEMAS.relativize(each)));
            }
        }
        Files.writeString(own.resolve(file), text);
        return own;
    }
}
