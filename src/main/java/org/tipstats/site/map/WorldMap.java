package org.tipstats.site.map;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.runtime.Startup;
import io.smallrye.config.ConfigMapping;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.tipstats.platform.http.EntityTags;

/** The shapes of areas that this service draws. A deployment can replace the default shapes. */
@Startup
@Singleton
final class WorldMap {

    /** The configuration of a deployment's own shapes. */
    @ConfigMapping(prefix = "tipstats.map")
    interface MapConfig {

        /**
         * Returns the file with the deployment's shapes. If the file exists, its shapes replace the default shapes. The
         * default is map.json in the home folder.
         */
        Path file();
    }

    /**
     * The shapes of areas on a plane. The x axis runs to the right, the y axis downwards.
     *
     * @param source the source of the shapes, in one line
     * @param none path data of shapes that belong to no area; may be empty
     * @param dashed path data of borders that are not agreed; may be empty
     * @param areas the shapes of areas by the code of the area
     */
    record AreaShapes(String source, int width, int height, String none, String dashed, Map<String, Shape> areas) {

        private static final Pattern CODE = Pattern.compile("[A-Za-z][A-Za-z0-9_]{0,19}");
        private static final Pattern PATH = Pattern.compile("[MmLlHhVvZzCcSsQqTtAa0-9eE+\\-., ]*");

        /**
         * The shape of an area.
         *
         * @param d path data; null if the area has no shape
         * @param at x and y of the circle that shows the area; null if the shape is large enough to be seen
         */
        record Shape(String d, List<Double> at) {

            Shape {
                if (d == null && at == null
                        || d != null && !PATH.matcher(d).matches()
                        || at != null && at.size() != 2) {
                    throw new IllegalArgumentException("an area has path data, a place of x and y, or both");
                }
            }
        }

        AreaShapes {
            none = none == null ? "" : none;
            dashed = dashed == null ? "" : dashed;
            areas = areas == null ? Map.of() : new TreeMap<>(areas);
            if (source == null
                    || areas.isEmpty()
                    || width <= 0
                    || height <= 0
                    || !PATH.matcher(none + dashed).matches()
                    || !areas.keySet().stream()
                            .allMatch(code -> CODE.matcher(code).matches())) {
                throw new IllegalArgumentException("shapes have a source, a size, path data, and codes of areas");
            }
        }

        /**
         * Parses shapes.
         *
         * @throws IOException if the JSON is not valid or has unknown members
         */
        static AreaShapes read(byte[] json) throws IOException {
            return new ObjectMapper().readValue(json, AreaShapes.class);
        }

        /** Returns all shapes as one SVG file. Each shape has the code of its area as its id. */
        String svg() {
            StringBuilder svg = new StringBuilder(400_000);
            svg.append("<svg xmlns=\"http://www.w3.org/2000/svg\"><defs>\n");
            areas.forEach((code, shape) -> {
                if (shape.d() != null) {
                    path(svg, code, shape.d());
                }
            });
            path(svg, "-none", none);
            path(svg, "-dashed", dashed);
            return svg.append("</defs></svg>\n").toString();
        }

        private static void path(StringBuilder svg, String id, String d) {
            svg.append("<path id=\"").append(id).append("\" d=\"").append(d).append("\"/>\n");
        }
    }

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

    /** Returns the link to the file with all shapes. This file may be cached for ever. */
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
