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
}
