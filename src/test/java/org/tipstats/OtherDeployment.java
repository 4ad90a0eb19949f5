package org.tipstats;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.tipstats.platform.mail.MailPort;
import org.tipstats.site.session.KeycloakServer;
import org.tipstats.start.boot.LateDatabase;
import org.tipstats.vocabulary.schema.ChangedSchemas;
import org.tipstats.vocabulary.schema.SchemasWithGroup;

/**
 * A service as another deployment may have it, for all tests that need other settings than the shipped ones. Its people and
 * programs sign in with Keycloak, beside its own tokens. Areas must confirm their figures. Its schemas name a group of four
 * islands beside the regions, and round small counts of offences to the base 3. It has a public address, and its database
 * comes late. Each profile of tests builds and starts the program again, 25 seconds of the processor, so all of these tests
 * share this one.
 */
public class OtherDeployment implements QuarkusTestProfile {

    public static final String ADDRESS = "https://stats.example.org";

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
        return Map.of(
                "tipstats.consultation.blocks",
                "true",
                "tipstats.schemas",
                SCHEMAS.toString(),
                "tipstats.catalogue.address",
                ADDRESS,
                "tipstats.database.silence",
                "12S");
    }

    @Override
    public List<TestResourceEntry> testResources() {
        return Stream.of(KeycloakServer.class, LateDatabase.class, MailPort.class)
                .map(TestResourceEntry::new)
                .toList();
    }

    /** The late database stands in place of the usual one. */
    @Override
    public boolean disableGlobalTestResources() {
        return true;
    }
}
