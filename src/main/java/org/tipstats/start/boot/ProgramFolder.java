package org.tipstats.start.boot;

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

/** Folders that travel inside the program: plain folders while it is developed, parts of a jar once it is built. */
final class ProgramFolder {

    private ProgramFolder() {}

    /**
     * Does some work with a folder of the class path; paths are valid only meanwhile.
     *
     * @throws IllegalStateException when the program was built without the folder
     */
    static <T> T with(String name, Function<Path, T> work) {
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
