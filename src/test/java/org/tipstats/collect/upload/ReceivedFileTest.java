package org.tipstats.collect.upload;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.tipstats.SignedIn;
import org.tipstats.collect.receive.Desk;
import org.tipstats.platform.access.AccountRole;
import org.tipstats.validate.run.RuleCatalogue;

/** The file as received, and its receipt. */
@QuarkusTest
class ReceivedFileTest {

    @Inject
    Desk desk;

    @Inject
    SignedIn signedIn;

    private static String id(Response response) {
        String location = response.header("Location");
        return location.substring(location.lastIndexOf('/') + 1);
    }

    @Test
    void theVeryBytesComeBack() {
        String area = desk.area();
        String token = signedIn.submitter(area);
        byte[] noise = new byte[2_500_000];
        new Random(7).nextBytes(noise);
        Response response = SignedIn.as(token)
                .contentType("text/csv")
                .header("Content-Disposition", "attachment; filename*=UTF-8''r%C3%A9sum%C3%A9%22.csv")
                .body(noise)
                .post(Desk.SUBMISSIONS + "?dataflow=VICTIMS");
        response.then().statusCode(422);
        Response file = SignedIn.as(token).get(Desk.path(id(response), "file"));
        file.then()
                .statusCode(200)
                .contentType("application/octet-stream")
                .header("Cache-Control", "no-store")
                .header("X-Content-Type-Options", "nosniff")
                .header(
                        "Content-Disposition",
                        equalTo("attachment; filename=\"r_sum__.csv\"; filename*=UTF-8''r%C3%A9sum%C3%A9%22.csv"));
        assertArrayEquals(noise, file.asByteArray());
    }

    @Test
    void theReceivedFileIsForItsSubmittersAndReviewers() {
        String area = desk.area();
        String id = Desk.submitted(signedIn.submitter(area), Desk.file(area, "F,_T,_T,2016,12"));
        String colleague = signedIn.another(Set.of(AccountRole.SUBMITTER), area).token();
        for (String token : List.of(signedIn.submitter(area), colleague, signedIn.reviewer())) {
            Desk.get(token, Desk.path(id, "file")).statusCode(200);
        }
        Desk.get(signedIn.publisher(), Desk.path(id, "file")).statusCode(403);
        Desk.get(signedIn.administrator(), Desk.path(id, "file")).statusCode(403);
        Desk.get(signedIn.submitter(desk.area()), Desk.path(id, "file")).statusCode(404);
        Desk.get(null, Desk.path(id, "file")).statusCode(401);
    }

    @Test
    void aReceiptSaysWhichBytesCameWhen() {
        String area = desk.area();
        String token = signedIn.submitter(area);
        String file = Desk.file(area, "F,_T,_T,2016,12");
        Response sent = Desk.submit(token, file);
        Desk.get(token, Desk.path(sent.path("id"), "receipt"))
                .statusCode(200)
                .body("submissionId", equalTo(sent.path("id")))
                .body("dataflow", equalTo("VICTIMS"))
                .body("sha256", equalTo(sent.path("sha256")))
                .body("bytes", equalTo(file.length()))
                .body("rows", equalTo(1))
                .body("receivedAt", equalTo(sent.path("receivedAt")))
                .body("submittedBy", equalTo("submitter " + area))
                .body("status", equalTo("SUBMITTED"))
                .body("valid", equalTo(true))
                .body("counts.error", equalTo(0))
                .body("schemaVersion", equalTo("1.0.0"))
                .body("rulesVersion", equalTo(RuleCatalogue.VERSION))
                .body("issuedAt", notNullValue());
    }
}
