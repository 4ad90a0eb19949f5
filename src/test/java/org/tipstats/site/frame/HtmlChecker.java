package org.tipstats.site.frame;

import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.commons.codec.digest.DigestUtils;
import org.tipstats.FreePort;
import org.tipstats.JavaCommand;

/**
 * Checks pages with the W3C's Nu Html Checker, which runs beside the tests as a service of its own. It comes from npm.
 * Where it is not installed, nothing is checked, except in CI, where its absence is a fault.
 */
public final class HtmlChecker {

    private static final Path JAR = Path.of("target/client/node_modules/vnu-jar/build/dist/vnu.jar");
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    /**
     * Has the port of the checker. The framework loads this class once for each test profile, and they share one checker. Tests in
     * a browser run one after the other.
     */
    private static final String PORT_PROPERTY = "test.html-checker.port";

    /** The hashes of pages without errors. Several tests show the same page, but each has its own token in the forms. */
    private static final Set<String> VALID = ConcurrentHashMap.newKeySet();

    private static final String FORM_TOKEN = "(?<=name=\"form-token\" value=\")[A-Za-z0-9_-]+(?=\")";

    private HtmlChecker() {}

    /** Returns one line for each error in the HTML of a page: its place, and what is wrong. */
    public static List<String> errors(String html) {
        String hash = DigestUtils.sha256Hex(html.replaceAll(FORM_TOKEN, ""));
        if (!isInstalled() || VALID.contains(hash)) {
            return List.of();
        }
        try {
            HttpRequest request = HttpRequest.newBuilder(service())
                    .header("Content-Type", "text/html; charset=utf-8")
                    .POST(BodyPublishers.ofString(html))
                    .build();
            List<String> errors =
                    CLIENT.send(request, BodyHandlers.ofString()).body().lines().toList();
            if (errors.isEmpty()) {
                VALID.add(hash);
            }
            return errors;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static boolean isInstalled() {
        boolean installed = Files.exists(JAR);
        if ("true".equals(System.getenv("CI"))) {
            assertTrue(installed, "there is no " + JAR + ": the HTML of the pages is not checked");
        }
        return installed;
    }

    private static synchronized URI service() throws IOException {
        if (System.getProperty(PORT_PROPERTY) == null) {
            System.setProperty(PORT_PROPERTY, start());
        }
        return URI.create("http://127.0.0.1:" + System.getProperty(PORT_PROPERTY) + "/?out=gnu&level=error");
    }

    private static String start() throws IOException {
        String port = String.valueOf(FreePort.find());
        Process started = new ProcessBuilder(JavaCommand.of(
                        // Its schemas are deeply nested.
                        "-Xss8m",
                        "-Xmx512m",
                        "-Dnu.validator.servlet.bind-address=127.0.0.1",
                        "-cp",
                        JAR.toString(),
                        "nu.validator.servlet.Main",
                        port))
                .redirectErrorStream(true)
                .start();
        Runtime.getRuntime().addShutdownHook(new Thread(started::destroy));
        awaitStart(started.inputReader());
        return port;
    }

    private static void awaitStart(BufferedReader output) throws IOException {
        String line = output.readLine();
        while (line != null && !line.startsWith("Checker service started")) {
            line = output.readLine();
        }
        assertNotNull(line, "the checker of HTML ended before it started");
        Thread reader = new Thread(() -> output.lines().forEach(ignored -> {}), "html-checker");
        reader.setDaemon(true);
        reader.start();
    }
}
