package org.tipstats.start.boot;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import org.eclipse.microprofile.config.Config;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tipstats.start.postgres.StartRefusedException;

/** Tests who may run the service, and that secrets come from files. */
class StartGuardTest {

    private static final boolean DEMO = true;
    private static final boolean ROOT = true;

    @TempDir
    Path folder;

    @Test
    void withoutTheDemoRootIsRefusedUnlessTheOperatorAllowsIt() {
        String message = refusal(config(Map.of()), ROOT);
        assertTrue(message.contains("root") && message.contains("TIPSTATS_ALLOW_ROOT"), message);
        assertDoesNotThrow(() -> StartGuard.check(config(Map.of("tipstats.allow-root", "true")), !DEMO, ROOT));
        assertDoesNotThrow(() -> StartGuard.check(config(Map.of()), DEMO, ROOT));
        assertDoesNotThrow(() -> StartGuard.check(config(Map.of()), !DEMO, !ROOT));
    }

    @Test
    void aFolderOfSecretsThatIsNotThereIsRefused() {
        String missing = folder.resolve("missing").toString();
        String message = refusal(config(Map.of("tipstats.secrets", missing)), !ROOT);
        assertTrue(message.contains("TIPSTATS_SECRETS") && message.contains(missing), message);
    }

    @Test
    void mailNeedsASenderAndAnAddressForItsLinks() {
        Map<String, String> host = Map.of("tipstats.mail.host", "mail.example.org");
        Map<String, String> sender =
                Map.of("tipstats.mail.host", "mail.example.org", "tipstats.mail.from", "tipstats@example.org");
        assertTrue(refusal(config(host), !ROOT).contains("TIPSTATS_MAIL_FROM"));
        assertTrue(refusal(config(sender), !ROOT).contains("TIPSTATS_CATALOGUE_ADDRESS"));
    }

    @Test
    void filesInTheFolderOfSecretsAreSettings() throws IOException {
        Files.writeString(folder.resolve("TIPSTATS_DATABASE_PASSWORD"), "s3 cret\n");
        Files.writeString(folder.resolve("tipstats.webhooks.key"), "AAEC");
        Map<String, String> url = Map.of("tipstats.database.url", "postgresql://db.example/tip");
        Config without = config(url);
        Config with = new SmallRyeConfigBuilder()
                .addDiscoveredSources()
                .withInterceptors()
                .addDefaultInterceptors()
                .withSources(new PropertiesConfigSource(url, "given", 100))
                .withSources(new PropertiesConfigSource(
                        Map.of("tipstats.secrets", folder.toString(), LOCATIONS, locations()), "program", 50))
                .build();
        assertEquals(Optional.of("s3 cret"), password(with));
        assertEquals("AAEC", with.getValue("tipstats.webhooks.key", String.class));
        assertEquals(Optional.empty(), password(without));
    }

    @Test
    void aProviderThatCannotBeTrustedIsRefused() {
        Map<String, String> good = Map.of(
                "tipstats.oidc.issuer",
                "https://id.example/realms/tip",
                "tipstats.oidc.client-id",
                "tipstats",
                "tipstats.oidc.client-secret",
                "s3cret",
                "tipstats.oidc.audience",
                "tipstats-api");
        assertDoesNotThrow(() -> StartGuard.check(config(good), !DEMO, !ROOT));
        assertDoesNotThrow(
                () -> StartGuard.check(with(good, "issuer", "http://localhost:8180/realms/tip"), !DEMO, !ROOT));
        for (String issuer : List.of(
                "http://id.example/", "id.example", "https:/id.example", "http:/id.example", "https://id example/")) {
            String message = refusal(with(good, "issuer", issuer), !ROOT);
            assertTrue(message.contains("TIPSTATS_OIDC_ISSUER must be") && message.contains(issuer), message);
        }
        assertTrue(refusal(with(good, "audience", "tipstats"), !ROOT).contains("TIPSTATS_OIDC_AUDIENCE must differ"));
        assertTrue(refusal(with(good, "client-secret", ""), !ROOT).contains("TIPSTATS_OIDC_CLIENT_SECRET"));
        assertTrue(
                refusal(config(Map.of("tipstats.oidc.tokens", "false")), !ROOT).contains("nobody could sign in"));
    }

    private static Config with(Map<String, String> settings, String name, String value) {
        Map<String, String> changed = new HashMap<>(settings);
        changed.put("tipstats.oidc." + name, value);
        return config(changed);
    }

    private static final String LOCATIONS = "smallrye.config.source.file.locations";

    /** Returns how the program names the folder to the library. */
    private static String locations() throws IOException {
        Properties program = new Properties();
        try (var in = Files.newInputStream(Path.of("src", "main", "resources", "application.properties"))) {
            program.load(in);
        }
        return program.getProperty(LOCATIONS);
    }

    private static Optional<String> password(Config config) {
        return StartSettings.from(config).external().orElseThrow().service().password();
    }

    private static String refusal(Config config, boolean root) {
        return assertThrows(StartRefusedException.class, () -> StartGuard.check(config, !DEMO, root))
                .getMessage();
    }

    private static Config config(Map<String, String> values) {
        return new SmallRyeConfigBuilder()
                .withSources(new PropertiesConfigSource(values, "given", 100))
                .build();
    }
}
