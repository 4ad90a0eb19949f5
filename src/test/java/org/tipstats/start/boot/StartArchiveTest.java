package org.tipstats.start.boot;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which classes the archive of the service must not have. */
class StartArchiveTest {

    @TempDir
    private Path folder;

    @Test
    void classesWithVersionsForNewerJavaStayOut() throws IOException {
        Path jar = folder.resolve("library.jar");
        try (OutputStream out = Files.newOutputStream(jar);
                JarOutputStream entries = new JarOutputStream(out)) {
            for (String name : List.of(
                    "META-INF/versions/11/a/Only.class",
                    "META-INF/versions/17/a/Both$Inner.class",
                    "META-INF/versions/17/a/text.txt",
                    "a/Both$Inner.class",
                    "a/Plain.class")) {
                entries.putNextEntry(new JarEntry(name));
            }
        }
        Set<String> versioned = StartArchive.versioned(List.of(jar));
        assertEquals(Set.of("a/Only", "a/Both$Inner"), versioned);

        List<String> lines = List.of(
                "a/Plain id: 7",
                "a/Only id: 8",
                "a/OnlyOne",
                "@lambda-proxy a/Both$Inner run ()V",
                "@lambda-proxy a/Plain run ()V");
        assertEquals(
                List.of("a/Plain id: 7", "a/OnlyOne", "@lambda-proxy a/Plain run ()V"),
                StartArchive.withoutVersions(lines, versioned));
    }
}
