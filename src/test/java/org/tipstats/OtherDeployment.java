package org.tipstats;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.tipstats.site.session.KeycloakServer;
import org.tipstats.vocabulary.schema.ChangedSchemas;
import org.tipstats.vocabulary.schema.SchemasWithGroup;

/**
 * A service as another deployment may have it, for all tests that need other settings than the shipped ones. Its people and
 * programs sign in with Keycloak, beside its own tokens. Areas must confirm their figures. Its schemas name a group of four
 * islands beside the regions, and round small counts of offences to the base 3. Each profile of tests builds and starts
 * the program again, 25 seconds of the processor, so all of these tests share this one.
 */
public class OtherDeployment implements QuarkusTestProfile {

    private static final Path SCHEMAS = Path.of("target/other-schemas");
    private static final String THRESHOLD = "\"type\": \"THRESHOLD\",";
    private static final String ROUNDING = "\"type\": \"DISCLOSURE\", \"value\": \"ROUNDING\" }, { ";

    @Override
    public Map<String, String> getConfigOverrides() {
        ChangedSchemas.copy(
                SCHEMAS,
                (file, text) -> file.endsWith("OFFENCES.json")
                        ? text.replace(THRESHOLD, ROUNDING + THRESHOLD)
                        : SchemasWithGroup.add(file, text));
        return Map.of("tipstats.consultation.blocks", "true", "tipstats.schemas", SCHEMAS.toString());
    }

    @Override
    public List<TestResourceEntry> testResources() {
        return List.of(new TestResourceEntry(KeycloakServer.class));
    }
}
