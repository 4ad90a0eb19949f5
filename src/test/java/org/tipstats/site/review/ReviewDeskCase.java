package org.tipstats.site.review;

import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import org.tipstats.SignedIn;
import org.tipstats.SiteSession;

/** The base of tests of the review desk over HTTP: submits files and decides on them, as people in a browser do. */
abstract class ReviewDeskCase {

    static final String AREA = "ALB";
    static final String HEADER = "REF_AREA,SEX,AGE,EXPLOITATION,TIME_PERIOD,OBS_VALUE\n";

    @Inject
    SignedIn people;

    /**
     * Submits a file without warnings.
     *
     * @return its id; the file waits for a review
     */
    String waiting(String token, String... rows) {
        StringBuilder file = new StringBuilder(HEADER);
        for (String row : rows) {
            file.append(AREA).append(',').append(row).append('\n');
        }
        return send(token, file.toString());
    }

    /**
     * Submits a file.
     *
     * @return its id
     */
    static String send(String token, String file) {
        return SignedIn.as(token)
                .contentType("text/csv")
                .header("Content-Disposition", "attachment; filename=\"desk.csv\"")
                .body(file.getBytes(StandardCharsets.UTF_8))
                .post("/api/v1/submissions?dataflow=VICTIMS")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    String status(String id) {
        return SignedIn.as(people.reviewer()).get("/api/v1/submissions/" + id).path("status");
    }

    String sha256(String id) {
        return SignedIn.as(people.reviewer()).get("/api/v1/submissions/" + id).path("sha256");
    }

    static ValidatableResponse accept(SiteSession session, String id, String sha256) {
        return session.form()
                .formParam("sha256", sha256)
                .post("/en/desk/review/" + id + "/acceptance")
                .then();
    }

    static ValidatableResponse giveBack(SiteSession session, String id, String reason) {
        return session.form()
                .formParam("reason", reason)
                .post("/en/desk/review/" + id + "/return")
                .then();
    }
}
