package org.tipstats.publish.release;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;
import org.tipstats.platform.access.AccountRole;
import org.tipstats.platform.database.Database;
import org.tipstats.publish.checks.AuditSummary;
import org.tipstats.publish.checks.ReleaseAuditor;
import org.tipstats.publish.read.PublishedReleases;

/** Publication audits no year again of which a receipt says that the same figures are safe. */
@QuarkusTest
class AuditReceiptsTest {

    private static final String RELEASES = "/api/v1/releases/";
    private static final String FILE = "REF_AREA,STAGE,SEX,AGE,TIME_PERIOD,OBS_VALUE\n";

    @Inject
    TestReleases releases;

    @Inject
    PublishedReleases published;

    @Inject
    ReleaseAuditor auditor;

    @Inject
    Database database;

    private void accept(int year) {
        releases.accept(
                "PERSONS", "ATF", FILE + "ATF,SUSPECTED,_T,_T," + year + ",600\nATF,SUSPECTED,F,_T," + year + ",350\n");
    }

    private AuditSummary audit(String draft) {
        return auditor.auditStored(published.find(draft, true).orElseThrow()).found();
    }

    private long number(String table) {
        return database.number("select count(*) from " + table);
    }

    @Test
    void aNewYearIsAuditedWhenItsDraftIsMadeAndNoOtherYear() {
        accept(2009);
        accept(2010);
        releases.publish("receipts-1");
        long years = number("release_year where release_id = 'receipts-1'");
        assertTrue(years >= 2);
        assertTrue(number("audit_receipt") >= years);
        assertEquals(1, number("release where policy is not null"));

        accept(2011);
        releases.draft("receipts-2", null);
        releases.as(AccountRole.PUBLISHER)
                .get(RELEASES + "receipts-2/checks")
                .then()
                .body("checks.find { it.id == 'intruder-audit' }.items[0].years", equalTo("2011"));
        AuditSummary before = audit("receipts-2");
        assertEquals(years + 1, before.receipts(), "the draft left a receipt of the new year");
        assertTrue(before.isSafe());
        releases.as(AccountRole.PUBLISHER)
                .post(RELEASES + "receipts-2/publication")
                .then()
                .statusCode(200);
        assertEquals(years + 1, number("release_year where release_id = 'receipts-2'"));

        database.update("delete from release_year");
        accept(2013);
        releases.draft("receipts-3", null);
        assertEquals(years + 2, audit("receipts-3").receipts());
        assertEquals(2 * years + 1, number("release_year"), "the years of both releases were read and kept again");
        releases.as(AccountRole.REVIEWER).delete(RELEASES + "receipts-3").then().statusCode(204);
    }

    /** The same figures are drafted again, so the check says that the years have receipts. */
    @Test
    void aDraftThatIsMadeAgainNeedsNoAudit() {
        accept(2012);
        releases.draft("receipts-4", null);
        releases.as(AccountRole.REVIEWER).delete(RELEASES + "receipts-4").then().statusCode(204);
        releases.draft("receipts-5", null);
        releases.as(AccountRole.PUBLISHER)
                .get(RELEASES + "receipts-5/checks")
                .then()
                .body(
                        "checks.find { it.id == 'intruder-audit' }.message",
                        containsString("an earlier audit found safe"));
        releases.as(AccountRole.REVIEWER).delete(RELEASES + "receipts-5").then().statusCode(204);
    }
}
