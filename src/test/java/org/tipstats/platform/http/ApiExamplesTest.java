package org.tipstats.platform.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tipstats.SignedIn;
import org.tipstats.disseminate.comparison.MirrorDataflowTest;
import org.tipstats.platform.access.AccountRole;
import org.tipstats.platform.access.AccountView.CreatedAccount;
import org.tipstats.platform.http.ApiDocument.Described;
import org.tipstats.publish.release.TestReleases;

/** Tests that the service answers the examples of the API description as the description says. */
@QuarkusTest
class ApiExamplesTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @Inject
    TestReleases releases;

    @Inject
    SignedIn accounts;

    private ApiDocument document;

    @BeforeEach
    void read() {
        document = ApiDocument.read();
    }

    @Test
    void whatTheExamplesAskForIsAnsweredAsDescribed() throws IOException {
        String release = "described-1";
        TestReleases.Accepted submission = releases.accept(
                "VICTIMS", "NIU", "REF_AREA,SEX,AGE,EXPLOITATION,TIME_PERIOD,OBS_VALUE\nNIU,_T,_T,OTH_BEG,2002,40\n");
        releases.publish(release);
        CreatedAccount staff = accounts.another(Set.of(AccountRole.REVIEWER, AccountRole.PUBLISHER));
        List<String> faults = new ArrayList<>();
        for (Described operation : document.operations()) {
            for (String address : operation.key().startsWith("GET ") ? addresses(operation) : List.<String>of()) {
                String own = address.replace("demo", release)
                        .replaceAll("submissions/[^/?]+", "submissions/" + submission.id())
                        .replaceAll("accounts/[^/?]+", "accounts/" + staff.id());
                faults.addAll(faultsOf(operation, own, SignedIn.as(null).get(own)));
                Response reply = SignedIn.as(staff.token()).get(own);
                for (String other : List.of(accounts.administrator(), accounts.submitter("AUT"))) {
                    reply = reply.statusCode() == 403 ? SignedIn.as(other).get(own) : reply;
                }
                faults.addAll(faultsOf(operation, own, reply));
            }
        }
        assertEquals(List.of(), faults);
    }

    @Test
    void whatTheExamplesSendIsAccepted() throws IOException {
        Map<String, String> senders = Map.of(
                "accounts", accounts.administrator(),
                "invitations", accounts.administrator(),
                "rounds", accounts.administrator(),
                "calendar", accounts.publisher(),
                "mappings", accounts.submitter("KGZ"),
                "releases", accounts.reviewer());
        Set<String> sent = new TreeSet<>();
        List<String> faults = new ArrayList<>();
        for (Described operation : document.operations()) {
            String token = senders.get(operation.key().replaceFirst("^POST /api/v1/", ""));
            for (JsonNode example : token == null ? List.<JsonNode>of() : ApiDocument.list(bodies(operation))) {
                String path = operation.key().substring(5);
                Response reply = SignedIn.as(token)
                        .contentType(ContentType.JSON)
                        .body(JSON.writeValueAsString(example.path("value")))
                        .post(path);
                // Two examples of a release have the same id.
                sent.add(path);
                if (reply.statusCode() != 201 && !(reply.statusCode() == 409 && path.endsWith("/releases"))) {
                    faults.add(reply.statusCode() + " " + path + " " + reply.asString());
                }
            }
        }
        assertEquals(List.of(), faults);
        assertEquals(senders.size(), sent.size(), sent::toString);
    }

    private static JsonNode bodies(Described operation) {
        return operation.node().at("/requestBody/content/application~1json/examples");
    }

    @Test
    void latestYearsAreDescribedWhereTheyAreRead() {
        releases.accept(
                "VICTIMS", "NIU", "REF_AREA,SEX,AGE,EXPLOITATION,TIME_PERIOD,OBS_VALUE\nNIU,_T,_T,OTH_BEG,2003,40\n");
        releases.publish("described-2");
        for (Described operation : document.operations()) {
            for (JsonNode parameter : operation.parameters()) {
                if (operation.key().startsWith("GET ")
                        && parameter.path("name").asText().equals("TIME_PERIOD")) {
                    String address = operation.node().path("x-request").asText().replaceAll("&TIME_PERIOD=[^&]*", "");
                    int status = SignedIn.as(null)
                            .get(address + "&TIME_PERIOD=latest(1)")
                            .statusCode();
                    boolean described = parameter.path("description").asText().contains("latest(");
                    assertEquals(described ? 200 : 400, status, operation.key());
                }
            }
        }
    }

    @Test
    void figuresOfTheMirrorAreAnsweredAsDescribed() throws IOException {
        MirrorDataflowTest.publish(releases);
        String mirror = "/api/v1/data/MIRROR?REF_AREA=VUT&TIME_PERIOD=" + MirrorDataflowTest.YEAR;
        // The number of victims from Samoa, 3, is withheld.
        String withheld = "/api/v1/data/MIRROR/provenance?REF_AREA=VUT&CITIZENSHIP=WSM&FIGURE=DETECTED&TIME_PERIOD="
                + MirrorDataflowTest.YEAR;
        List<String> faults = new ArrayList<>();
        for (String address : List.of(mirror, mirror.replace("MIRROR", "MIRROR_FLOWS"), withheld)) {
            String path = address.contains("/provenance") ? "/provenance" : "";
            Described operation = document.operations().stream()
                    .filter(each -> each.key().equals("GET /api/v1/data/{dataflow}" + path))
                    .findFirst()
                    .orElseThrow();
            Response reply = SignedIn.as(null).get(address);
            assertEquals(200, reply.statusCode(), reply.asString());
            faults.addAll(faultsOf(operation, address, reply));
        }
        assertEquals(List.of(), faults);
    }

    @Test
    void whoNamesAReleaseLearnsThatItMayBeUnknownOrWithdrawn() {
        for (Described operation : document.operations()) {
            if (operation.names("query").contains("release")) {
                JsonNode replies = operation.node().path("responses");
                assertTrue(replies.has("404") && replies.has("410"), operation.key());
            }
        }
    }

    @Test
    void whatTheStandardsInterfaceAnswersInAllOperationsIsDescribed() {
        for (Described operation : document.operations()) {
            if (operation.key().contains(" /sdmx/")) {
                JsonNode replies = operation.node().path("responses");
                assertTrue(replies.has("304") && replies.has("default"), operation.key());
                assertEquals(operation.key().contains("/data/"), replies.has("206"), operation.key());
            }
        }
    }

    /** Returns the example address of the operation, and one address for the example of each parameter. */
    private static List<String> addresses(Described operation) {
        String path = operation.key().substring(4);
        List<String> always = new ArrayList<>();
        List<String> single = new ArrayList<>();
        for (JsonNode parameter : operation.parameters()) {
            String name = parameter.path("name").asText();
            String example = parameter.path("example").asText();
            if (parameter.path("in").asText().equals("path")) {
                path = path.replace("{" + name + "}", example);
            } else if (parameter.path("in").asText().equals("query") && parameter.has("example")) {
                (parameter.path("required").asBoolean() ? always : single).add(name + "=" + example);
            }
        }
        List<String> addresses = new ArrayList<>();
        addresses.add(always.isEmpty() ? path : path + "?" + String.join("&", always));
        for (String one : single) {
            addresses.add(path + "?" + String.join("&", always) + (always.isEmpty() ? "" : "&") + one);
        }
        if (operation.node().has("x-request")) {
            addresses.add(operation.node().path("x-request").asText());
        }
        return addresses;
    }

    private List<String> faultsOf(Described operation, String address, Response reply) throws IOException {
        int status = reply.statusCode();
        if (!List.of(200, 204, 401, 404).contains(status)) {
            return List.of(status + " " + address + " " + reply.asString());
        }
        String type = reply.contentType().split(";")[0];
        JsonNode told = operation.node().path("responses").path(Integer.toString(status));
        if (status != 200) {
            return told.isMissingNode() && operation.isOfTheApi()
                    ? List.of(status + " " + address + " is not described")
                    : List.of();
        }
        if (told.path("content").properties().stream()
                .noneMatch(content -> content.getKey().split(";")[0].equals(type))) {
            return List.of(address + " gave " + type);
        }
        return !type.matches("application/(.+[+])?json")
                ? List.of()
                : document.faults(schema(told.path("content"), type), JSON.readTree(reply.asByteArray())).stream()
                        .map(fault -> address + ": " + fault)
                        .toList();
    }

    /** Returns the schema of the content of a media type, whatever its parameters. */
    private static JsonNode schema(JsonNode content, String type) {
        return content.properties().stream()
                .filter(each -> each.getKey().split(";")[0].equals(type))
                .map(each -> each.getValue().path("schema"))
                .findFirst()
                .orElseThrow();
    }
}
