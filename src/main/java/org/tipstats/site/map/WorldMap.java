package org.tipstats.site.map;

import io.quarkus.runtime.Startup;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.tipstats.platform.http.EntityTags;

/** The shapes that this service draws: those of the deployment, or the default ones. */
@Startup
@Singleton
final class WorldMap {

    private static final int DIGITS = 12;

    private final AreaShapes shapes;
    private final byte[] file;
    private final String version;

    WorldMap(MapConfig config) {
        this.shapes = read(config.file());
        this.file = shapes.svg().getBytes(StandardCharsets.UTF_8);
        this.version = EntityTags.of(file).substring(0, DIGITS);
    }

    AreaShapes shapes() {
        return shapes;
    }

    byte[] file() {
        return file.clone();
    }

    String version() {
        return version;
    }

    /** Returns the address of the file with all shapes. It may be cached for ever. */
    String address() {
        return "/map/" + version + "/world.svg";
    }

    private static AreaShapes read(Path own) {
        try {
            if (Files.isRegularFile(own)) {
                return AreaShapes.read(Files.readAllBytes(own));
            }
            try (InputStream content = WorldMap.class.getResourceAsStream("world.json")) {
                return AreaShapes.read(content.readAllBytes());
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the shapes of the map cannot be read, see " + own.toAbsolutePath(), e);
        }
    }
}
