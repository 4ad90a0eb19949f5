package org.tipstats.start.demo;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.apache.commons.io.function.Uncheck;

/**
 * Gives access to folders that belong to the program. In development they are ordinary folders; after the build they
 * are parts of a jar.
 */
public final class ProgramFolder {

    private ProgramFolder() {}

    /**
     * Returns the files in a folder of the class path, by their paths below this folder. This method is faster than
     * Java's file system for jars, whose start searches all jars of the class path for time zones and other file
     * systems.
     *
     * @throws IllegalStateException if the program was built without the folder
     */
    public static SortedMap<String, byte[]> files(String name) {
        URI place = place(name);
        return Uncheck.get(
                () -> "jar".equals(place.getScheme()) ? entries(jar(place), name + "/") : files(Path.of(place)));
    }

    private static SortedMap<String, byte[]> entries(Path jar, String prefix) throws IOException {
        SortedMap<String, byte[]> found = new TreeMap<>();
        try (ZipFile zip = new ZipFile(jar.toFile())) {
            for (ZipEntry entry : Collections.list(zip.entries())) {
                if (entry.getName().startsWith(prefix) && !entry.isDirectory()) {
                    try (InputStream in = zip.getInputStream(entry)) {
                        found.put(entry.getName().substring(prefix.length()), in.readAllBytes());
                    }
                }
            }
        }
        return found;
    }

    private static SortedMap<String, byte[]> files(Path folder) throws IOException {
        SortedMap<String, byte[]> found = new TreeMap<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                found.put(folder.relativize(file).toString(), Files.readAllBytes(file));
            }
        }
        return found;
    }

    private static URI place(String name) {
        URL place = Thread.currentThread().getContextClassLoader().getResource(name);
        if (place == null) {
            throw new IllegalStateException("the program was built without the folder " + name);
        }
        try {
            return place.toURI();
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Path jar(URI place) {
        return Path.of(URI.create(place.toString().substring("jar:".length()).replaceFirst("!/.*$", "")));
    }
}
