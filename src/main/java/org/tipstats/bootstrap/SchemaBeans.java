package org.tipstats.bootstrap;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.tipstats.schema.SchemaException;
import org.tipstats.schema.SchemaRegistry;

/** The schemas of this deployment: those of the folder that {@code tipstats.schemas} names, else those that came along. */
class SchemaBeans {

    private static final String FOLDER = "schemas";

    @Produces
    @Singleton
    static SchemaRegistry schemas(@ConfigProperty(name = "tipstats.schemas") Optional<Path> folder) {
        return folder.map(SchemaRegistry::load).orElseGet(SchemaBeans::included);
    }

    private static SchemaRegistry included() {
        URL place = Thread.currentThread().getContextClassLoader().getResource(FOLDER);
        if (place == null) {
            throw new SchemaException("the program was built without the folder " + FOLDER);
        }
        try {
            return load(place.toURI());
        } catch (IOException | URISyntaxException e) {
            throw new SchemaException("the schemas at " + place + " cannot be read: " + e.getMessage(), e);
        }
    }

    /** A folder inside a jar is read through a file system of its own. */
    private static SchemaRegistry load(URI place) throws IOException {
        if (!"jar".equals(place.getScheme())) {
            return SchemaRegistry.load(Path.of(place));
        }
        URI jar = URI.create(place.toString().substring("jar:".length()).replaceFirst("!/.*$", ""));
        try (FileSystem files = FileSystems.newFileSystem(Path.of(jar), Map.of())) {
            return SchemaRegistry.load(files.getPath(FOLDER));
        }
    }
}
