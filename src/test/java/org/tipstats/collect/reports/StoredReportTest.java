package org.tipstats.collect.reports;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tipstats.SignedIn;
import org.tipstats.collect.receive.Desk;
import org.tipstats.collect.upload.UploadConfig;
import org.tipstats.collect.upload.UploadFields;
import org.tipstats.platform.storage.LeftFiles;

/** The report of a stored submission in all its forms, page by page; and what stays of the files that reports were made from. */
@QuarkusTest
class StoredReportTest {

    @Inject
    Desk desk;

    @Inject
    SignedIn signedIn;

    @Inject
    UploadConfig config;

    @Test
    void aStoredReportIsPagedAsAPageToo() {
        String area = desk.area();
        String token = signedIn.submitter(area);
        StringBuilder file = new StringBuilder(Desk.HEADER).append('\n');
        for (int i = 0; i < 1_200; i++) {
            file.append(area).append(",W,_T,_T,2016,12\n");
        }
        String location = Desk.submit(token, file.toString()).header("Location");
        String report = location + "/report";
        ValidatableResponse first = SignedIn.as(token)
                .header("Accept", "text/html")
                .get(report)
                .then()
                .statusCode(200)
                .body(containsString("Findings 1 to 1,000 of 1,200"))
                .body(containsString("href=\"" + report + "?format=xlsx\""));
        String link = first.extract().header("Link");
        String next = link.substring(1, link.indexOf('>'));
        assertEquals("<" + next + ">; rel=\"next\"", link);
        assertTrue(next.endsWith("&format=html"), next);
        assertTrue(first.extract().asString().contains("href=\"" + next.replace("&", "&amp;") + "\""));
        SignedIn.as(token)
                .get(next)
                .then()
                .statusCode(200)
                .contentType("text/html;charset=utf-8")
                .header("Link", nullValue())
                .body(containsString("Findings 1,001 to 1,200 of 1,200"))
                .body(containsString("href=\"" + report + "?format=html\" rel=\"first\""));
        String inFrench = SignedIn.as(token).get(report + "?lang=fr").path("next");
        assertTrue(inFrench.endsWith("&lang=fr"), inFrench);
        SignedIn.as(token)
                .get(inFrench)
                .then()
                .statusCode(200)
                .header("Content-Language", equalTo("fr"))
                .body("findings.size()", equalTo(200));
    }

    @Test
    void aStoredReportComesInTheSameForms() {
        String area = desk.area();
        String file = ReportFormatsTest.BROKEN.replace("AUT", area);
        String token = signedIn.submitter(area);
        String location =
                Desk.submit(token, file).then().statusCode(422).extract().header("Location");
        String id = location.substring(location.lastIndexOf('/') + 1);
        String now = Desk.sending(token, file, "dataflow", "VICTIMS")
                .header("Accept", "text/csv")
                .post(Desk.VALIDATIONS)
                .asString();
        String stored = SignedIn.as(token)
                .header("Accept", "text/csv")
                .get(Desk.path(id, "report"))
                .then()
                .statusCode(200)
                .contentType("text/csv;charset=utf-8")
                .extract()
                .asString();
        assertEquals(now, stored);
        SignedIn.as(token)
                .header("Accept", "image/png")
                .get(Desk.path(id, "report"))
                .then()
                .statusCode(406);
    }

    @Test
    void noFileStaysBehind() throws Exception {
        String area = desk.area();
        String token = signedIn.submitter(area);
        String id = Desk.submitted(token, Desk.file(area, "F,_T,_T,2016,12"));
        ReportFormatsTest.as("text/csv").statusCode(200);
        ReportFormatsTest.as(UploadFields.XLSX).statusCode(200);
        ReportFormatsTest.as("image/png").statusCode(406);
        for (String accept : List.of("text/csv", "application/json", UploadFields.XLSX, "text/html")) {
            SignedIn.as(token)
                    .header("Accept", accept)
                    .head(Desk.path(id, "report"))
                    .then()
                    .statusCode(200)
                    .header("Content-Type", startsWith(accept));
        }
        assertEquals(List.of(), LeftFiles.in(config.folder()));
    }
}
