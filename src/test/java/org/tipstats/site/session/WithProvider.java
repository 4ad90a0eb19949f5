package org.tipstats.site.session;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.List;

/** A service whose people and programs sign in with Keycloak, beside its own tokens. */
public class WithProvider implements QuarkusTestProfile {

    @Override
    public List<TestResourceEntry> testResources() {
        return List.of(new TestResourceEntry(KeycloakServer.class));
    }
}
