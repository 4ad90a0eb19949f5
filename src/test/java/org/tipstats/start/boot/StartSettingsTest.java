package org.tipstats.start.boot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.smallrye.config.EnvConfigSource;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.eclipse.microprofile.config.Config;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tipstats.start.postgres.DatabaseAddress;
import org.tipstats.start.postgres.DatabaseLogins;
import org.tipstats.start.postgres.StartRefusedException;

/** Tests the choice of the database, and when the demo may run. */
class StartSettingsTest {
    private static final String EXTERNAL = "postgresql://db.example:5432/tip";

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "127.1.2.3", "localhost", "LOCALHOST", "::1", "[::1]", "0:0:0:0:0:0:0:1"})
    void anAddressOfThisMachineAloneIsLoopback(String host) {
        assertTrue(DatabaseAddress.isLoopback(host));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0.0.0.0",
                "::",
                "192.168.1.5",
                "10.0.0.1",
                "2001:db8::1",
                "localhost.example",
                "127.0.0.1.example",
                "",
                "1270.0.0.1",
                "stats.example"
            })
    void anyOtherIsNot(String host) {
        assertFalse(DatabaseAddress.isLoopback(host));
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                // host, database, requested demo, resulting demo
                "127.0.0.1, -, -, true",
                "localhost, -, -, true",
                "127.0.0.1, -, true, true",
                "127.0.0.1, -, false, false",
                "0.0.0.0, -, -, false",
                "0.0.0.0, -, false, false",
                "127.0.0.1, postgresql://db/tip, -, false",
                "127.0.0.1, postgresql://db/tip, true, true",
                "0.0.0.0, postgresql://db/tip, -, false",
            })
    void theDemoIsOnWhereItIsSafeOrAskedFor(String host, String database, String asked, boolean demo) {
        StartSettings settings = StartSettings.from(config(host, database, asked));
        assertEquals(demo, settings.demo());
        assertEquals(database == null, settings.embedded());
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {"0.0.0.0, -", "192.168.1.5, -", "stats.example, postgresql://db/tip", "-, -"})
    void theDemoIsRefusedWhereOtherMachinesReachIt(String host, String database) {
        StartRefusedException refused =
                assertThrows(StartRefusedException.class, () -> StartSettings.from(config(host, database, "true")));
        assertTrue(refused.getMessage().contains("TIPSTATS_DEMO"), refused.getMessage());
        assertTrue(refused.getMessage().contains("QUARKUS_HTTP_HOST"), refused.getMessage());
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "200ms", "PT0.999S", "-5s", "soon"})
    void aSilenceOfLessThanASecondIsRefused(String silence) {
        Config config = config(Map.of("tipstats.database.silence", silence));
        StartRefusedException refused = assertThrows(StartRefusedException.class, () -> StartSettings.from(config));
        assertTrue(refused.getMessage().startsWith("TIPSTATS_DATABASE_SILENCE"), refused.getMessage());
    }

    @ParameterizedTest
    @ValueSource(strings = {"1S", "1s", "1500ms", "1", "PT2S"})
    void aLongerSilenceIsAccepted(String silence) {
        StartSettings.from(config(Map.of("tipstats.database.silence", silence)));
    }

    @Test
    void theHomeIsDotTipstatsInTheWorkingFolder() {
        assertEquals(
                Path.of("").toAbsolutePath().resolve(".tipstats"),
                StartSettings.from(config(Map.of())).home());
        assertEquals(
                Path.of("/srv/tip"),
                StartSettings.from(config(Map.of("tipstats.home", "/srv/x/../tip")))
                        .home());
    }

    @Test
    void environmentVariablesAreUnderstood() {
        StartSettings settings = StartSettings.from(new SmallRyeConfigBuilder()
                .withSources(new EnvConfigSource(
                        Map.of(
                                "TIPSTATS_DATABASE_URL", EXTERNAL,
                                "TIPSTATS_DATABASE_USERNAME", "stat",
                                "TIPSTATS_DATABASE_PASSWORD", "secret",
                                "TIPSTATS_DATABASE_OWNER", "boss",
                                "TIPSTATS_DATABASE_OWNER_PASSWORD", "other",
                                "TIPSTATS_DATABASE_REPLICA_URL", "postgresql://copy.example/tip",
                                "TIPSTATS_DEMO", "true",
                                "QUARKUS_HTTP_HOST", "::1"),
                        300))
                .build());
        String url = "jdbc:postgresql://db.example:5432/tip?sslmode=require";
        assertEquals(
                Optional.of(new DatabaseLogins(
                        new DatabaseAddress(url, Optional.of("boss"), Optional.of("other")),
                        new DatabaseAddress(url, Optional.of("stat"), Optional.of("secret")))),
                settings.external());
        assertEquals(
                Optional.of(new DatabaseAddress(
                        "jdbc:postgresql://copy.example/tip?sslmode=require",
                        Optional.of("stat"),
                        Optional.of("secret"))),
                settings.replica());
        assertTrue(settings.demo());
        assertEquals("::1", settings.host());
    }

    @Test
    void aReplicaMayHaveALoginOfItsOwnAndNeedsADatabase() {
        Map<String, String> both = Map.of(
                "tipstats.database.url",
                EXTERNAL,
                "tipstats.database.replica-url",
                "postgresql://reader:word@localhost/tip");
        StartSettings settings = StartSettings.from(config(both));
        Map<String, String> properties =
                settings.properties(settings.external().orElseThrow(), Path.of("/srv/tip/incoming/process-1"));
        assertEquals("jdbc:postgresql://localhost/tip", properties.get("tipstats.replica.url"));
        assertEquals("reader", properties.get("tipstats.replica.username"));
        assertEquals("word", properties.get("tipstats.replica.password"));
        Config alone = config(Map.of("tipstats.database.replica-url", "postgresql://localhost/tip"));
        assertThrows(StartRefusedException.class, () -> StartSettings.from(alone));
    }

    @Test
    void theServiceIsToldWhatWasDecided() {
        StartSettings settings = StartSettings.from(config("127.0.0.1", null, null));
        DatabaseAddress database =
                new DatabaseAddress("jdbc:postgresql://127.0.0.1:5000/tip", Optional.of("u"), Optional.of("p"));
        assertEquals(
                Map.of(
                        "quarkus.datasource.jdbc.url", "jdbc:postgresql://127.0.0.1:5000/tip",
                        "quarkus.datasource.username", "u",
                        "quarkus.datasource.password", "p",
                        "quarkus.flyway.username", "u",
                        "quarkus.flyway.password", "p",
                        "quarkus.http.host", "127.0.0.1",
                        "tipstats.home", settings.home().toString(),
                        "tipstats.incoming", "/srv/tip/incoming/process-1",
                        "tipstats.embedded", "true",
                        "tipstats.demo", "true"),
                settings.properties(new DatabaseLogins(database, database), Path.of("/srv/tip/incoming/process-1")));
    }

    @Test
    void theMigrationsRunAsTheOwner() {
        Map<String, String> login = new HashMap<>(Map.of(
                "tipstats.database.url", EXTERNAL,
                "tipstats.database.username", "stat",
                "tipstats.database.password", "secret",
                "tipstats.database.owner", "boss",
                "tipstats.database.owner-password", "other"));
        StartSettings settings = StartSettings.from(config(login));
        Map<String, String> properties = settings.properties(settings.external().orElseThrow(), Path.of("/srv/tip"));
        assertEquals("stat", properties.get("quarkus.datasource.username"));
        assertEquals("secret", properties.get("quarkus.datasource.password"));
        assertEquals("boss", properties.get("quarkus.flyway.username"));
        assertEquals("other", properties.get("quarkus.flyway.password"));

        login.remove("tipstats.database.owner-password");
        StartRefusedException refused =
                assertThrows(StartRefusedException.class, () -> StartSettings.from(config(login)));
        assertTrue(refused.getMessage().contains("TIPSTATS_DATABASE_OWNER_PASSWORD"), refused.getMessage());
    }

    @Test
    void theDecisionStandsAboveEveryOtherSource() {
        StartConfigSource.decide(Map.of("tipstats.demo", "false"));
        try {
            assertEquals(
                    "false",
                    new SmallRyeConfigBuilder()
                            .withSources(new StartConfigSource())
                            .withSources(new PropertiesConfigSource(Map.of("tipstats.demo", "true"), "system", 400))
                            .build()
                            .getConfigValue("tipstats.demo")
                            .getValue());
        } finally {
            StartConfigSource.decide(Map.of());
        }
    }

    private static Config config(String host, String database, String demo) {
        Map<String, String> properties = new HashMap<>();
        properties.put("quarkus.http.host", host);
        properties.put("tipstats.database.url", database);
        properties.put("tipstats.demo", demo);
        properties.values().removeIf(Objects::isNull);
        return config(properties);
    }

    private static Config config(Map<String, String> properties) {
        return new SmallRyeConfigBuilder()
                .withSources(new PropertiesConfigSource(properties, "test", 100))
                .build();
    }
}
