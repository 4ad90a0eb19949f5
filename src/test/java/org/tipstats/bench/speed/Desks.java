package org.tipstats.bench.speed;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/** The accounts that submit files to the demo's service: a submitter for all areas, and the demo's reviewer. */
final class Desks {

    private final Service service;
    private final List<String> areas;
    private final String submitter;
    private final ObjectMapper json = new ObjectMapper();

    Desks(Service service, List<String> areas) throws Exception {
        this.service = service;
        this.areas = areas;
        this.submitter = account();
    }

    private String account() throws Exception {
        String own = areas.stream().map(a -> "\"" + a + "\"").collect(Collectors.joining(",", "[", "]"));
        String body = "{\"name\":\"benchmark-submitter\",\"roles\":[\"submitter\"],\"areas\":" + own + "}";
        return tree(service.post("/api/v1/accounts", "demo-administrator", body), 201)
                .path("token")
                .asText();
    }

    /** Submits a file of victims, justifies its warnings, and accepts it. */
    void accept(Path file) throws Exception {
        accept(send(file));
    }

    /** Justifies the warnings of a submission and accepts it. */
    void accept(JsonNode submission) throws Exception {
        String path = "/api/v1/submissions/" + submission.path("id").asText();
        if (submission.path("status").asText().equals("NEEDS_JUSTIFICATION")) {
            ArrayNode reasons = json.createArrayNode();
            for (JsonNode group :
                    tree(service.get(path + "/report", submitter), 200).path("summary")) {
                if (group.path("severity").asText().equals("warning")) {
                    reasons.addObject().put("rule", group.path("rule").asText()).put("text", "late data");
                }
            }
            tree(service.post(path + "/justifications", submitter, reasons.toString()), 200);
        }
        String hash = submission.path("sha256").asText();
        tree(service.post(path + "/acceptance", "demo-reviewer", "{\"sha256\":\"" + hash + "\"}"), 200);
    }

    /** Submits a file of victims and returns its submission. */
    JsonNode send(Path file) throws Exception {
        return tree(
                service.post(
                        "/api/v1/submissions?dataflow=VICTIMS", submitter, "text/csv", BodyPublishers.ofFile(file)),
                201);
    }

    /**
     * Returns the body of a response.
     *
     * @throws IllegalStateException if the response has another status, which stops the benchmark
     */
    JsonNode tree(HttpResponse<String> response, int status) throws Exception {
        if (response.statusCode() != status) {
            throw new IllegalStateException(response.statusCode() + " " + response.body());
        }
        return json.readTree(response.body());
    }
}
