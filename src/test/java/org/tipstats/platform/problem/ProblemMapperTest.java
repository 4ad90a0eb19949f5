package org.tipstats.platform.problem;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.containsStringIgnoringCase;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.hamcrest.Matcher;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ProblemMapperTest {

    private static final String FAULTY = "/api/v1/faulty";

    @ConfigProperty(name = "tipstats.max-upload")
    MemorySize maxUpload;

    private static ValidatableResponse isProblem(ValidatableResponse response, int status, String slug) {
        return response.statusCode(status)
                .contentType("application/problem+json")
                .header("Cache-Control", "no-store")
                .body("type", equalTo("/problems/" + slug))
                .body("status", equalTo(status))
                .body("title", notNullValue())
                .body("detail", notNullValue())
                .body("instance", notNullValue())
                .body(withoutInternals());
    }

    private static Matcher<String> withoutInternals() {
        return not(matchesPattern("(?s).*(Exception|org\\.|java\\.|jakarta|\\bSQL|hibernate|quarkus).*"));
    }

    private static ValidatableResponse get(String path) {
        return given().get(path).then();
    }

    private static ValidatableResponse post(String body) {
        return given().contentType(ContentType.JSON).body(body).post(FAULTY).then();
    }

    @Test
    void anUnknownPathIsNotFound() {
        isProblem(get("/nothing"), 404, "not-found").body("detail", equalTo("There is nothing at /nothing."));
        isProblem(get("/api/v1/nothing"), 404, "not-found");
        isProblem(get("/q/nothing"), 404, "not-found");
    }

    @Test
    void aMethodThatIsNotThereNamesThoseThatAre() {
        isProblem(given().delete(FAULTY + "/fine").then(), 405, "method-not-allowed")
                .header("Allow", "GET, HEAD, OPTIONS");
        isProblem(given().delete(FAULTY).then(), 405, "method-not-allowed").header("Allow", "OPTIONS, POST");
        isProblem(given().request("NONSENSE", FAULTY).then(), 405, "method-not-allowed");
    }

    @Test
    void optionsListTheMethodsOfThatVeryPath() {
        given().options(FAULTY).then().statusCode(200).header("Allow", "OPTIONS, POST");
    }

    @Test
    void aFormatThatCannotBeMadeIsNotAcceptable() {
        isProblem(given().accept("image/png").get(FAULTY + "/fine").then(), 406, "not-acceptable")
                .body("detail", containsString("image/png"));
    }

    @Test
    void anotherMediaTypeIsRefused() {
        isProblem(given().contentType("text/csv").body("a,b").post(FAULTY).then(), 415, "unsupported-media-type")
                .body("detail", containsString("text/csv"));
    }

    @Test
    void aPackedBodyIsRefused() {
        isProblem(
                given().contentType(ContentType.JSON)
                        .header("Content-Encoding", "gzip")
                        .body("{}".getBytes(StandardCharsets.UTF_8))
                        .post(FAULTY)
                        .then(),
                415,
                "unsupported-media-type");
    }

    @Test
    void aFaultOfTheProgramTellsNothingOfTheProgram() {
        isProblem(get(FAULTY + "/bug"), 500, "internal-error").body(not(containsStringIgnoringCase("secret")));
        isProblem(get(FAULTY + "/end"), 500, "internal-error");
    }

    @Test
    void aDatabaseThatIsAwayIsToBeTriedAgain() {
        isProblem(get(FAULTY + "/database"), 503, "unavailable")
                .header("Retry-After", "5")
                .body(not(containsString("db-one")));
    }

    @Test
    void aConnectionLostAtWorkOrAtTheCommitIsToBeTriedAgain() {
        isProblem(get(FAULTY + "/connection"), 503, "unavailable");
        isProblem(get(FAULTY + "/commit"), 503, "unavailable");
        get(FAULTY + "/fine").statusCode(200);
    }

    @Test
    void aLockThatDoesNotComeFreeIsToBeTriedAgain() {
        isProblem(get(FAULTY + "/lock"), 503, "unavailable").header("Retry-After", "1");
    }

    @Test
    void theSameThingDoneTwiceAtOnceIsAConflict() {
        isProblem(get(FAULTY + "/conflict"), 409, "conflict");
    }

    @Test
    void membersAndHeadersOfTheProblemAreSent() {
        isProblem(get(FAULTY + "/members"), 422, "content-invalid")
                .header("Location", "/api/v1/submissions/7")
                .body("report.valid", equalTo(false));
    }

    @Test
    void brokenJsonSaysWhere() {
        isProblem(post("{\n  \"title\": \"x\",\n}"), 400, "invalid-body")
                .body("detail", containsString("Line 3, column 1"))
                .body("errors[0].pointer", equalTo(""));
        isProblem(post("{\"title\":"), 400, "invalid-body").body("detail", containsString("ends too early"));
        isProblem(post("{} {}"), 400, "invalid-body").body("detail", containsString("has content after its end"));
    }

    @Test
    void aTextThatCannotBeKeptAsItIsIsRefused() {
        for (String text : new String[] {"\\u0000", "a\\u0000b", "\\ud800", "\\udc00\\ud800"}) {
            isProblem(post("{\"title\": \"" + text + "\"}"), 400, "invalid-body")
                    .body("errors[0].pointer", equalTo("/title"))
                    .body("detail", containsString("NUL or half a character"));
            isProblem(post("{\"codes\": [\"a\", \"" + text + "\"]}"), 400, "invalid-body")
                    .body("errors[0].pointer", equalTo("/codes/1"));
            isProblem(post("{\"texts\": {\"en\": \"" + text + "\"}}"), 400, "invalid-body")
                    .body("errors[0].pointer", equalTo("/texts/en"));
        }
        post("{\"title\": \"\\ud83d\\ude00\\n\\t\"}").statusCode(200);
    }

    @Test
    void anUnknownMemberIsRefusedWithTheOneThatIsMeant() {
        isProblem(post("{\"titel\": \"x\"}"), 400, "invalid-body")
                .body("errors[0].pointer", equalTo("/titel"))
                .body("errors[0].suggestions", hasItems("title"));
    }

    @Test
    void aMemberGivenTwiceIsRefused() {
        isProblem(post("{\"title\": \"a\", \"title\": \"b\"}"), 400, "invalid-body")
                .body("detail", containsString("appears twice"));
    }

    @Test
    void aValueOfAnotherTypeIsNotTurnedIntoTheRightOne() {
        isProblem(post("{\"count\": \"5\"}"), 400, "invalid-body")
                .body("errors[0].pointer", equalTo("/count"))
                .body("errors[0].message", equalTo("Here a number is expected."));
        isProblem(post("{\"count\": 5.5}"), 400, "invalid-body");
        isProblem(post("{\"count\": 99999999999}"), 400, "invalid-body")
                .body("errors[0].message", containsString("too large"));
        isProblem(post("{\"title\": 5}"), 400, "invalid-body")
                .body("errors[0].message", equalTo("Here a text is expected."));
        isProblem(post("{\"codes\": \"AUT\"}"), 400, "invalid-body")
                .body("errors[0].message", equalTo("Here a list is expected."));
        isProblem(post("{\"codes\": [\"a\", {}]}"), 400, "invalid-body").body("errors[0].pointer", equalTo("/codes/1"));
        isProblem(post("{\"texts\": {\"a/b\": {}}}"), 400, "invalid-body")
                .body("errors[0].pointer", equalTo("/texts/a~1b"));
        isProblem(post("{\"at\": \"yesterday\"}"), 400, "invalid-body").body("errors[0].value", equalTo("yesterday"));
        isProblem(post("[]"), 400, "invalid-body").body("errors[0].message", equalTo("Here an object is expected."));
    }

    @Test
    void deepOrEndlessJsonIsRefused() {
        String deep = "{\"texts\":" + "{\"a\":".repeat(5_000);
        isProblem(post(deep), 400, "invalid-body");
        isProblem(post("{\"count\":" + "9".repeat(5_000) + "}"), 400, "invalid-body");
    }

    @Test
    void aLongAddressAndAHugeHeaderAreRefusedReadably() {
        isProblem(get(FAULTY + "/" + "a".repeat(9_000)), 414, "uri-too-long");
        isProblem(
                given().header("X-Large", "a".repeat(20_000))
                        .get(FAULTY + "/fine")
                        .then(),
                431,
                "headers-too-large");
    }

    @Test
    void aNulInTheAddressIsRefused() {
        isProblem(given().urlEncodingEnabled(false).get(FAULTY + "/%00").then(), 400, "bad-request");
    }

    /** Sends the address as it is, because the client of other tests encodes or refuses such addresses. */
    private static String sent(String address) throws IOException {
        try (Socket socket = new Socket("localhost", RestAssured.port)) {
            String head = "GET " + address + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n";
            socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Test
    void anAddressThatIsNotEncodedIsRefusedReadably() throws IOException {
        for (String address :
                List.of("/api/v1/limits?lang=%zz", "/api/v1/%zz", "/api/v1/limits?lang=en|fr", "/problems/^")) {
            String answer = sent(address);
            assertTrue(answer.startsWith("HTTP/1.1 400 "), answer);
            assertTrue(answer.contains("application/problem+json"), answer);
            int wrong = address.replaceAll("[%|^].*", "").length() + 1;
            assertTrue(answer.contains("not valid from character " + wrong + " on"), answer);
        }
        assertTrue(sent("/en/%zz").contains("<!DOCTYPE html>"));
        assertTrue(sent("/sdmx/v1/data/%zz").contains("ErrorMessage code=\"140\""));
    }

    /** The reply must arrive although the client has hardly begun to send. */
    @Test
    void aBodyThatSaysItIsTooLargeIsRefusedReadably() throws IOException {
        long limit = maxUpload.asLongValue();
        String head = "POST /api/v1/faulty HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
                + "Content-Length: " + 2 * limit + "\r\n\r\n{";
        try (Socket socket = new Socket("localhost", RestAssured.port)) {
            socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
            byte[] answer = new byte[4_096];
            int length = socket.getInputStream().read(answer);
            String text = new String(answer, 0, length, StandardCharsets.UTF_8);
            assertTrue(text.startsWith("HTTP/1.1 413 "), text);
            assertTrue(text.contains("\"limit\":" + limit), text);
        }
    }

    @Test
    void theCallersRequestIdIsKeptWhereItIsSane() {
        given().header("X-Request-Id", "case-7.a_b")
                .get("/nothing")
                .then()
                .header("X-Request-Id", "case-7.a_b")
                .body("requestId", equalTo("case-7.a_b"))
                .body("instance", equalTo("case-7.a_b"));
    }

    @Test
    void anotherRequestIdIsReplaced() {
        for (String odd : Arrays.asList("a b", "<script>", "x".repeat(65), null)) {
            var request = odd == null ? given() : given().header("X-Request-Id", odd);
            request.get("/nothing").then().header("X-Request-Id", matchesPattern("[0-9a-f-]{36}"));
        }
    }

    @Test
    void aProblemHasNoErrorsUnlessItIsAboutInput() {
        get("/nothing").body("errors", nullValue());
    }
}
