package org.tipstats.site.map;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.geom.Path2D;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tipstats.site.map.WorldMap.AreaShapes;
import org.tipstats.vocabulary.schema.Code;
import org.tipstats.vocabulary.schema.SchemaRegistry;

/** Tests the default shapes, and the shapes of a deployment. */
class AreaShapesTest {

    private static final Pattern PART = Pattern.compile("([Ml])|(z)|(-?[0-9.]+)[ ,]?(-?[0-9.]+)");

    @TempDir
    Path folder;

    private static AreaShapes shapes() throws IOException {
        try (InputStream content = AreaShapes.class.getResourceAsStream("world.json")) {
            return AreaShapes.read(content.readAllBytes());
        }
    }

    @Test
    void everyAreaOfTheListIsThereAndNothingElse() throws IOException {
        Set<String> areas = SchemaRegistry.load(Path.of("schemas")).areas().codes().stream()
                .filter(code -> !code.isAreaGroup())
                .map(Code::id)
                .collect(Collectors.toCollection(TreeSet::new));
        areas.remove("ATA");

        assertEquals(areas, shapes().areas().keySet());
    }

    @Test
    void theFileIsSmallAndCoordinatesHaveOneDecimal() throws IOException {
        String svg = shapes().svg();
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
            out.write(svg.getBytes(StandardCharsets.UTF_8));
        }

        assertTrue(packed.size() <= 100_000, "it has " + packed.size() + " bytes");
        assertFalse(Pattern.compile("\\.[0-9]{2}").matcher(svg).find());
        assertFalse(shapes().dashed().isEmpty());
    }

    /** Points that the United Nations and other sources assign to different areas, and undisputed ones. */
    @ParameterizedTest
    @CsvSource({
        "AUT, 14.1, 47.6",
        "UKR, 34.3, 45.3",
        "ESH, -13.0, 24.5",
        "SYR, 35.75, 33.0",
        "SRB, 21.0, 42.6",
        "CYP, 33.4, 35.25",
        "SOM, 45.0, 9.5",
        "PSE, 35.25, 32.1",
        "SSD, 30.0, 7.0",
        "GUF, -53.0, 4.0",
        "SJM, 16.0, 78.5",
        "GRL, -40.0, 72.0"
    })
    void aPlaceLiesInItsArea(String area, double longitude, double latitude) throws IOException {
        double[] at = equalEarth(longitude, latitude);
        List<String> holding = shapes().areas().entrySet().stream()
                .filter(entry -> entry.getValue().d() != null)
                .filter(entry -> outline(entry.getValue().d()).contains(at[0], at[1]))
                .map(Map.Entry::getKey)
                .toList();

        assertEquals(List.of(area), holding);
    }

    /**
     * Returns the published formula of the Equal Earth projection (Šavrič, Patterson, Jenny 2018), on a plane 1000
     * units wide.
     */
    private static double[] equalEarth(double longitude, double latitude) {
        double m = Math.sqrt(3) / 2;
        double t = Math.asin(m * Math.sin(Math.toRadians(latitude)));
        double t2 = t * t;
        double t6 = t2 * t2 * t2;
        double x = Math.toRadians(longitude)
                * Math.cos(t)
                / (m * (1.340264 - 3 * 0.081106 * t2 + t6 * (7 * 0.000893 + 9 * 0.003796 * t2)));
        double y = t * (1.340264 - 0.081106 * t2 + t6 * (0.000893 + 0.003796 * t2));
        double widest = Math.PI / (m * 1.340264);
        double scale = 500 / widest;
        return new double[] {500 + scale * x, 243.4 - scale * y};
    }

    private static Path2D outline(String d) {
        Path2D path = new Path2D.Double(Path2D.WIND_EVEN_ODD);
        double x = 0;
        double y = 0;
        boolean start = false;
        for (MatchResult part : PART.matcher(d).results().toList()) {
            if (part.group(1) != null) {
                start = part.group(1).equals("M");
            } else if (part.group(2) != null) {
                path.closePath();
            } else if (start) {
                x = Double.parseDouble(part.group(3));
                y = Double.parseDouble(part.group(4));
                path.moveTo(x, y);
            } else {
                x += Double.parseDouble(part.group(3));
                y += Double.parseDouble(part.group(4));
                path.lineTo(x, y);
            }
        }
        return path;
    }

    @Test
    void aDeploymentBringsItsOwnShapes() throws IOException {
        Path own = folder.resolve("map.json");
        String before = new WorldMap(() -> own).address();
        Files.writeString(own, """
                {"source": "Ours", "width": 10, "height": 5, "areas": {"AUT": {"d": "M0 0l1 0 0 1z"}}}
                """);
        WorldMap world = new WorldMap(() -> own);

        assertEquals(Set.of("AUT"), world.shapes().areas().keySet());
        assertFalse(world.address().equals(before), "another file must have another address");
        assertTrue(new String(world.file(), StandardCharsets.UTF_8).contains("<path id=\"AUT\" d=\"M0 0l1 0 0 1z\"/>"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "no text of this kind",
                "{\"source\": \"Ours\", \"width\": 10, \"height\": 5, \"areas\": {}}",
                "{\"source\": \"Ours\", \"width\": 10, \"height\": 5, \"areas\": {\"AUT\": {}}}",
                "{\"source\": \"Ours\", \"width\": 10, \"height\": 5, \"areas\": {\"AUT\": {\"d\": \"M0 0\\\"/><script>\"}}}",
                "{\"source\": \"Ours\", \"width\": 10, \"height\": 5, \"areas\": {\"A\\\">\": {\"d\": \"M0 0\"}}}",
                "{\"source\": \"Ours\", \"width\": 10, \"height\": 5, \"areas\": {\"AUT\": {\"at\": [1]}}}"
            })
    void shapesThatCannotBeReadStopTheStart(String text) throws IOException {
        Path own = folder.resolve("map.json");
        Files.writeString(own, text);

        assertThrows(UncheckedIOException.class, () -> new WorldMap(() -> own));
    }
}
