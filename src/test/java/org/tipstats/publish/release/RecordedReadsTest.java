package org.tipstats.publish.release;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.tipstats.SignedIn;
import org.tipstats.SiteSession;
import org.tipstats.collect.receive.Desk;
import org.tipstats.platform.access.AccountRole;

/** Reads of what is not public are in the log: who read which file or draft. */
@QuarkusTest
class RecordedReadsTest {

    @Inject
    Desk desk;

    @Inject
    TestReleases releases;

    @Inject
    SignedIn accounts;

    private List<String> readers(String action, String subject) {
        return SignedIn.as(accounts.administrator())
                .queryParam("action", action)
                .queryParam("subject", subject)
                .get("/api/v1/audit")
                .then()
                .statusCode(200)
                .extract()
                .path("items.actorName");
    }

    @Test
    void aReceivedFileIsReadInAnyForm() {
        String area = desk.area();
        String submitter = accounts.submitter(area);
        String id = Desk.submitted(submitter, Desk.file(area, "F,_T,_T,2016,12"));
        String subject = "submissions/" + id + "/file";

        Desk.get(accounts.reviewer(), Desk.path(id, "report")).statusCode(200);
        Desk.get(accounts.publisher(), Desk.path(id, "file")).statusCode(403);
        assertEquals(List.of(), readers("submission-file-read", subject));

        for (int i = 0; i < 3; i++) {
            Desk.get(accounts.reviewer(), Desk.path(id, "file")).statusCode(200);
        }
        Desk.get(submitter, Desk.path(id, "report?format=csv")).statusCode(200);
        Desk.get(submitter, Desk.path(id, "mapped")).statusCode(200);
        assertEquals(List.of("submitter " + area, "reviewer"), readers("submission-file-read", subject));
    }

    @Test
    void aDraftIsReadUntilItIsPublic() {
        releases.acceptOne();
        releases.draft("read-1", null);
        String address = "/api/v1/releases/read-1";
        List<RequestSpecification> outsiders = List.of(SignedIn.as(null), SignedIn.as(accounts.administrator()));
        outsiders.forEach(outsider -> outsider.get(address).then().statusCode(404));
        assertEquals(List.of(), readers("draft-read", "releases/read-1/draft"));

        releases.as(AccountRole.PUBLISHER).get(address + "/checks").then().statusCode(200);
        releases.as(AccountRole.PUBLISHER).get(address).then().statusCode(200);
        assertEquals(1, readers("draft-read", "releases/read-1/draft").size());

        releases.publish("read-2");
        releases.as(AccountRole.REVIEWER).get("/api/v1/releases/read-2").then().statusCode(200);
        assertEquals(List.of(), readers("draft-read", "releases/read-2/draft"));
    }

    @Test
    void whoReadsFiguresOfADraftIsInTheLog() {
        releases.accept(
                "VICTIMS", "TUV", "REF_AREA,SEX,AGE,EXPLOITATION,TIME_PERIOD,OBS_VALUE\nTUV,_T,_T,_T,2001,120\n");
        releases.draft("read-3", null);
        String cell = "REF_AREA=TUV&TIME_PERIOD=2001&release=read-3";
        List<String> paths = List.of(
                "data/VICTIMS?" + cell,
                "data/VICTIMS/codes?" + cell,
                "data/VICTIMS/provenance?" + cell,
                "coverage?dataflow=VICTIMS&release=read-3",
                "releases/read-3/bundle.zip",
                "releases/read-3/manifest");
        for (String path : paths) {
            SignedIn.as(accounts.another(Set.of(AccountRole.REVIEWER)).token())
                    .get("/api/v1/" + path)
                    .then()
                    .statusCode(200);
        }
        SiteSession.open(accounts.another(Set.of(AccountRole.REVIEWER)).token())
                .page("/en/desk/releases/read-3/preview/areas");
        assertEquals(
                paths.size() + 1, readers("draft-read", "releases/read-3/draft").size());
    }

    @Test
    void aReleaseThatDoesNotExistIsNotRead() {
        for (String part : List.of("checks", "withheld", "changes")) {
            releases.as(AccountRole.REVIEWER)
                    .get("/api/v1/releases/read-nothing/" + part)
                    .then()
                    .statusCode(404);
        }
        assertEquals(List.of(), readers("draft-read", "releases/read-nothing/draft"));
    }

    @Test
    void anExportOfTheLogIsInTheLog() {
        int before = readers("audit-exported", "audit").size();
        SiteSession.open(accounts.another(Set.of(AccountRole.ADMINISTRATOR)).token())
                .page("/en/desk/admin/audit/entries.csv");
        assertEquals(before + 1, readers("audit-exported", "audit").size());
        SignedIn.as(accounts.another(Set.of(AccountRole.ADMINISTRATOR)).token())
                .get("/api/v1/audit/export")
                .then()
                .statusCode(200);
        assertEquals(before + 2, readers("audit-exported", "audit").size());
    }
}
