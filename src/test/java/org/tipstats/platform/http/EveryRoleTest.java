package org.tipstats.platform.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tipstats.SignedIn;
import org.tipstats.platform.access.AccountRole;
import org.tipstats.platform.http.ApiDocument.Described;

/** Tests that nothing odd or missing in a request makes an operation of the API fail, whoever asks. */
@QuarkusTest
class EveryRoleTest {

    /** Operations that change what other tests share: a file is kept even if it is not valid. */
    private static final Set<String> LEFT_OUT = Set.of("POST /api/v1/submissions");

    private static final List<String> ODD = List.of(
            "",
            "-1",
            "99999999999999999999",
            "+999999999-12-31T23:59:59Z",
            "\u0000",
            "children(",
            "a,,b",
            "\u202e",
            "1:0");
    private static final List<String> BODIES = List.of("null", "[]", "{\"unknown\": 1}", "{", "\"\\ud800\"");
    private static final String TABLE = "Sex;2021;2022\nMen;5;7\nTotal;17;22\n";

    @Inject
    SignedIn people;

    private final List<String> faults = new ArrayList<>();
    private ApiDocument document;
    private List<String> callers;
    private int asked;

    @BeforeEach
    void read() {
        document = ApiDocument.read();
    }

    @Test
    void whatIsOddOrMissingIsNoFaultOfTheService() {
        callers = new ArrayList<>(Arrays.asList(null, people.submitter("AUT"), people.agency("IOM", "AUT")));
        for (AccountRole role : List.of(AccountRole.REVIEWER, AccountRole.PUBLISHER, AccountRole.ADMINISTRATOR)) {
            callers.add(people.another(Set.of(role)).token());
        }
        document.operations().stream()
                .filter(operation -> operation.isOfTheApi() && !LEFT_OUT.contains(operation.key()))
                .forEach(this::ask);
        assertEquals(List.of(), faults);
        assertTrue(asked > 1_000, "asked " + asked);
    }

    /** Asks as everyone with what is required alone, then as one after the other with each parameter or body odd. */
    private void ask(Described operation) {
        callers.forEach(caller -> send(caller, operation, null, null, "{}"));
        for (JsonNode parameter : operation.parameters()) {
            if (!parameter.path("in").asText().equals("header")) {
                send(next(), operation, parameter.path("name").asText(), ODD.get(asked % ODD.size()), "{}");
            }
        }
        if (operation.node().has("requestBody")) {
            BODIES.forEach(body -> send(next(), operation, null, null, body));
        }
    }

    private String next() {
        return callers.get(asked % callers.size());
    }

    private void send(String caller, Described operation, String odd, String value, String body) {
        String[] key = operation.key().split(" ");
        RequestSpecification request = SignedIn.as(caller).redirects().follow(false);
        for (JsonNode parameter : operation.parameters()) {
            String name = parameter.path("name").asText();
            String given = name.equals(odd) ? value : parameter.path("example").asText("x");
            if (parameter.path("in").asText().equals("path")) {
                request.pathParam(name, given.isEmpty() ? " " : given);
            } else if (name.equals(odd) || parameter.path("required").asBoolean()) {
                request.queryParam(name, given);
            }
        }
        if (operation.node().has("requestBody")) {
            boolean json = operation.node().at("/requestBody/content").has("application/json");
            request.contentType(json ? "application/json" : "text/csv").body(json ? body : TABLE);
        }
        asked++;
        check(request.request(key[0], key[1]), operation + " " + odd + "=" + value + " " + body);
    }

    private void check(Response reply, String request) {
        int status = reply.statusCode();
        boolean refused = status >= 400 && !reply.contentType().startsWith("application/problem+json");
        if (status >= 500 || refused) {
            faults.add(status + " " + request + " " + reply.contentType());
        }
    }
}
