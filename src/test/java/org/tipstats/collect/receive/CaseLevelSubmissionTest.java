package org.tipstats.collect.receive;

import static org.hamcrest.Matchers.aMapWithSize;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import org.apache.commons.codec.digest.DigestUtils;
import org.junit.jupiter.api.Test;
import org.tipstats.SignedIn;
import org.tipstats.collect.upload.UploadConfig;
import org.tipstats.platform.database.Database;
import org.tipstats.platform.storage.LeftFiles;

/** Files that list single persons are not stored; the audit log records only that one arrived. */
@QuarkusTest
class CaseLevelSubmissionTest {

    private static final String FILE = "Surname,Date of birth,REF_AREA,SEX,AGE,EXPLOITATION,TIME_PERIOD\n"
            + "Mustermann,1999-01-01,AUT,F,Y0T17,SEX,2016\n";

    /** Every table that could contain a file or data about it. */
    private static final List<String> TABLES = List.of(
            "submission",
            "submission_event",
            "submission_file",
            "submission_findings",
            "submitted_value",
            "justification",
            "idempotent_answer");

    @Inject
    SignedIn signedIn;

    @Inject
    Database database;

    @Inject
    UploadConfig config;

    private List<Long> counts() {
        return TABLES.stream()
                .map(table -> database.number("select count(*) from " + table))
                .toList();
    }

    @Test
    void nothingOfTheFileIsKept() throws Exception {
        String token = signedIn.submitter("AUT");
        List<Long> before = counts();
        Desk.sending(token, FILE, "dataflow", "VICTIMS")
                .header("Idempotency-Key", "persons")
                .header("Content-Disposition", "attachment; filename=\"Mustermann.csv\"")
                .post(Desk.SUBMISSIONS)
                .then()
                .statusCode(422)
                .contentType("application/problem+json")
                .header("Location", nullValue())
                .body("type", equalTo("/problems/content-invalid"))
                .body("report.findings.rule", contains("case-level-data"))
                .body("report.findings[0].line", equalTo(1))
                .body("report.findings", not(containsString("1999")));
        assertEquals(before, counts());
        assertEquals(List.of(), LeftFiles.in(config.folder()));
        Desk.get(signedIn.administrator(), "/api/v1/audit?action=submission-refused-as-case-level&limit=1")
                .statusCode(200)
                .body("items[0].toHash", equalTo(DigestUtils.sha256Hex(FILE)))
                .body("items[0].actorName", equalTo("submitter AUT"))
                .body("items[0].subject", equalTo("submissions"))
                .body("items[0].detail", aMapWithSize(0));
    }

    @Test
    void aTrialSaysTheSame() {
        Desk.sending(null, FILE, "dataflow", "VICTIMS")
                .post(Desk.VALIDATIONS)
                .then()
                .statusCode(200)
                .body("valid", equalTo(false))
                .body("findings.rule", contains("case-level-data"));
        Desk.sending(null, FILE, "dataflow", "VICTIMS")
                .header("Accept", "text/csv")
                .post(Desk.VALIDATIONS)
                .then()
                .statusCode(200)
                .body(not(containsString("Mustermann")));
    }
}
