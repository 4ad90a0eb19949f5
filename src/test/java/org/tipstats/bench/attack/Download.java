package org.tipstats.bench.attack;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** Downloads from the service as a user who is not signed in. */
final class Download {

    private static final String API = "/api/v1";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final String base;
    private final HttpClient client = HttpClient.newHttpClient();
    private final Map<String, DownloadedCodeList> trees = new TreeMap<>();
    private int requests;

    /**
     * Creates a download.
     *
     * @param base the address of the service, for example {@code http://localhost:8080}
     */
    Download(String base) {
        this.base = base;
    }

    int requests() {
        return requests;
    }

    /** Returns the ids of all releases, oldest first. */
    List<String> releases() {
        List<JsonNode> items = pages(API + "/releases?limit=10000", "items");
        return items.stream()
                .sorted(java.util.Comparator.comparing(
                        item -> item.get("publishedAt").asText()))
                .map(item -> item.get("id").asText())
                .toList();
    }

    /**
     * Returns the structures of all dataflows whose counts are exact, sorted by id. Rounded counts make no equations.
     * Leaves out dataflows that are derived from others: {@link RecomputedMirror} computes them from the others, so
     * they add no information.
     */
    List<PublishedStructure> structures() {
        return structures(flow -> !flow.hasNonNull("derivedFrom"));
    }

    /** Returns the structures of the dataflows that are derived from others, sorted by id. */
    List<PublishedStructure> derived() {
        return structures(flow -> flow.hasNonNull("derivedFrom"));
    }

    private List<PublishedStructure> structures(Predicate<JsonNode> wanted) {
        List<PublishedStructure> structures = new ArrayList<>();
        for (JsonNode item : json(API + "/dataflows").get("items")) {
            JsonNode flow = json(API + "/dataflows/" + item.get("id").asText());
            if (flow.hasNonNull("roundingBase") || !wanted.test(flow)) {
                continue;
            }
            Map<String, DownloadedCodeList> dimensions = new LinkedHashMap<>();
            for (JsonNode dimension : flow.get("dimensions")) {
                String list = dimension.path("codelist").asText("");
                dimensions.put(
                        dimension.get("id").asText(),
                        list.isEmpty() ? DownloadedCodeList.NONE : trees.computeIfAbsent(list, this::tree));
            }
            structures.add(new PublishedStructure(
                    item.get("id").asText(), flow.path("threshold").asInt(0), dimensions));
        }
        return structures;
    }

    private DownloadedCodeList tree(String list) {
        Map<String, String> parents = new LinkedHashMap<>();
        Map<String, List<String>> members = new LinkedHashMap<>();
        for (JsonNode code : json(API + "/codelists/" + list).get("codes")) {
            parents.put(code.get("id").asText(), code.path("parent").asText(null));
            for (JsonNode member : code.path("members")) {
                members.computeIfAbsent(code.get("id").asText(), none -> new ArrayList<>())
                        .add(member.asText());
            }
        }
        return DownloadedCodeList.of(parents, members);
    }

    /** Returns all published cells of a dataflow from its CSV. */
    DownloadedTable table(String release, PublishedStructure structure) {
        String text = text(API + "/data/" + structure.dataflow() + "?format=csv&raw=true&release=" + release);
        DownloadedTable table = new DownloadedTable(release, structure);
        try (CSVParser parser = CSVFormat.DEFAULT
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get()
                .parse(new StringReader(text))) {
            for (CSVRecord row : parser) {
                table.add(row.toMap());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return table;
    }

    /** Returns the same cells from JSON, page by page, with labels. */
    List<JsonNode> observations(String release, String dataflow) {
        return pages(
                API + "/data/" + dataflow + "?format=json&labels=both&limit=10000&release=" + release, "observations");
    }

    /** Returns the changes of published cells between two releases. */
    List<JsonNode> changes(String release, String since) {
        return pages(API + "/releases/" + release + "/changes?limit=10000&since=" + since, "items");
    }

    /** Returns the provenance of a cell; a missing node if the service gives none. */
    JsonNode provenance(String release, PublishedStructure structure, String key) {
        HttpResponse<String> response = get(
                API + "/data/" + structure.dataflow() + "/provenance?release=" + release + "&" + structure.query(key));
        return response.statusCode() == 200 ? read(response.body()) : JSON.missingNode();
    }

    /** Returns the reply about a single cell, with its headers. */
    HttpResponse<String> cell(String release, PublishedStructure structure, String key, String format) {
        return get(API + "/data/" + structure.dataflow() + "?format=" + format + "&release=" + release + "&"
                + structure.query(key));
    }

    JsonNode json(String path) {
        return read(text(path));
    }

    String text(String path) {
        HttpResponse<String> response = get(path);
        if (response.statusCode() != 200) {
            throw new IllegalStateException(path + " answers " + response.statusCode() + ": " + response.body());
        }
        return response.body();
    }

    /** Returns the validation of a file that is not submitted. */
    JsonNode validation(String dataflow, String csv) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(base + API + "/validations?dataflow=" + dataflow))
                .header("Content-Type", "text/csv")
                .POST(HttpRequest.BodyPublishers.ofString(csv))
                .build();
        return read(send(request).body());
    }

    private List<JsonNode> pages(String path, String member) {
        List<JsonNode> items = new ArrayList<>();
        for (String next = path; next != null; ) {
            JsonNode page = json(next);
            page.get(member).forEach(items::add);
            next = page.path("next").asText(null);
        }
        return items;
    }

    private HttpResponse<String> get(String path) {
        return send(HttpRequest.newBuilder(URI.create(base + path)).build());
    }

    private HttpResponse<String> send(HttpRequest request) {
        requests++;
        try {
            return client.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static JsonNode read(String text) {
        try {
            return JSON.readTree(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
