package org.tipstats.start.boot;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Map;
import org.eclipse.microprofile.config.Config;
import org.junit.jupiter.api.Test;
import org.tipstats.start.postgres.StartRefusedException;

class StartPortsTest {

    private static Config ports(int http, int management) {
        Map<String, String> settings = Map.of(
                "quarkus.http.host",
                "127.0.0.1",
                "quarkus.http.port",
                Integer.toString(http),
                "quarkus.management.host",
                "127.0.0.1",
                "quarkus.management.port",
                Integer.toString(management));
        return new SmallRyeConfigBuilder()
                .withSources(new PropertiesConfigSource(settings, "test", 100))
                .build();
    }

    @Test
    void freePortsAreFine() {
        assertDoesNotThrow(() -> StartPorts.check(ports(0, 0)));
    }

    @Test
    void aPortInUseNamesTheSettingToChange() throws IOException {
        try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            int taken = other.getLocalPort();
            assertNames(taken, ports(taken, 0), "QUARKUS_HTTP_PORT");
            assertNames(taken, ports(0, taken), "QUARKUS_MANAGEMENT_PORT");
        }
    }

    /** Regression: the start ended with a stack trace. */
    @Test
    void aNumberThatIsNoPortNamesTheSettingToChange() {
        assertNames(70_000, ports(70_000, 0), "QUARKUS_HTTP_PORT");
    }

    private static void assertNames(int port, Config config, String setting) {
        String message = assertThrows(StartRefusedException.class, () -> StartPorts.check(config))
                .getMessage();
        assertTrue(message.contains("port " + port + " of 127.0.0.1"), message);
        assertTrue(message.contains("set " + setting + " to another one"), message);
    }
}
