package org.tipstats.bench.fault;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.commons.codec.digest.DigestUtils;

/** What was sent to the service and what it acknowledged. Afterwards, it compares this with what the service has. */
final class Ledger {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** A file that was sent. */
    static final class Sent {

        final int number;
        volatile String id;
        volatile boolean accepted;
        private boolean compared;

        Sent(int number) {
            this.number = number;
        }

        String hash() {
            return DigestUtils.sha256Hex(SmallFiles.file(number));
        }
    }

    /** A release that was asked for. */
    static final class Made {

        /** The figures that are accepted before the draft is asked for, by cell. */
        final Map<String, Integer> figures;

        /** The same, with those that may be accepted while it is made. */
        final Map<String, Integer> most;

        volatile boolean drafted;
        volatile boolean published;
        private boolean compared;

        Made(Map<String, Integer> figures, Map<String, Integer> most) {
            this.figures = figures;
            this.most = most;
        }
    }

    private final Map<String, Sent> files = new ConcurrentHashMap<>();
    private final Map<String, Made> releases = new TreeMap<>();

    /** Keeps a file before it is sent. */
    Sent send(int number) {
        Sent sent = new Sent(number);
        files.put(sent.hash(), sent);
        return sent;
    }

    /**
     * Keeps a release before its draft is asked for.
     *
     * @param meanwhile files that may be accepted while the draft is made
     */
    Made make(String id, List<Sent> meanwhile) {
        Map<String, Integer> figures = new TreeMap<>();
        files.values().stream()
                .filter(file -> file.accepted)
                .forEach(file -> figures.put(SmallFiles.cell(file.number), SmallFiles.figure(file.number)));
        Map<String, Integer> most = new TreeMap<>(figures);
        meanwhile.forEach(file -> most.put(SmallFiles.cell(file.number), SmallFiles.figure(file.number)));
        Made made = new Made(figures, most);
        releases.put(id, made);
        return made;
    }

    /** Notes that any file which was sent until now may be in the draft. */
    void drafted(Made made) {
        files.values().forEach(file -> made.most.put(SmallFiles.cell(file.number), SmallFiles.figure(file.number)));
    }

    /** Returns the files without an answer. */
    List<Sent> unanswered() {
        return files.values().stream().filter(file -> file.id == null).toList();
    }

    long acknowledged() {
        return files.values().stream().filter(file -> file.id != null).count();
    }

    long accepted() {
        return files.values().stream().filter(file -> file.accepted).count();
    }

    long published() {
        return releases.values().stream().filter(made -> made.published).count();
    }

    /** Compares with the service. Returns what is lost, doubled or half, a sentence each. */
    List<String> faults(ServedWork work) throws IOException, InterruptedException {
        List<String> faults = new ArrayList<>();
        Map<String, Integer> log = log(work, faults);
        compareFiles(work, log, faults);
        compareReleases(work, log, faults);
        return faults;
    }

    /** Returns how many entries the log has for each action and subject. */
    private static Map<String, Integer> log(ServedWork work, List<String> faults)
            throws IOException, InterruptedException {
        JsonNode chain = ServedWork.tree(
                work.now().get("/api/v1/audit/verification", work.accounts().administrator()), 200);
        if (!chain.path("intact").asBoolean()) {
            faults.add("the log is broken: " + chain);
        }
        Map<String, Integer> entries = new HashMap<>();
        for (String line : work.now()
                .get("/api/v1/audit/export", work.accounts().administrator())
                .body()
                .split("\n")) {
            JsonNode entry = JSON.readTree(line);
            entries.merge(
                    entry.path("action").asText() + " " + entry.path("subject").asText(), 1, Integer::sum);
        }
        return entries;
    }

    private void compareFiles(ServedWork work, Map<String, Integer> log, List<String> faults)
            throws IOException, InterruptedException {
        Set<String> found = new HashSet<>();
        int items = 0;
        String path = "/api/v1/submissions?limit=10000";
        for (JsonNode item : ServedWork.tree(
                        work.now().get(path, work.accounts().reviewer()), 200)
                .path("items")) {
            String hash = item.path("fileSha256").asText();
            items++;
            if (item.path("status").asText().equals("INVALID")) {
                continue;
            }
            if (!found.add(hash)) {
                faults.add("doubled: " + item);
            } else if (!files.containsKey(hash)) {
                faults.add("nobody sent " + item);
            } else {
                compare(files.get(hash), item, work, log, faults);
            }
        }
        files.values().stream()
                .filter(file -> file.id != null && !found.contains(file.hash()))
                .forEach(file -> faults.add("lost: " + file.id));
        long received = log.keySet().stream()
                .filter(entry -> entry.startsWith("submission-received "))
                .count();
        if (received != items) {
            faults.add(received + " entries of the log for " + items + " submissions");
        }
    }

    private static void compare(
            Sent sent, JsonNode item, ServedWork work, Map<String, Integer> log, List<String> faults)
            throws IOException, InterruptedException {
        String id = item.path("id").asText();
        boolean accepted = item.path("status").asText().equals("ACCEPTED");
        if (sent.id != null && !sent.id.equals(id)) {
            faults.add("lost: " + sent.id + " is now " + id);
        }
        if (log.getOrDefault("submission-received submissions/" + id, 0) != 1) {
            faults.add("half or doubled in the log: " + id);
        }
        if (sent.accepted && !accepted) {
            faults.add("an acceptance is lost: " + id);
        }
        if (log.getOrDefault("submission-accepted submissions/" + id, 0) != (accepted ? 1 : 0)) {
            faults.add("an acceptance is half or doubled: " + id);
        }
        sent.id = id;
        sent.accepted = accepted;
        if (!sent.compared) {
            String own = "/api/v1/submissions/" + id;
            HttpResponse<String> file =
                    work.now().get(own + "/file", work.accounts().reviewer());
            int report =
                    work.now().get(own + "/report", work.accounts().reviewer()).statusCode();
            int mapped =
                    work.now().get(own + "/mapped", work.accounts().reviewer()).statusCode();
            if (!file.body().equals(SmallFiles.file(sent.number)) || report != 200 || mapped != 200) {
                faults.add("half: " + id + " " + file.statusCode() + " " + report + " " + mapped);
            }
            sent.compared = true;
        }
    }

    private void compareReleases(ServedWork work, Map<String, Integer> log, List<String> faults)
            throws IOException, InterruptedException {
        Map<String, String> found = new HashMap<>();
        ServedWork.tree(
                        work.now()
                                .get(
                                        "/api/v1/releases?limit=10000",
                                        work.accounts().publisher()),
                        200)
                .path("items")
                .forEach(item ->
                        found.put(item.path("id").asText(), item.path("status").asText()));
        for (Map.Entry<String, Made> each : releases.entrySet()) {
            Made made = each.getValue();
            String id = each.getKey();
            String status = found.getOrDefault(id, "");
            boolean published = status.equals("PUBLISHED");
            if (made.drafted && status.isEmpty() || made.published && !published) {
                faults.add("lost: release " + id + " is now " + status);
            }
            if (log.getOrDefault("release-drafted releases/" + id, 0) != (status.isEmpty() ? 0 : 1)
                    || log.getOrDefault("release-published releases/" + id, 0) != (published ? 1 : 0)) {
                faults.add("half or doubled in the log: release " + id + " " + status);
            }
            made.drafted = !status.isEmpty();
            made.published = published;
            if (published && !made.compared) {
                compareFigures(id, made, work, faults);
                made.compared = true;
            }
        }
    }

    private static void compareFigures(String id, Made made, ServedWork work, List<String> faults)
            throws IOException, InterruptedException {
        Map<String, Integer> found = new TreeMap<>();
        ServedWork.tree(work.now().get(SmallFiles.path(id)), 200)
                .path("observations")
                .forEach(o -> found.put(
                        o.path("REF_AREA").asText() + ","
                                + o.path("EXPLOITATION").asText() + ","
                                + o.path("TIME_PERIOD").asText(),
                        o.path("OBS_VALUE").asInt()));
        if (!found.entrySet().containsAll(made.figures.entrySet())
                || !made.most.entrySet().containsAll(found.entrySet())) {
            faults.add("half: release " + id + " has " + found.size() + " figures of " + made.figures.size());
        }
        for (String part : List.of("manifest", "changes", "bundle.zip")) {
            int status = work.now().get("/api/v1/releases/" + id + "/" + part).statusCode();
            if (status != 200) {
                faults.add("half: release " + id + " " + part + " " + status);
            }
        }
    }
}
