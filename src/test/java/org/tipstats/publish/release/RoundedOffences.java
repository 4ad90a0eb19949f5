package org.tipstats.publish.release;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.nio.file.Path;
import java.util.Map;
import org.tipstats.vocabulary.schema.ChangedSchemas;

/** A service whose schemas round small counts of offences to the base 3. Everything else is as shipped. */
public class RoundedOffences implements QuarkusTestProfile {

    private static final Path OWN = Path.of("target/rounded-schemas");
    private static final String THRESHOLD = "\"type\": \"THRESHOLD\",";
    private static final String ROUNDING = "\"type\": \"DISCLOSURE\", \"value\": \"ROUNDING\" }, { ";

    @Override
    public Map<String, String> getConfigOverrides() {
        ChangedSchemas.copy(
                OWN,
                (file, text) -> file.endsWith("OFFENCES.json") ? text.replace(THRESHOLD, ROUNDING + THRESHOLD) : text);
        return Map.of("tipstats.schemas", OWN.toString());
    }
}
