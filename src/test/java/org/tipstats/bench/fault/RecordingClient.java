package org.tipstats.bench.fault;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.concurrent.atomic.AtomicInteger;
import org.tipstats.bench.fault.Ledger.Made;
import org.tipstats.bench.fault.Ledger.Sent;

/** Asks the service for work and records in the ledger what it acknowledges. A status of 0 means that there was no answer. */
final class RecordingClient {

    private static final String CSV = "text/csv";

    private final ServedWork service;
    private final Ledger ledger;
    private final AtomicInteger files = new AtomicInteger();
    private volatile HttpResponse<String> lastAnswer;

    RecordingClient(ServedWork service, Ledger ledger) {
        this.service = service;
        this.ledger = ledger;
    }

    /** Returns the last answer; null if there was none. */
    HttpResponse<String> lastAnswer() {
        return lastAnswer;
    }

    /** Returns a file that was not sent before. */
    Sent file() {
        return ledger.send(files.getAndIncrement());
    }

    /** Sends a file that was not sent before, and which the service must take. */
    Sent sent() {
        Sent sent = file();
        int status = upload(sent);
        if (status != 201) {
            throw new IllegalStateException("a file is answered with " + status + " " + lastAnswer.body());
        }
        return sent;
    }

    int upload(Sent sent, String... headers) {
        HttpResponse<String> answer = send(
                "/api/v1/submissions?dataflow=VICTIMS",
                service.accounts().submitter(),
                CSV,
                SmallFiles.file(sent.number),
                headers);
        if (answer == null || answer.statusCode() != 201) {
            return answer == null ? 0 : answer.statusCode();
        }
        JsonNode submission = ServedWork.tree(answer, 201);
        if (!submission.path("status").asText().equals("SUBMITTED")) {
            throw new IllegalStateException("a file is not as it should be: " + submission);
        }
        sent.id = submission.path("id").asText();
        return 201;
    }

    int accept(Sent sent) {
        int status = json(
                "/api/v1/submissions/" + sent.id + "/acceptance",
                service.accounts().reviewer(),
                "{\"sha256\":\"" + sent.hash() + "\"}");
        sent.accepted |= status == 200;
        return status;
    }

    int draft(String id, Made made) {
        int status = json(
                "/api/v1/releases", service.accounts().reviewer(), "{\"id\":\"" + id + "\",\"title\":\"A release\"}");
        made.drafted |= status == 201;
        return status;
    }

    int publish(String id, Made made) {
        int status = json(
                "/api/v1/releases/" + id + "/publication", service.accounts().publisher(), "");
        made.published |= status == 200;
        return status;
    }

    int csv(String path, String token, String file, String... headers) {
        return status(send(path, token, CSV, file, headers));
    }

    int json(String path, String token, String body) {
        return status(send(path, token, "application/json", body));
    }

    private static int status(HttpResponse<String> answer) {
        return answer == null ? 0 : answer.statusCode();
    }

    /** Returns the answer; null if there is none. */
    private HttpResponse<String> send(String path, String token, String type, String body, String... headers) {
        try {
            lastAnswer = service.now().post(path, token, type, BodyPublishers.ofString(body), headers);
            return lastAnswer;
        } catch (IOException e) {
            lastAnswer = null;
            return null;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
