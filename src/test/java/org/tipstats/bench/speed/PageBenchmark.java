package org.tipstats.bench.speed;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/**
 * Measures each kind of public page of the demo: the processor time of a warm page, and the scores of Lighthouse, as the
 * median of five runs. Lighthouse needs Chromium and npx on the path.
 */
final class PageBenchmark {

    private static final int RUNS = 5;
    private static final int WARMING = 40;
    private static final int PAGES = 50;
    private static final String LIGHTHOUSE = "lighthouse@12.8.2";

    /** All kinds of public pages. The last two are the largest. */
    private static final List<String> KINDS = List.of(
            "/en/",
            "/en/topics",
            "/en/topics/women-and-children?area=150",
            "/en/topics/who-reports?area=001",
            "/en/areas",
            "/en/areas/AUT",
            "/en/areas/150",
            "/en/areas/AUT/brief",
            "/en/flows",
            "/en/data/VICTIMS?REF_AREA=*&SEX=_T&AGE=_T&EXPLOITATION=_T&UNIT_MEASURE=PER_100000_POP&view=map",
            "/en/data",
            "/en/data/VICTIMS?REF_AREA=AUT&SEX=_T,F,M&AGE=_T&EXPLOITATION=_T&view=line",
            "/en/releases",
            "/en/releases/demo",
            "/en/reports/demo",
            "/en/calendar",
            "/en/search?q=child+victims",
            "/en/methods",
            "/en/developers",
            "/en/about",
            "/en/check",
            "/en/sign-in",
            "/en/tabulate",
            "/en/coverage",
            "/en/data/VICTIMS?REF_AREA=*&SEX=_T&AGE=_T&EXPLOITATION=_T&view=table");

    private record Scores(double performance, double accessibility) {}

    private final Path folder;
    private final List<String> pages;

    /** Creates a benchmark of the pages at these paths, or of all kinds if there are none. */
    PageBenchmark(Path folder, List<String> paths) {
        this.folder = folder;
        this.pages = paths.isEmpty() ? KINDS : paths;
    }

    void run() throws Exception {
        System.out.printf("%-80s %12s %10s %12s %14s%n", "page", "processor", "kB", "performance", "accessibility");
        try (Service service = Service.start(folder.resolve("home"))) {
            for (String path : pages) {
                measure(service, path);
            }
        }
    }

    private void measure(Service service, String path) throws Exception {
        for (int i = 0; i < WARMING; i++) {
            service.download(path);
        }
        long bytes = service.download(path);
        double begun = service.processorSeconds();
        for (int i = 0; i < PAGES; i++) {
            service.download(path);
        }
        double milliseconds = 1_000 * (service.processorSeconds() - begun) / PAGES;
        Scores scores = lighthouse(service.address() + path);
        System.out.printf(
                Locale.ROOT,
                "%-80s %9.0f ms %10.0f %12.0f %14.0f%n",
                path,
                milliseconds,
                bytes / 1e3,
                100 * scores.performance(),
                100 * scores.accessibility());
    }

    private Scores lighthouse(String address) throws IOException, InterruptedException {
        List<Double> performance = new ArrayList<>();
        List<Double> accessibility = new ArrayList<>();
        // Lighthouse may end before all of a long result has gone through a pipe.
        Path result = folder.resolve("lighthouse.json");
        for (int run = 0; run < RUNS; run++) {
            Process process = new ProcessBuilder(
                            "npx",
                            "--yes",
                            LIGHTHOUSE,
                            address,
                            "--quiet",
                            "--output=json",
                            "--output-path=" + result,
                            "--only-categories=performance,accessibility",
                            "--chrome-flags=--headless=new --no-sandbox")
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            process.waitFor();
            JsonNode scores = new ObjectMapper().readTree(result.toFile()).path("categories");
            performance.add(scores.path("performance").path("score").asDouble());
            accessibility.add(scores.path("accessibility").path("score").asDouble());
        }
        return new Scores(median(performance), Collections.min(accessibility));
    }

    private static double median(List<Double> values) {
        return values.stream().sorted().skip(values.size() / 2).findFirst().orElseThrow();
    }
}
