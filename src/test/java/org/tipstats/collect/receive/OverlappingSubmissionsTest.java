package org.tipstats.collect.receive;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tipstats.SignedIn;
import org.tipstats.platform.access.AccountRole;

/** Files that are pending while a newer one arrives for the same figures. */
@QuarkusTest
class OverlappingSubmissionsTest {

    @Inject
    Desk desk;

    @Inject
    SignedIn signedIn;

    private String area;
    private String token;

    @BeforeEach
    void signIn() {
        area = desk.area();
        token = signedIn.submitter(area);
    }

    private String submit(String... rows) {
        return Desk.submitted(token, Desk.file(area, rows));
    }

    private String replace(String... rows) {
        return Desk.submitted(token, Desk.file(area, rows), "mode", "replace");
    }

    private void has(String id, String status) {
        Desk.submission(token, id).body("status", equalTo(status));
    }

    @Test
    void aNewerFileThatHasAllKeysTakesTheOlderOnesPlace() {
        String older = submit("_T,_T,_T,2016,12");
        String newer = submit("_T,_T,_T,2016,13", "M,Y0T17,_T,2016,7");
        Desk.submission(token, older)
                .body("status", equalTo("WITHDRAWN"))
                .body("statusHistory.status", contains("SUBMITTED", "WITHDRAWN"))
                .body("statusHistory[1].comment", equalTo("Replaced by submission " + newer))
                .body("statusHistory[1].by", equalTo("submitter " + area));
        has(newer, "SUBMITTED");
        Desk.get(signedIn.administrator(), "/api/v1/audit?subject=submissions/" + older)
                .statusCode(200)
                .body("items.action", contains("submission-withdrawn", "submission-received"))
                .body("items[0].detail.status", equalTo("WITHDRAWN"));
    }

    @Test
    void oneThatWaitsForAJustificationIsReplacedToo() {
        String older = submit("_T,_T,_T,2016,10", "F,_T,_T,2016,8", "M,_T,_T,2016,7");
        has(older, "NEEDS_JUSTIFICATION");
        submit("_T,_T,_T,2016,15", "F,_T,_T,2016,8", "M,_T,_T,2016,7");
        has(older, "WITHDRAWN");
    }

    @Test
    void aFileWithOtherKeysStaysPendingAndReviewersSeeTheOverlap() {
        String older = submit("_T,_T,_T,2016,12", "M,Y0T17,_T,2016,7");
        String newer = submit("_T,_T,_T,2016,13");
        has(older, "SUBMITTED");
        Desk.submission(signedIn.reviewer(), newer).body("overlaps", contains(older));
        Desk.submission(signedIn.reviewer(), older).body("overlaps", contains(newer));
        Desk.submission(token, newer).body("keySet()", not(hasItem("overlaps")));
    }

    @Test
    void aFileOfAnotherAccountStaysPendingAndReviewersSeeTheOverlap() {
        String other = signedIn.another(Set.of(AccountRole.SUBMITTER), area).token();
        String older = Desk.submitted(other, Desk.file(area, "_T,_T,_T,2016,12"));
        String newer = submit("_T,_T,_T,2016,13");
        has(older, "SUBMITTED");
        Desk.submission(signedIn.reviewer(), newer).body("overlaps", contains(older));
    }

    @Test
    void filesWithoutACommonKeyDoNotOverlap() {
        submit("_T,_T,_T,2015,12");
        String newer = submit("_T,_T,_T,2016,13");
        Desk.submission(signedIn.reviewer(), newer).body("overlaps", empty());
    }

    @Test
    void whatIsDecidedIsNoOverlap() {
        String accepted = desk.accepted(area, "_T,_T,_T,2016,13");
        String newer = submit("_T,_T,_T,2016,13", "M,Y0T17,_T,2016,5");
        Desk.submission(signedIn.reviewer(), newer).body("overlaps", empty());
        Desk.submission(signedIn.reviewer(), accepted).body("keySet()", not(hasItem("overlaps")));
    }

    @Test
    void aFileThatStandsForPeriodsReplacesWhatIsPendingWithinThem() {
        String within = submit("_T,_T,_T,2015,12", "M,Y0T17,_T,2016,7");
        String beyond = submit("_T,_T,_T,2016,12", "_T,_T,_T,2017,9");
        String newer = replace("_T,_T,_T,2015,30", "_T,_T,_T,2016,40");
        has(within, "WITHDRAWN");
        has(beyond, "SUBMITTED");
        Desk.submission(signedIn.reviewer(), newer).body("overlaps", contains(beyond));
        Desk.submission(signedIn.reviewer(), beyond).body("overlaps", contains(newer));
    }

    @Test
    void aFileThatStandsForPeriodsIsNotReplacedByOneThatHasItsKeys() {
        String periods = replace("_T,_T,_T,2016,12");
        String newer = submit("_T,_T,_T,2016,13");
        has(periods, "SUBMITTED");
        Desk.submission(signedIn.reviewer(), newer).body("overlaps", contains(periods));
    }

    @Test
    void aWithdrawalForAllPeriodsIsNotWithinSome() {
        desk.accepted(area, "_T,_T,_T,2016,12");
        String withdrawal = Desk.submitted(
                token, "ACTION,REF_AREA,SEX,AGE,EXPLOITATION,TIME_PERIOD,OBS_VALUE\nD," + area + ",M,Y0T17,_T,,\n");
        replace("_T,_T,_T,2016,12", "M,Y0T17,_T,2016,7");
        has(withdrawal, "SUBMITTED");
    }

    @Test
    void anInvalidFileReplacesNothing() {
        String older = submit("_T,_T,_T,2016,12");
        Desk.submit(token, Desk.file(area, "_T,_T,_T,2016,13", "W,_T,_T,2016,13"))
                .then()
                .statusCode(422);
        has(older, "SUBMITTED");
    }

    @Test
    void aFileOfAnotherDataflowReplacesNothing() {
        String older = submit("_T,_T,_T,2016,12");
        Desk.sending(token, "REF_AREA,OFFENCE,TIME_PERIOD,OBS_VALUE\n" + area + ",0204,2016,30\n")
                .post(Desk.SUBMISSIONS + "?dataflow=OFFENCES&mode=replace")
                .then()
                .statusCode(201)
                .body("id", notNullValue());
        has(older, "SUBMITTED");
    }

    @Test
    void severalOlderFilesAreReplacedAtOnce() {
        String first = submit("_T,_T,_T,2015,12");
        String second = submit("_T,_T,_T,2016,12");
        String third = submit("M,Y0T17,_T,2015,12", "_T,_T,_T,2017,12");
        Desk.submission(signedIn.reviewer(), third).body("overlaps", empty());
        String newer = submit("_T,_T,_T,2015,1", "_T,_T,_T,2016,1", "_T,_T,_T,2017,1");
        has(first, "WITHDRAWN");
        has(second, "WITHDRAWN");
        has(third, "SUBMITTED");
        Desk.submission(signedIn.reviewer(), newer).body("overlaps", containsInAnyOrder(third));
    }
}
