package org.tipstats.bench.speed;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The built service, started as a user starts it, in a home folder of its own. */
public final class Service implements AutoCloseable {

    private static final String PORT = "QUARKUS_HTTP_PORT";
    /** The folder of the built program. */
    public static final Path BUILT = Path.of("target/quarkus-app");

    private final Process process;
    private final String address;
    /** Browsers and proxies speak HTTP/1.1 without TLS; only such requests are answered from memory. */
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private Service(Process process, String port) {
        this.process = process;
        this.address = "http://127.0.0.1:" + port;
    }

    /** Returns the service at a port where a proxy listens. It cannot be stopped or measured. */
    public static Service at(String port) {
        return new Service(null, port);
    }

    /** Starts the service and waits until it is ready. */
    static Service start(Path home, String... jvm) throws IOException, InterruptedException {
        return start(home, Map.of(), jvm);
    }

    /** Starts the service with these environment variables and waits until it is ready. */
    public static Service start(Path home, Map<String, String> settings, String... jvm)
            throws IOException, InterruptedException {
        return start(BUILT, home, settings, jvm);
    }

    /** Starts the service of a folder that a build made and waits until it is ready. */
    public static Service start(Path built, Path home, Map<String, String> settings, String... jvm)
            throws IOException, InterruptedException {
        ProcessBuilder builder = program(built, home, settings, jvm);
        Service service = new Service(builder.start(), builder.environment().get(PORT));
        while (!service.isReady()) {
            if (!service.process.isAlive()) {
                throw new IllegalStateException("the service ended; see service.log");
            }
            TimeUnit.MILLISECONDS.sleep(50);
        }
        return service;
    }

    /** Returns the program with these environment variables, which writes to {@code service.log} beside its home. */
    public static ProcessBuilder program(Path home, Map<String, String> settings, String... jvm) {
        return program(BUILT, home, settings, jvm);
    }

    private static ProcessBuilder program(Path built, Path home, Map<String, String> settings, String... jvm) {
        List<String> command = new ArrayList<>(List.of("java"));
        command.addAll(List.of(jvm));
        command.addAll(List.of("-jar", built.resolve("quarkus-run.jar").toString()));
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().put("TIPSTATS_HOME", home.toString());
        builder.environment().put(PORT, "18099");
        builder.environment().put("QUARKUS_MANAGEMENT_PORT", "0");
        builder.environment().putAll(settings);
        return builder.redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        home.resolveSibling("service.log").toFile()));
    }

    private boolean isReady() throws InterruptedException {
        try {
            return get("/q/health/ready").statusCode() == 200;
        } catch (IOException e) {
            return false;
        }
    }

    public HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return client.send(HttpRequest.newBuilder(URI.create(address + path)).build(), BodyHandlers.ofString());
    }

    public HttpResponse<String> get(String path, String token) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(address + path))
                .header("Authorization", "Bearer " + token)
                .build();
        return client.send(request, BodyHandlers.ofString());
    }

    /** Downloads a path, discards the content and returns its number of bytes. */
    long download(String path) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(address + path)).build();
        HttpResponse<InputStream> response = client.send(request, BodyHandlers.ofInputStream());
        try (InputStream body = response.body()) {
            if (response.statusCode() != 200) {
                throw new IllegalStateException(response.statusCode() + " " + path);
            }
            return body.transferTo(OutputStream.nullOutputStream());
        }
    }

    public HttpResponse<String> post(String path, String token, String type, BodyPublisher body, String... headers)
            throws IOException, InterruptedException {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(address + path)).header("Content-Type", type);
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        if (headers.length > 0) {
            request.headers(headers);
        }
        return client.send(request.POST(body).build(), BodyHandlers.ofString());
    }

    public HttpResponse<String> post(String path, String token, String json) throws IOException, InterruptedException {
        return post(path, token, "application/json", BodyPublishers.ofString(json));
    }

    public boolean isRunning() {
        return process.isAlive();
    }

    public String address() {
        return address;
    }

    /** Returns the time that all threads of the service have taken on the processors so far. */
    double processorSeconds() {
        return process.toHandle().info().totalCpuDuration().orElseThrow().toNanos() / 1e9;
    }

    /** Returns the resident memory of the JVM in megabytes, or 0 if the system does not report it. */
    public long residentMegabytes() throws IOException {
        return residentMegabytes(process.pid());
    }

    static long residentMegabytes(long pid) throws IOException {
        Path status = Path.of("/proc/" + pid + "/status");
        if (!Files.exists(status)) {
            return 0;
        }
        return Files.readAllLines(status).stream()
                .filter(line -> line.startsWith("VmRSS:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")) / 1024)
                .findFirst()
                .orElse(0);
    }

    /** Returns the used heap in megabytes after a garbage collection. */
    double heapMegabytes() throws IOException, InterruptedException {
        jcmd("GC.run");
        Matcher used = Pattern.compile("used (\\d+)K").matcher(jcmd("GC.heap_info"));
        if (!used.find()) {
            throw new IllegalStateException("no heap is told of");
        }
        return Long.parseLong(used.group(1)) / 1024.0;
    }

    private String jcmd(String command) throws IOException, InterruptedException {
        String program = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
        Process jcmd = new ProcessBuilder(program, Long.toString(process.pid()), command).start();
        String answer = new String(jcmd.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        jcmd.waitFor();
        return answer;
    }

    /** Kills the service, as a power cut would. */
    public void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(40, TimeUnit.SECONDS)) {
                kill();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
