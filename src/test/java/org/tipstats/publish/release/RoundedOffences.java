package org.tipstats.publish.release;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;

/** A service whose schemas round small counts of offences to the base 3. Everything else is as shipped. */
public class RoundedOffences implements QuarkusTestProfile {

    private static final Path SHIPPED = Path.of("schemas");
    private static final Path OWN = Path.of("target/rounded-schemas");
    private static final String THRESHOLD = "\"type\": \"THRESHOLD\",";
    private static final String ROUNDING = "\"type\": \"DISCLOSURE\", \"value\": \"ROUNDING\" }, { ";

    @Override
    public Map<String, String> getConfigOverrides() {
        try (Stream<Path> files = Files.walk(SHIPPED)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path copy = OWN.resolve(SHIPPED.relativize(file));
                Files.createDirectories(copy.getParent());
                String text = Files.readString(file);
                boolean offences = file.endsWith("OFFENCES.json");
                Files.writeString(copy, offences ? text.replace(THRESHOLD, ROUNDING + THRESHOLD) : text);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Map.of("tipstats.schemas", OWN.toString());
    }
}
