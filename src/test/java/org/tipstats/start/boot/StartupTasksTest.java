package org.tipstats.start.boot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.smallrye.config.SmallRyeConfigBuilder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tipstats.platform.provider.ProviderConfig;
import org.tipstats.start.boot.StartupTasks.TokenFile;

class StartupTasksTest {

    @TempDir
    Path home;

    private static ProviderConfig provider(boolean tokens, String groupsOfRole) {
        Map<String, String> settings = new HashMap<>(Map.of(
                "tipstats.oidc.tokens",
                Boolean.toString(tokens),
                "tipstats.oidc.check",
                "PT30S",
                "tipstats.oidc.clock-skew",
                "PT30S"));
        if (groupsOfRole != null) {
            settings.put("tipstats.oidc." + groupsOfRole, "some-group");
        }
        return new SmallRyeConfigBuilder()
                .withMapping(ProviderConfig.class)
                .withDefaultValues(settings)
                .build()
                .getConfigMapping(ProviderConfig.class);
    }

    /** Regression: the start offered a token that was then answered 401. */
    @Test
    void aTokenIsNotOfferedWhileTokensAreSwitchedOff() {
        TokenFile file = new TokenFile(home);
        file.write("tip_secret");
        StartupTasks tasks = new StartupTasks(null, null, null, file, null, provider(false, null), false);
        assertEquals(Optional.empty(), tasks.waitingToken());
        assertTrue(Files.exists(home.resolve(TokenFile.NAME)), "it works again if tokens are switched on");
    }

    @ParameterizedTest
    @CsvSource({
        "true,  ,               false, false",
        "false, ,               false, true",
        "false, ,               true,  false",
        "false, administrators, false, false",
        "false, submitters,     true,  true"
    })
    void aServiceThatNobodyCanAdministerIsFound(boolean tokens, String groupsOfRole, boolean known, boolean found) {
        assertEquals(found, StartupTasks.isWithoutAdministrator(provider(tokens, groupsOfRole), () -> known));
    }
}
