package org.tipstats.publish.release;

import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.tipstats.SignedIn;
import org.tipstats.platform.access.AccountRole;
import org.tipstats.platform.access.AccountService;
import org.tipstats.platform.access.Actor;
import org.tipstats.platform.database.Database;
import org.tipstats.platform.job.LongWork;
import org.tipstats.platform.problem.Problem;
import org.tipstats.platform.problem.ProblemException;
import org.tipstats.publish.release.ReleaseService.ReleaseRequest;
import org.tipstats.publish.release.ReleaseService.RemedyRequest;
import org.tipstats.publish.release.ReleaseView.ReleaseStatus;

/** Long work on releases that another instance goes on with, however far the dead one came. */
@QuarkusTest
class ReleaseTakeoverTest {

    private static final int MAX_SECONDS = 300;

    private static int figure = 300;

    @Inject
    TestReleases releases;

    @Inject
    ReleaseWork work;

    @Inject
    SignedIn people;

    @Inject
    AccountService accounts;

    @Inject
    Database database;

    @Inject
    Clock clock;

    private static ReleaseRequest request(String id) {
        return new ReleaseRequest(id, ReleaseText.of("Release " + id), ReleaseText.of("Notes"), "fr", null);
    }

    /** Accepts a figure that is new, so that there is something to publish. */
    private void accept() {
        releases.accept(
                "VICTIMS",
                "MLT",
                "REF_AREA,SEX,AGE,EXPLOITATION,TIME_PERIOD,OBS_VALUE\nMLT,_T,_T,_T,2003," + ++figure + "\n");
    }

    private Actor account(String release, String column) {
        UUID id = UUID.fromString(
                database.list("select " + column + "::text from release where id = ?", row -> row.getString(1), release)
                        .get(0));
        String name = database.list("select name from account where id = ?", row -> row.getString(1), id)
                .get(0);
        return new Actor(id, name, Set.of(AccountRole.REVIEWER, AccountRole.PUBLISHER), Set.of());
    }

    /** Creates an account with a role, and returns it as a publisher, as it was when it asked. */
    private Actor formerPublisher(AccountRole role) {
        UUID id = people.another(Set.of(role)).id();
        return new Actor(id, role.id(), Set.of(AccountRole.PUBLISHER), Set.of());
    }

    /** Returns the problem with which another instance refuses a publication. */
    private Problem refusal(String input) {
        LongWork<ReleaseView> again = work.again(ReleaseWork.PUBLICATION, input);
        return assertThrows(ProblemException.class, () -> again.work().apply((stage, percent) -> {}))
                .problem();
    }

    /** Stores a job of an instance of which nothing was heard for two minutes. */
    private UUID jobOfDeadInstance(LongWork<?> lost) {
        UUID id = UUID.randomUUID();
        database.update(
                "insert into job (id, kind, location, account, input, instance, state, stage, percent, created_at, heard_at)"
                        + " values (?, ?, ?, ?, ?, ?, 'RUNNING', 'protecting', 40, ?, ?)",
                id,
                lost.kind(),
                lost.place(),
                lost.by().orElseThrow().id(),
                lost.input(),
                UUID.randomUUID(),
                clock.instant().minusSeconds(120),
                clock.instant().minusSeconds(120));
        return id;
    }

    private String endOf(UUID job) throws InterruptedException {
        for (int i = 0; i < MAX_SECONDS * 10; i++) {
            String state = database.list(
                            "select state || ' ' || coalesce(status, 0) from job where id = ?",
                            row -> row.getString(1),
                            job)
                    .get(0);
            if (!state.startsWith("RUNNING")) {
                return state;
            }
            Thread.sleep(100);
        }
        throw new AssertionError("nobody took the job over within five minutes");
    }

    @Test
    void aDraftThatADeadInstanceHadBegunIsMadeByAnother() throws InterruptedException {
        accept();
        releases.draft("takeover-before", null);
        Actor reviewer = account("takeover-before", "created_by");
        UUID job = jobOfDeadInstance(work.draft(request("takeover-1"), reviewer));
        assertEquals("DONE 201", endOf(job));
        releases.as(AccountRole.REVIEWER)
                .get("/api/v1/releases/takeover-1")
                .then()
                .statusCode(200)
                .body("titleIn.fr", equalTo("Release takeover-1"))
                .body("createdBy", equalTo(reviewer.name()));
    }

    @Test
    void aDraftThatWasStoredIsNotMadeAgain() {
        accept();
        Actor anyone = new Actor(UUID.randomUUID(), "anyone", Set.of(AccountRole.REVIEWER), Set.of());
        String stranger = work.draft(request("takeover-2"), anyone).input();
        LongWork<ReleaseView> first = work.draft(request("takeover-2"), anyone);
        ReleaseView made = first.work().apply((stage, percent) -> {});
        ReleaseView again = work.again(ReleaseWork.DRAFT, first.input()).work().apply((stage, percent) -> {});
        assertEquals(made.contentHash(), again.contentHash());
        assertEquals(made.createdAt(), again.createdAt());
        String other =
                stranger.replace(anyone.id().toString(), UUID.randomUUID().toString());
        String renamed = first.input().replace("Release takeover-2", "Another title");
        for (String input : List.of(other, renamed)) {
            LongWork<ReleaseView> ofOther = work.again(ReleaseWork.DRAFT, input);
            assertThrows(
                    ProblemException.class,
                    () -> ofOther.work().apply((stage, percent) -> {}),
                    "that is another draft");
        }
    }

    /** A draft that is compiled again keeps the time of the first one. */
    @Test
    void aRemedyThatWasAppliedIsNotAppliedAgain() throws InterruptedException {
        accept();
        releases.draft("takeover-5", null);
        Actor reviewer = account("takeover-5", "created_by");
        String remedy = "leave-out:VICTIMS:2003:MLT";
        LongWork<ReleaseView> lost = work.remedies("takeover-5", new RemedyRequest(List.of(remedy)), reviewer);
        database.update(
                "update release set remedies = ? where id = 'takeover-5'",
                "{\"applied\":[\"" + remedy + "\"],\"offered\":{},\"more\":false}");
        assertEquals("DONE 200", endOf(jobOfDeadInstance(lost)));
        releases.as(AccountRole.REVIEWER).delete("/api/v1/releases/takeover-5");
    }

    @Test
    void onlyTheApprovedContentIsPublished() {
        accept();
        releases.draft("takeover-6", null);
        String input = work.publication("takeover-6", formerPublisher(AccountRole.PUBLISHER))
                .input();
        database.update("update release set content_hash = repeat('0', 64) where id = 'takeover-6'");
        assertTrue(refusal(input).detail().contains("was remade"));
        releases.as(AccountRole.REVIEWER).delete("/api/v1/releases/takeover-6");
        releases.draft("takeover-6", null);
        assertTrue(refusal(input).detail().contains("was remade"), "the same figures, perhaps with another embargo");
        releases.as(AccountRole.REVIEWER).delete("/api/v1/releases/takeover-6");
    }

    @Test
    void anAccountThatLostItsRightsPublishesNothing() {
        accept();
        releases.draft("takeover-7", null);
        Actor reviewer = formerPublisher(AccountRole.REVIEWER);
        Actor closed = formerPublisher(AccountRole.PUBLISHER);
        Actor administrator = new Actor(new UUID(0, 2), "test", Set.of(AccountRole.ADMINISTRATOR), Set.of());
        accounts.close(administrator, closed.id());
        for (Actor by : List.of(reviewer, closed)) {
            assertEquals(
                    403, refusal(work.publication("takeover-7", by).input()).status());
        }
        releases.as(AccountRole.REVIEWER).delete("/api/v1/releases/takeover-7");
    }

    @Test
    void aPublicationThatWasDoneIsNotRefused() {
        accept();
        releases.publish("takeover-3");
        Actor publisher = account("takeover-3", "published_by");
        LongWork<ReleaseView> publication = work.publication("takeover-3", publisher);
        assertThrows(ProblemException.class, () -> publication.work().apply((stage, percent) -> {}));
        ReleaseView again =
                work.again(ReleaseWork.PUBLICATION, publication.input()).work().apply((stage, percent) -> {});
        assertEquals(ReleaseStatus.PUBLISHED, again.status());
        Actor other = new Actor(UUID.randomUUID(), "someone else", Set.of(AccountRole.PUBLISHER), Set.of());
        LongWork<ReleaseView> ofOther = work.again(
                ReleaseWork.PUBLICATION, work.publication("takeover-3", other).input());
        assertThrows(ProblemException.class, () -> ofOther.work().apply((stage, percent) -> {}));
    }

    @Test
    void allKindsOfWorkCanBeMadeAgainFromTheirInput() {
        Actor by = new Actor(UUID.randomUUID(), "anyone", Set.of(AccountRole.PUBLISHER), Set.of());
        for (LongWork<ReleaseView> one : List.of(
                work.draft(request("takeover-4"), by),
                work.remedies("takeover-4", new RemedyRequest(List.of("a remedy")), by),
                work.publication("takeover-4", by))) {
            assertTrue(work.kinds().contains(one.kind()));
            LongWork<ReleaseView> again = work.again(one.kind(), one.input());
            assertEquals(
                    List.of(one.kind(), one.by(), one.input(), String.valueOf(one.place())),
                    List.of(again.kind(), again.by(), again.input(), String.valueOf(again.place())));
        }
    }
}
