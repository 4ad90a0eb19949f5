package org.tipstats.bench.fault;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.tipstats.bench.speed.Service;

/** A built service without the demo, and the tokens of those who work with it. */
interface ServedWork {

    /** Returns the service that takes the next request. */
    Service now();

    Accounts accounts();

    /** Tokens of one account for each role. The submitter reports for all areas of {@link SmallFiles}. */
    record Accounts(String administrator, String submitter, String reviewer, String publisher) {

        private static final Pattern TOKEN = Pattern.compile("tip_[\\w-]{43}");

        /** Opens the accounts by the token that the first start left in the home folder or showed on its console. */
        static Accounts open(Service service, Path home) throws IOException, InterruptedException {
            Path file = home.resolve("first-administrator-token");
            Matcher first =
                    TOKEN.matcher(Files.readString(Files.exists(file) ? file : home.resolveSibling("service.log")));
            if (!first.find()) {
                throw new IllegalStateException("the first start shows no token");
            }
            String administrator = open(service, first.group(), "administrator", "[]");
            String areas = SmallFiles.AREAS.stream()
                    .map(area -> "\"" + area + "\"")
                    .collect(Collectors.joining(",", "[", "]"));
            return new Accounts(
                    administrator,
                    open(service, administrator, "submitter", areas),
                    open(service, administrator, "reviewer", "[]"),
                    open(service, administrator, "publisher", "[]"));
        }

        private static String open(Service service, String token, String role, String areas)
                throws IOException, InterruptedException {
            String body = "{\"name\":\"the %s\",\"roles\":[\"%s\"],\"areas\":%s}".formatted(role, role, areas);
            return tree(service.post("/api/v1/accounts", token, body), 201)
                    .path("token")
                    .asText();
        }
    }

    /** Returns the JSON of an answer, which must have this status. */
    static JsonNode tree(HttpResponse<String> response, int status) {
        if (response.statusCode() != status) {
            throw new IllegalStateException(response.uri() + " " + response.statusCode() + " " + response.body());
        }
        try {
            return new ObjectMapper().readTree(response.body());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(response.body(), e);
        }
    }
}
