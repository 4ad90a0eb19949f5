package org.tipstats.site.session;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.List;
import java.util.Map;

/**
 * A service whose people and programs sign in with Keycloak, beside its own tokens, and in which areas must confirm their
 * figures. One start of the framework serves both.
 */
public class WithProvider implements QuarkusTestProfile {

    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of("tipstats.consultation.blocks", "true");
    }

    @Override
    public List<TestResourceEntry> testResources() {
        return List.of(new TestResourceEntry(KeycloakServer.class));
    }
}
