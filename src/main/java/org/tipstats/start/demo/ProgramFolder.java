package org.tipstats.start.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Function;

/**
 * Gives access to folders that belong to the program. In development they are ordinary folders; after the build they
 * are parts of a jar.
 */
public final class ProgramFolder {

    private ProgramFolder() {}

    /**
     * Calls a function with a folder of the class path. Paths in this folder are valid only during the call.
     *
     * @throws IllegalStateException if the program was built without the folder
     */
    public static <T> T with(String name, Function<Path, T> work) {
        URL place = Thread.currentThread().getContextClassLoader().getResource(name);
        if (place == null) {
            throw new IllegalStateException("the program was built without the folder " + name);
        }
        try {
            URI uri = place.toURI();
            if (!"jar".equals(uri.getScheme())) {
                return work.apply(Path.of(uri));
            }
            URI jar = URI.create(uri.toString().substring("jar:".length()).replaceFirst("!/.*$", ""));
            try (FileSystem files = FileSystems.newFileSystem(Path.of(jar), Map.of())) {
                return work.apply(files.getPath(name));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
