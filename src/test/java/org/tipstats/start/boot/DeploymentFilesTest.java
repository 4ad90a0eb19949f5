package org.tipstats.start.boot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.smallrye.config.WithDefault;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.tipstats.platform.connection.BodyConfig;

/** Tests that the files for a deployment name what the program has, and give it no rights that it does not need. */
class DeploymentFilesTest {

    private static final Path MAIN = Path.of("src", "main");
    private static final Pattern SETTING = Pattern.compile("\\b(?:TIPSTATS|QUARKUS)_[A-Z_]+[A-Z]");
    private static final Set<String> PROBES = Set.of("/q/health/live", "/q/health/ready");
    private static final String HOME = "/var/lib/tipstats";

    private static String text(String file) throws IOException {
        return Files.readString(MAIN.resolve(file));
    }

    private static JsonNode compose() throws IOException {
        return new YAMLMapper().readTree(text("docker/compose.yaml"));
    }

    /** The manifests for Kubernetes by kind. */
    private static Map<String, JsonNode> manifests() throws IOException {
        Map<String, JsonNode> kinds = new TreeMap<>();
        try (MappingIterator<JsonNode> all =
                new YAMLMapper().readerFor(JsonNode.class).readValues(text("kubernetes/tipstats.yaml"))) {
            all.forEachRemaining(each -> kinds.put(each.get("kind").textValue(), each));
        }
        return kinds;
    }

    private static JsonNode pod() throws IOException {
        return manifests().get("Deployment").at("/spec/template/spec");
    }

    private static Set<String> texts(JsonNode list) {
        Set<String> texts = new TreeSet<>();
        list.forEach(each -> texts.add(each.asText()));
        return texts;
    }

    private static String property(String name) throws IOException {
        Properties properties = new Properties();
        try (Reader program = Files.newBufferedReader(MAIN.resolve("resources/application.properties"))) {
            properties.load(program);
        }
        return properties.getProperty(name);
    }

    /** The tests over HTTP have a smaller limit. */
    @Test
    void aFileMayHaveFiftyMegabytesAsTheListSays() throws IOException {
        assertEquals("50M", property("tipstats.max-upload"));
        assertTrue(Files.readString(Path.of("src/docs/running.md")).contains("| `TIPSTATS_MAX_UPLOAD` | `50M` |"));
    }

    /** The tests over HTTP give slow clients more time. */
    @Test
    void aSmallBodyMayTakeThirtySecondsAsTheListSays() throws Exception {
        assertEquals(
                "30S",
                BodyConfig.class
                        .getMethod("patience")
                        .getAnnotation(WithDefault.class)
                        .value());
        assertTrue(Files.readString(Path.of("src/docs/running.md"))
                .contains("| `TIPSTATS_BODY_PATIENCE`, `_MINIMUM_RATE`, `_LONGEST` | 30s, "));
    }

    @Test
    void theClusterLetsWebhooksOutAtBothOfTheirPorts() throws IOException {
        String out = Files.readString(MAIN.resolve("kubernetes/tipstats.yaml")).split("except: ")[1];
        assertTrue(out.contains("port: 443 }") && out.contains("port: 8443 }"), out);
    }

    @Test
    void everySettingIsInTheListOfSettings() throws IOException {
        String documented = Files.readString(Path.of("src/docs/running.md"));
        Set<String> unknown = new TreeSet<>();
        for (String folder : List.of("docker", "kubernetes", "systemd", "nginx")) {
            try (Stream<Path> files = Files.walk(MAIN.resolve(folder))) {
                for (Path file : files.filter(Files::isRegularFile).toList()) {
                    SETTING.matcher(Files.readString(file)).results().forEach(found -> unknown.add(found.group()));
                }
            }
        }
        assertTrue(unknown.size() > 8, unknown.toString());
        // The list names settings of one group by their ends.
        unknown.removeIf(name -> documented.contains('`' + name)
                || Stream.of("_USERNAME", "_PASSWORD", "_OWNER_PASSWORD", "_PUBLISHER")
                        .anyMatch(end -> name.endsWith(end) && documented.contains("`" + end + "`")));
        assertEquals(Set.of(), unknown);
    }

    @Test
    void portsAreThoseOfTheProgram() throws IOException {
        String port = property("quarkus.http.port");
        assertTrue(text("nginx/tipstats.conf").contains("proxy_pass http://127.0.0.1:" + port + ";"));
        assertTrue(text("docker/Containerfile").contains("EXPOSE " + port + "\n"));
        JsonNode container = pod().at("/containers/0");
        assertEquals(port, container.at("/ports/0/containerPort").asText());
        assertEquals(
                port,
                manifests()
                        .get("NetworkPolicy")
                        .at("/spec/ingress/0/ports/0/port")
                        .asText());
        assertFalse(
                text("kubernetes/tipstats.yaml").contains(property("quarkus.management.port")), "metrics are inside");
    }

    /** Without the second place, a folder without a page is refused with 403. */
    @Test
    void whatACopyDoesNotHaveIsAtTheService() throws IOException {
        assertTrue(text("nginx/tipstats-copy.conf").contains("try_files $uri $uri/index.html @service;"));
    }

    /** A content network would otherwise lead everybody to the language of the first reader. */
    @Test
    void theStartPageOfACopyDiffersByLanguage() throws IOException {
        assertTrue(text("nginx/tipstats-copy.conf").contains("    / Accept-Language;\n"));
        assertTrue(text("nginx/tipstats-copy.conf").contains("add_header Vary $tipstats_varies;"));
    }

    /** A script that a copy lacks while its files are changed would otherwise be away for a year. */
    @Test
    void onlyAScriptThatACopyHasIsKeptForAYear() throws IOException {
        List<String> kept = text("nginx/tipstats-copy.conf")
                .lines()
                .filter(line -> line.contains("immutable"))
                .toList();
        assertEquals(1, kept.size());
        assertTrue(kept.get(0).contains("\"~^(?:200|206|304) /(?:assets|map)/\""), kept.get(0));
    }

    @Test
    void scriptsOfOtherWebsitesMayReadTheFilesOfACopyForPrograms() throws IOException {
        assertTrue(text("nginx/tipstats-copy.conf").contains("    ~^/api/ *;\n"));
        assertTrue(
                text("nginx/tipstats-copy.conf").contains("add_header Access-Control-Allow-Origin $tipstats_readers;"));
    }

    @Test
    void probesAskTheProgram() throws IOException {
        JsonNode container = pod().at("/containers/0");
        assertEquals(
                "/q/health/ready", container.at("/readinessProbe/httpGet/path").textValue());
        // A restart does not bring a database back.
        assertEquals(
                "/q/health/live", container.at("/livenessProbe/httpGet/path").textValue());
        assertTrue(PROBES.contains(container.at("/startupProbe/httpGet/path").textValue()));
        int patience = container.at("/startupProbe/periodSeconds").intValue()
                * container.at("/startupProbe/failureThreshold").intValue();
        assertTrue(patience > 300, "the program waits five minutes for its database");
    }

    @Test
    void aContainerHasNoRightsAndWritesToItsHomeOnly() throws IOException {
        JsonNode pod = pod();
        JsonNode rights = pod.at("/containers/0/securityContext");
        assertTrue(pod.at("/securityContext/runAsNonRoot").booleanValue());
        assertTrue(rights.get("readOnlyRootFilesystem").booleanValue());
        assertFalse(rights.get("allowPrivilegeEscalation").booleanValue());
        assertEquals(Set.of("ALL"), texts(rights.at("/capabilities/drop")));
        assertEquals(HOME, pod.at("/containers/0/volumeMounts/0/mountPath").textValue());
        JsonNode service = compose().at("/services/tipstats");
        assertTrue(service.get("read_only").booleanValue());
        assertEquals(Set.of("ALL"), texts(service.get("cap_drop")));
        assertEquals(Set.of("home:" + HOME), texts(service.get("volumes")));
        String file = text("docker/Containerfile");
        String user = pod.at("/securityContext/runAsUser").asText();
        assertTrue(file.contains("\nUSER " + user + ":" + user + "\n") && file.contains("--uid " + user));
        assertTrue(file.contains("TIPSTATS_HOME=" + HOME + " ") && file.contains("VOLUME " + HOME + "\n"));
    }

    @Test
    void rollingUpdatesAndDrainsLeaveAnInstance() throws IOException {
        JsonNode deployment = manifests().get("Deployment").get("spec");
        assertTrue(deployment.get("replicas").intValue() > 1);
        assertEquals(0, deployment.at("/strategy/rollingUpdate/maxUnavailable").intValue());
        assertEquals(
                1,
                manifests().get("PodDisruptionBudget").at("/spec/minAvailable").intValue());
        // Requests may take as long as quarkus.shutdown.timeout.
        int end = Integer.parseInt(property("quarkus.shutdown.timeout").replace("S", ""));
        assertTrue(deployment.at("/template/spec/terminationGracePeriodSeconds").intValue() > 2 * end);
        JsonNode labels = deployment.at("/selector/matchLabels");
        for (String kind : List.of("PodDisruptionBudget", "NetworkPolicy")) {
            JsonNode spec = manifests().get(kind).get("spec");
            JsonNode selector = spec.path("selector").isMissingNode() ? spec.get("podSelector") : spec.get("selector");
            assertEquals(labels, selector.get("matchLabels"), kind);
        }
        assertEquals(labels, manifests().get("Service").at("/spec/selector"));
    }

    @Test
    void secretsAreFilesAndInNoManifest() throws IOException {
        String unit = text("systemd/tipstats.service");
        for (String secret : List.of(
                "TIPSTATS_DATABASE_PASSWORD",
                "TIPSTATS_DATABASE_OWNER_PASSWORD",
                "TIPSTATS_WEBHOOKS_KEY",
                "signing-key.pem")) {
            assertTrue(unit.contains("LoadCredential=%s:/etc/tipstats/secrets/%1$s\n".formatted(secret)), secret);
            assertTrue(texts(compose().at("/services/tipstats/secrets")).contains(secret), secret);
        }
        assertFalse(manifests().containsKey("Secret"));
        for (String file : List.of("kubernetes/tipstats.yaml", "systemd/tipstats.conf")) {
            assertFalse(text(file).contains("_PASSWORD") || text(file).contains("_KEY:"), file);
        }
    }

    @Test
    void theUnitTakesAllRightsAway() throws IOException {
        for (String unit : List.of("systemd/tipstats.service", "systemd/tipstats-backup.service")) {
            List<String> lines = text(unit).lines().toList();
            for (String line : List.of(
                    "User=tipstats",
                    "NoNewPrivileges=yes",
                    "CapabilityBoundingSet=",
                    "ProtectSystem=strict",
                    "PrivateTmp=yes",
                    "SystemCallFilter=@system-service")) {
                assertTrue(lines.contains(line), unit + ": " + line);
            }
        }
        assertTrue(text("systemd/tipstats.service").contains("Environment=TIPSTATS_HOME=" + HOME + "\n"));
    }

    @Test
    void anUpgradeBeginsWithABackupOfItsOwnOnADayThatHasOne() throws IOException {
        assertTrue(text("systemd/tipstats-backup.service").contains("tipstats-$(date +%%FT%%H%%M).zip"));
    }

    /** The script becomes Java (CommandScriptTest), so Java gets the signals. */
    @Test
    void theScriptStartsTheServiceWithALimitForItsHeap() throws IOException {
        assertTrue(text("systemd/tipstats.service").contains("\nExecStart=/opt/tipstats/tipstats\n"));
        assertTrue(text("docker/Containerfile").contains("\nENTRYPOINT [\"/opt/tipstats/tipstats\"]\n"));
        assertTrue(text("docker/Containerfile").contains(" TIPSTATS_HEAP_PERCENT=60\n"));
        try (Stream<Path> files = Files.walk(MAIN)) {
            for (Path file : files.filter(path -> path.toString().matches(".*(systemd|docker|kubernetes)/.*"))
                    .filter(Files::isRegularFile)
                    .toList()) {
                assertFalse(
                        Files.readString(file).contains("JAVA_OPTIONS"),
                        file + " sets what operators set, for all commands");
            }
        }
        assertTrue(Files.isExecutable(MAIN.resolve("command/tipstats")));
    }
}
