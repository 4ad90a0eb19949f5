package org.tipstats.bench.speed;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Measures how many answers per second the built service gives to {@code wrk} over 16 connections. Takes turns with
 * nginx, which serves the bytes of the repeated answer from a file: the limit for any program on this machine. Needs
 * both programs on the path.
 */
final class Throughput {

    private static final String REPEATED = "/api/v1/data/VICTIMS?REF_AREA=AUT,150&TIME_PERIOD=2010:2016&SEX=_T";
    private static final String STRUCTURE = "/sdmx/v2/structure/dataflow/*/VICTIMS?references=all";
    private static final String PAGE = "/en/areas/AUT";
    private static final int NGINX = 18_098;
    private static final int SERVICE = 18_099;
    private static final int ROUNDS = 3;
    private static final int MIXED = 200;
    private static final int MINUTE = 60;
    private static final int PART = 5;
    private static final int WARM_UP = 8;
    private static final Pattern RATE = Pattern.compile("Requests/sec:\\s+([0-9.]+)");
    private static final Pattern P99 = Pattern.compile("99%\\s+([0-9.]+)(us|ms|s)");
    private static final Pattern FAULTS = Pattern.compile("Non-2xx or 3xx responses: (\\d+)|Socket errors");

    private final Path folder;

    private record Rate(double requests, double p99) {}

    Throughput(Path folder) {
        this.folder = folder;
    }

    void run() throws Exception {
        Path home = folder.resolve("home");
        Path site = Files.createDirectories(folder.resolve("site"));
        try (Service service = Service.start(home)) {
            // The demo is loaded when this is answered.
            HttpResponse<String> answer = service.get(REPEATED);
            Files.writeString(site.resolve("answer.json"), answer.body());
            Files.writeString(site.resolve("page.html"), service.get(PAGE).body());
        }
        Process nginx = nginx(site);
        try {
            Rate limit = wrk(NGINX, "/answer.json", null, PART);
            try (Service service = Service.start(home)) {
                minute(limit);
                compare();
                revalidated();
                pages();
                structure(service);
            }
        } finally {
            nginx.destroy();
        }
    }

    /** Starts nginx. If root starts it without {@code user}, it takes the folder away from the service's database. */
    private Process nginx(Path site) throws IOException, InterruptedException {
        Path settings = folder.resolve("nginx.conf");
        Files.writeString(settings, """
                daemon off; user root; worker_processes 2; pid %1$s/nginx.pid; error_log %1$s/nginx.log;
                events { worker_connections 64; }
                http { access_log off; keepalive_requests 1000000; client_body_temp_path %1$s; proxy_temp_path %1$s;
                  fastcgi_temp_path %1$s; uwsgi_temp_path %1$s; scgi_temp_path %1$s;
                  server { listen 127.0.0.1:%2$d; root %3$s; } }
                """.formatted(folder, NGINX, site));
        Process nginx = new ProcessBuilder("nginx", "-c", settings.toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("nginx.out").toFile())
                .start();
        TimeUnit.SECONDS.sleep(1);
        return nginx;
    }

    /** Measures the first minute after a start, five seconds at a time. */
    private void minute(Rate before) throws Exception {
        List<Rate> parts = new ArrayList<>();
        for (int part = 0; part < MINUTE / PART; part++) {
            parts.add(wrk(SERVICE, REPEATED, null, PART));
        }
        Rate limit = better(before, wrk(NGINX, "/answer.json", null, PART));
        for (int part = 0; part < parts.size(); part++) {
            print("from second " + part * PART + " after a start", parts.get(part), "0.5 of nginx", limit);
        }
        double mean = parts.stream().mapToDouble(Rate::requests).average().orElseThrow();
        Stopwatch.print("in the first minute", mean, "/s", "0.5 of nginx", "nginx", mean / limit.requests());
    }

    private void revalidated() throws Exception {
        String tag = tagOf("http://127.0.0.1:" + SERVICE + REPEATED);
        String known = tagOf("http://127.0.0.1:" + NGINX + "/answer.json");
        inTurn(
                "a repeated query that the client has: 304",
                "0.6 of nginx",
                seconds -> wrk(SERVICE, REPEATED, null, seconds, "If-None-Match: " + tag),
                seconds -> wrk(NGINX, "/answer.json", null, seconds, "If-None-Match: " + known));
    }

    private void pages() throws Exception {
        inTurn(
                "the page of an area",
                "0.5 of nginx",
                seconds -> wrk(SERVICE, PAGE, null, seconds),
                seconds -> wrk(NGINX, "/page.html", null, seconds));
    }

    private interface Load {
        Rate run(int seconds) throws Exception;
    }

    /** Loads the service and nginx in turn, after some seconds for Java's compiler. Prints the better rates. */
    private static void inTurn(String name, String target, Load service, Load nginx) throws Exception {
        service.run(WARM_UP);
        Rate own = new Rate(0, Double.POSITIVE_INFINITY);
        Rate limit = own;
        for (int round = 0; round < ROUNDS; round++) {
            own = better(own, service.run(PART));
            limit = better(limit, nginx.run(PART));
        }
        print(name, own, target, limit);
    }

    private static String tagOf(String address) throws IOException, InterruptedException {
        return HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(URI.create(address)).build(), HttpResponse.BodyHandlers.discarding())
                .headers()
                .firstValue("ETag")
                .orElseThrow();
    }

    private void compare() throws Exception {
        Path mixed = mixed();
        wrk(SERVICE, REPEATED, null, WARM_UP);
        wrk(SERVICE, REPEATED, mixed, WARM_UP);
        Rate own = new Rate(0, Double.POSITIVE_INFINITY);
        Rate limit = own;
        Rate different = own;
        for (int round = 0; round < ROUNDS; round++) {
            own = better(own, wrk(SERVICE, REPEATED, null, PART));
            limit = better(limit, wrk(NGINX, "/answer.json", null, PART));
            different = better(different, wrk(SERVICE, REPEATED, mixed, PART));
        }
        print("a repeated query", own, "5,000/s", limit);
        print("200 different queries mixed", different, "1,500/s", limit);
        print("the same bytes from a file, by nginx", limit, "", limit);
    }

    private static void print(String what, Rate rate, String target, Rate limit) {
        Stopwatch.print(what, rate.requests(), "/s", target, "nginx", rate.requests() / limit.requests());
        Stopwatch.print(what + ", p99", 1_000 * rate.p99(), "ms", "< 10 ms", "", 0);
    }

    private static Rate better(Rate one, Rate other) {
        return one.requests() > other.requests() ? one : other;
    }

    /** Returns a script for wrk with different areas, years and breakdowns. */
    private Path mixed() throws IOException {
        String[] areas = {"AUT", "BEL", "BGR", "CZE", "DNK", "FIN", "FRA", "DEU", "ITA", "NLD"};
        List<String> paths = new ArrayList<>();
        for (int i = 0; i < MIXED; i++) {
            String area = areas[i % areas.length];
            int first = 2003 + i / areas.length % 10;
            String sex = i % 2 == 0 ? "_T" : "F,M";
            paths.add("\"/api/v1/data/VICTIMS?REF_AREA=%s,150&TIME_PERIOD=%d:%d&SEX=%s&limit=%d\""
                    .formatted(area, first, first + 3, sex, 500 + i));
        }
        Path program = folder.resolve("mixed.lua");
        Files.writeString(
                program,
                "local paths = {" + String.join(",", paths) + "}\nlocal i = 0\n"
                        + "request = function() i = i % #paths + 1; return wrk.format(\"GET\", paths[i]) end\n");
        return program;
    }

    private Rate wrk(int port, String path, Path program, int seconds, String... headers) throws Exception {
        List<String> command = new ArrayList<>(List.of("wrk", "-t1", "-c16", "-d" + seconds, "--latency"));
        if (program != null) {
            command.addAll(List.of("-s", program.toString()));
        }
        for (String header : headers) {
            command.addAll(List.of("-H", header));
        }
        command.add("http://127.0.0.1:" + port + path);
        Process wrk = new ProcessBuilder(command).redirectErrorStream(true).start();
        String text = new String(wrk.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        wrk.waitFor();
        Matcher rate = RATE.matcher(text);
        Matcher p99 = P99.matcher(text);
        if (FAULTS.matcher(text).find() || !rate.find() || !p99.find()) {
            throw new IllegalStateException(text);
        }
        double unit = switch (p99.group(2)) {
            case "us" -> 1e-6;
            case "ms" -> 1e-3;
            default -> 1;
        };
        return new Rate(Double.parseDouble(rate.group(1)), Double.parseDouble(p99.group(1)) * unit);
    }

    private static void structure(Service service) throws Exception {
        double seconds = Stopwatch.median(201, () -> {
            if (service.get(STRUCTURE).statusCode() != 200) {
                throw new IllegalStateException("no structure");
            }
        });
        String size = String.format(
                Locale.ROOT, "%d kB", service.get(STRUCTURE).body().length() >> 10);
        Stopwatch.print("SDMX structure with all references, " + size, 1_000 * seconds, "ms", "< 50 ms", "", 0);
    }
}
