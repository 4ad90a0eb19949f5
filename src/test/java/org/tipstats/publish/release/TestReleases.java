package org.tipstats.publish.release;

import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.restassured.RestAssured;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.tipstats.SignedIn;
import org.tipstats.platform.access.AccountRole;

/**
 * Has figures accepted and published over HTTP, as users do. All tests share one database, and a release contains
 * everything accepted, so a test must use areas and years of its own.
 */
@Singleton
public class TestReleases {

    private static final String API = "/api/v1";
    private static final String JSON = "application/json";

    /** One area of each region. Its figures raise a regional total that another test left too small to be published. */
    private static final Map<String, String> LIFTING =
            Map.of("002", "STP", "019", "SUR", "142", "BTN", "150", "SMR", "009", "TKL");

    /** An accepted file. */
    public record Accepted(String id, String sha256, String fileName) {}

    private final SignedIn accounts;

    TestReleases(SignedIn accounts) {
        this.accounts = accounts;
    }

    /** Creates a request by the tests' only account with the role. */
    public RequestSpecification as(AccountRole role) {
        return SignedIn.as(accounts.token(Set.of(role)));
    }

    /** Creates a request by the submitter of an area. */
    public RequestSpecification submitter(String area) {
        return SignedIn.as(accounts.submitter(area));
    }

    /**
     * Creates requests by all who must not see unpublished data: an anonymous caller, a submitter, the administrator.
     */
    public List<Supplier<RequestSpecification>> outsiders() {
        return List.of(RestAssured::given, () -> submitter("FJI"), () -> as(AccountRole.ADMINISTRATOR));
    }

    /** Submits a file of one area; a file of POPULATION as the administrator. */
    public Response submit(String dataflow, String area, String csv) {
        RequestSpecification sender = dataflow.equals("POPULATION") ? as(AccountRole.ADMINISTRATOR) : submitter(area);
        Response response = sender.contentType("text/csv; charset=utf-8")
                .header("Content-Disposition", "attachment; filename=\"" + area + ".csv\"")
                .body(csv)
                .post(API + "/submissions?dataflow=" + dataflow);
        assertEquals(201, response.statusCode(), response.asString());
        return response;
    }

    /** Takes a file through submission, justification and review. */
    public Accepted accept(String dataflow, String area, String csv) {
        return accept(dataflow, area, submit(dataflow, area, csv));
    }

    /** Takes a submitted file through justification and review. */
    public Accepted accept(String dataflow, String area, Response submission) {
        String id = submission.path("id");
        String sha256 = submission.path("sha256");
        if (submission.path("status").equals("NEEDS_JUSTIFICATION")) {
            justify(id, area, dataflow);
        }
        Response acceptance = as(AccountRole.REVIEWER)
                .contentType(JSON)
                .body(Map.of("sha256", sha256))
                .post(API + "/submissions/" + id + "/acceptance");
        assertEquals(200, acceptance.statusCode(), acceptance.asString());
        return new Accepted(id, sha256, area + ".csv");
    }

    private void justify(String id, String area, String dataflow) {
        RequestSpecification sender = dataflow.equals("POPULATION") ? as(AccountRole.ADMINISTRATOR) : submitter(area);
        List<String> rules = as(AccountRole.REVIEWER)
                .get(API + "/submissions/" + id + "/report")
                .path("summary.findAll { it.severity == 'warning' }.rule");
        List<Map<String, String>> justifications = rules.stream()
                .distinct()
                .map(rule -> Map.of("rule", rule, "text", "These are the figures."))
                .toList();
        Response response =
                sender.contentType(JSON).body(justifications).post(API + "/submissions/" + id + "/justifications");
        assertEquals("SUBMITTED", response.path("status"), response.asString());
    }

    /** Compiles a draft as the reviewer. */
    public Response draft(String id, Instant embargoUntil) {
        Map<String, Object> request = new LinkedHashMap<>();
        request.put("id", id);
        request.put("title", "Release " + id);
        request.put("embargoUntil", embargoUntil == null ? null : embargoUntil.toString());
        Response response =
                as(AccountRole.REVIEWER).contentType(JSON).body(request).post(API + "/releases");
        assertEquals(201, response.statusCode(), response.asString());
        return response;
    }

    /** Accepts a figure, so that there is something to publish. */
    public void acceptOne() {
        accept("VICTIMS", "AUT", "REF_AREA,SEX,AGE,EXPLOITATION,TIME_PERIOD,OBS_VALUE\nAUT,_T,_T,_T,2001,120\n");
    }

    public boolean isPublished(String id) {
        return RestAssured.get(API + "/releases/" + id).statusCode() == 200;
    }

    /** Compiles everything accepted, publishes it at once, and returns the time of publication. */
    public Instant publish(String id) {
        return Instant.parse(publish(id, null).path("publishedAt"));
    }

    /** Compiles everything accepted and publishes it at an instant. */
    public Response publish(String id, Instant embargoUntil) {
        draft(id, embargoUntil);
        Response response = as(AccountRole.PUBLISHER).post(API + "/releases/" + id + "/publication");
        if (response.statusCode() == 409) {
            lift(response);
            as(AccountRole.REVIEWER).delete(API + "/releases/" + id);
            draft(id, embargoUntil);
            response = as(AccountRole.PUBLISHER).post(API + "/releases/" + id + "/publication");
        }
        assertEquals(200, response.statusCode(), response.asString());
        return response;
    }

    private void lift(Response blocked) {
        List<Map<String, String>> items = blocked.path("checks.find { it.id == 'public-totals' }.items");
        for (Map<String, String> item : items == null ? List.<Map<String, String>>of() : items) {
            List<String> codes = new ArrayList<>(List.of(item.get("key").split("\\.")));
            String area = LIFTING.get(codes.get(1));
            if (area != null) {
                codes.set(1, area);
                List<String> dimensions = RestAssured.get(API + "/dataflows/" + item.get("dataflow"))
                        .path("dimensions.id");
                accept(
                        item.get("dataflow"),
                        area,
                        String.join(",", dimensions) + ",OBS_VALUE\n" + String.join(",", codes) + ",1000\n");
            }
        }
    }

    /** Returns all items of a paged list, by following {@code next} from its first address. */
    public static List<Object> pages(String address, String member) {
        List<Object> items = new ArrayList<>();
        for (String next = address; next != null; ) {
            Response page = RestAssured.given().urlEncodingEnabled(false).get(next);
            assertEquals(200, page.statusCode(), page.asString());
            items.addAll(page.<List<Object>>path(member));
            next = page.path("next");
        }
        return items;
    }

    static ValidatableResponse isProblem(Response response, int status, String slug) {
        return response.then()
                .statusCode(status)
                .contentType("application/problem+json")
                .body("type", equalTo("/problems/" + slug));
    }
}
