package org.tipstats.collect.receive;

import static org.hamcrest.Matchers.equalTo;

import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.tipstats.SignedIn;
import org.tipstats.platform.database.Database;
import org.tipstats.vocabulary.schema.Code;
import org.tipstats.vocabulary.schema.CodeList;
import org.tipstats.vocabulary.schema.SchemaRegistry;

/** Submits files and takes them through review over HTTP. Each test gets areas of its own. */
@Singleton
public class Desk {

    public static final String SUBMISSIONS = "/api/v1/submissions";
    public static final String VALIDATIONS = "/api/v1/validations";
    public static final String HEADER = "REF_AREA,SEX,AGE,EXPLOITATION,TIME_PERIOD,OBS_VALUE";

    /**
     * Areas that tests name themselves. A test that submits, accepts or publishes figures of a named area must add it
     * here.
     */
    private static final Set<String> OTHERS = Set.of(
            "ABW", "AFG", "AIA", "ALB", "AND", "ARG", "ARM", "ATA", "ATF", "AUT", "BDI", "BHS", "BLZ", "BMU", "BRA",
            "BRB", "BTN", "BWA", "CHL", "CHN", "CYM", "DMA", "FLK", "FRO", "GAB", "GEO", "GGY", "GHA", "GIB", "GLP",
            "GRC", "GRD", "GRL", "GUF", "GUY", "JEY", "KNA", "LCA", "LIE", "PER", "SGS", "SJM", "SMR", "STP", "SUR",
            "TCA", "TLS", "VAT", "VCT");

    private final SignedIn signedIn;
    private final Database database;
    private final Deque<String> spare;

    Desk(SignedIn signedIn, SchemaRegistry schemas, Database database) {
        this.signedIn = signedIn;
        this.database = database;
        this.spare = schemas.areas().codes().stream()
                .filter(code -> !code.isAreaGroup() && !isOfOthers(code, schemas.areas()))
                .map(Code::id)
                .sorted(Comparator.reverseOrder())
                .collect(Collectors.toCollection(ArrayDeque::new));
    }

    /**
     * Excludes areas that other tests use: those above, and Oceania, which tests of releases and published data use.
     */
    private static boolean isOfOthers(Code area, CodeList areas) {
        return OTHERS.contains(area.id())
                || areas.ancestors(area).stream().anyMatch(group -> group.id().equals("009"));
    }

    /** Returns an area that no other test of the class uses. Other classes may have used it: each has its own store. */
    public String area() {
        String area = spare.pop();
        spare.add(area);
        return area;
    }

    /** Returns a file of VICTIMS. A row starts after the area, for example {@code F,_T,_T,2016,12}. */
    public static String file(String area, String... rows) {
        return HEADER + "\n"
                + Arrays.stream(rows).map(row -> area + "," + row + "\n").collect(Collectors.joining());
    }

    /**
     * Creates a request with a file as its body.
     *
     * @param query query parameters as name, value, name, value
     */
    public static RequestSpecification sending(String token, String file, String... query) {
        RequestSpecification request =
                SignedIn.as(token).contentType("text/csv").body(file.getBytes(StandardCharsets.UTF_8));
        for (int i = 0; i < query.length; i += 2) {
            request = request.queryParam(query[i], query[i + 1]);
        }
        return request;
    }

    /** Submits a file of VICTIMS. Further query parameters may follow. */
    public static Response submit(String token, String file, String... query) {
        return sending(token, file, query).queryParam("dataflow", "VICTIMS").post(SUBMISSIONS);
    }

    /** Submits a file without errors and returns the id of its submission. */
    public static String submitted(String token, String file, String... query) {
        return submit(token, file, query).then().statusCode(201).extract().path("id");
    }

    public static ValidatableResponse get(String token, String path) {
        return SignedIn.as(token).get(path).then();
    }

    public static ValidatableResponse submission(String token, String id) {
        return get(token, path(id)).statusCode(200);
    }

    public static String path(String id, String... further) {
        return SUBMISSIONS + "/" + id
                + Arrays.stream(further).map(part -> "/" + part).collect(Collectors.joining());
    }

    /** Posts a JSON body to a path below a submission. */
    public static ValidatableResponse post(String token, String id, String step, String json) {
        RequestSpecification request = SignedIn.as(token);
        if (json != null) {
            request = request.contentType(ContentType.JSON).body(json);
        }
        return request.post(path(id, step)).then();
    }

    /** Accepts a submission as a reviewer, by the hash that it shows. */
    public ValidatableResponse accept(String id) {
        String hash = submission(signedIn.reviewer(), id).extract().path("sha256");
        return post(signedIn.reviewer(), id, "acceptance", "{\"sha256\": \"" + hash + "\"}");
    }

    /** Justifies all warnings of a rule. */
    public static ValidatableResponse justify(String token, String id, String rule) {
        return post(
                token, id, "justifications", "[{\"rule\": \"" + rule + "\", \"text\": \"Checked with the source.\"}]");
    }

    /** Submits rows of an area without warnings, has them accepted, and returns the id of the submission. */
    public String accepted(String area, String... rows) {
        String id = submitted(signedIn.submitter(area), file(area, rows));
        accept(id).statusCode(200).body("status", equalTo("ACCEPTED"));
        return id;
    }

    /** Justifies a submission whose warnings are all of one rule, and has it accepted. */
    public void acceptJustified(String area, String id, String rule) {
        justify(signedIn.submitter(area), id, rule).statusCode(200).body("status", equalTo("SUBMITTED"));
        accept(id).statusCode(200);
    }

    /** Gives submissions the same time of arrival. */
    void pretendTheyArrivedTogether(List<String> ids) {
        database.update(
                "update submission set received_at = (select max(received_at) from submission) where id::text = any (?)",
                ids);
    }
}
