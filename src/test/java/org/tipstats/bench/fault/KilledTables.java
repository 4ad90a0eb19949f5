package org.tipstats.bench.fault;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.apache.commons.codec.digest.DigestUtils;

/** The open tables of a service that is killed: the catalogue has the published releases, and these have all their files. */
final class KilledTables {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Path folder;

    KilledTables(Path folder) {
        this.folder = folder;
    }

    /**
     * Compares the catalogue with the releases.
     *
     * @return what is missing, half or shown too early, a sentence each
     */
    List<String> faults(ServedWork work) throws IOException, InterruptedException {
        Set<String> published = new TreeSet<>();
        ServedWork.tree(
                        work.now()
                                .get(
                                        "/api/v1/releases?limit=10000",
                                        work.accounts().publisher()),
                        200)
                .path("items")
                .forEach(item -> {
                    if (item.path("status").asText().equals("PUBLISHED")) {
                        published.add(item.path("id").asText());
                    }
                });
        List<String> faults = new ArrayList<>();
        Set<String> tags = new TreeSet<>();
        JsonNode table = JSON.readTree(work.now()
                .get(
                        "/iceberg/v1/namespaces/data/tables/VICTIMS",
                        work.accounts().publisher())
                .body());
        table.at("/metadata/refs").fieldNames().forEachRemaining(tags::add);
        tags.remove("main");
        if (!tags.equals(published)) {
            faults.add("the tables have the releases " + tags + " instead of " + published);
        }
        for (String release : published) {
            compareFiles(release, work, faults);
        }
        return faults;
    }

    private void compareFiles(String release, ServedWork work, List<String> faults)
            throws IOException, InterruptedException {
        JsonNode envelope = ServedWork.tree(
                work.now()
                        .get(
                                "/api/v1/releases/" + release + "/manifest",
                                work.accounts().publisher()),
                200);
        JsonNode files = JSON.readTree(
                        Base64.getDecoder().decode(envelope.path("payload").asText()))
                .at("/predicate/tables");
        if (files.isEmpty()) {
            faults.add("release " + release + " has no tables");
        }
        for (JsonNode file : files) {
            Path path = folder.resolve(file.path("path").asText());
            if (Files.notExists(path)
                    || !DigestUtils.sha256Hex(Files.readAllBytes(path))
                            .equals(file.path("sha256").asText())) {
                faults.add("half: " + path);
            }
        }
    }
}
