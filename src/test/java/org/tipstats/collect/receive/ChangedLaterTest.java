package org.tipstats.collect.receive;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tipstats.SignedIn;
import org.tipstats.SiteSession;
import org.tipstats.platform.access.AccountRole;

/** Accepted figures that a later submission changed. */
@QuarkusTest
class ChangedLaterTest {

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

    private void revised(String sender, String file, String... query) {
        String id = Desk.submitted(sender, file, query);
        Desk.justify(sender, id, "revision").statusCode(200).body("status", equalTo("SUBMITTED"));
        desk.accept(id).statusCode(200);
    }

    private static String page(String token, String id) {
        return SiteSession.open(token).page("/en/desk/submissions/" + id);
    }

    @Test
    void theSameFileSaysHowManyOfItsFiguresLaterFilesChanged() {
        String file = Desk.file(area, "_T,_T,_T,2016,100", "F,_T,_T,2016,60", "M,_T,_T,2016,40", "_T,_T,_T,2015,90");
        String id = Desk.submitted(token, file);
        desk.accept(id).statusCode(200);
        Desk.submit(token, file).then().statusCode(200).body("changedLater", nullValue());
        String later = Desk.file(area, "_T,_T,_T,2016,120", "F,_T,_T,2016,80", "M,_T,_T,2016,40", "_T,_T,_T,2014,80");
        revised(token, later);
        Desk.submit(token, file).then().statusCode(200).body("id", equalTo(id)).body("changedLater", equalTo(2));
        String page = page(token, id);
        assertTrue(page.contains("Files accepted later changed 2 figures of this file."), page);
        assertTrue(page.contains("Upload a file with only these figures."), page);
        revised(token, file, "mode", "replace");
        Desk.submission(token, id).body("changedLater", nullValue());
    }

    @Test
    void aFileThatReplacedCountsOnlyItsOwnFigures() {
        desk.accepted(area, "_T,_T,_T,2016,100", "F,_T,_T,2016,60", "M,_T,_T,2016,40");
        String id = Desk.submitted(token, Desk.file(area, "_T,_T,_T,2016,100"), "mode", "replace");
        desk.acceptJustified(area, id, "value-dropped");
        desk.accepted(area, "F,_T,_T,2016,60", "M,_T,_T,2016,40");
        Desk.submission(token, id).body("changedLater", nullValue());
        revised(token, Desk.file(area, "_T,_T,_T,2016,101", "F,_T,_T,2016,61"));
        Desk.submission(token, id).body("changedLater", equalTo(1));
        String reviewers = page(signedIn.reviewer(), id);
        assertTrue(reviewers.contains("changed 1 figure"), reviewers);
        assertFalse(reviewers.contains("only these figures"), reviewers);
    }

    @Test
    void aLaterFileOfMoreAreasThanTheReaderHasCounts() {
        String id = desk.accepted(area, "_T,_T,_T,2016,100");
        String other = desk.area();
        String both =
                signedIn.another(Set.of(AccountRole.SUBMITTER), area, other).token();
        String rows = Desk.file(area, "_T,_T,_T,2016,101") + other + ",_T,_T,_T,2016,70\n";
        revised(both, rows);
        Desk.submission(token, id).body("changedLater", equalTo(1));
    }
}
