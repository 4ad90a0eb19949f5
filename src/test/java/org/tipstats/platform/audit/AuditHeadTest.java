package org.tipstats.platform.audit;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tipstats.platform.access.AccountRole;
import org.tipstats.platform.audit.AuditRecorder.AuditEvent;
import org.tipstats.platform.audit.RecordedEvent.ChainHead;
import org.tipstats.platform.signing.TestKey;
import org.tipstats.publish.release.TestReleases;
import org.tipstats.start.command.CommandRun;
import org.tipstats.vocabulary.schema.SchemaRegistry;

@QuarkusTest
class AuditHeadTest {

    private static final String HEAD = "/api/v1/audit/head";

    @Inject
    AuditRecorder recorder;

    @Inject
    AuditHeadService heads;

    @Inject
    TestReleases releases;

    @Inject
    SchemaRegistry schemas;

    @Inject
    Clock clock;

    @TempDir
    Path folder;

    private ChainHead first;

    @BeforeEach
    void recordAndState() {
        first = QuarkusTransaction.requiringNew().call(() -> recorder.record(AuditEvent.bySystem("tested", "tests/1")));
        heads.stateDaily();
    }

    @Test
    void everyoneGetsOneSignedHeadADay() {
        JsonPath reply = given().get(HEAD).then().statusCode(200).extract().jsonPath();
        QuarkusTransaction.requiringNew().run(() -> recorder.record(AuditEvent.bySystem("tested", "tests/2")));
        heads.stateDaily();
        String text = given().get(HEAD).asString();
        ChainHead stated = StatedHeads.read(text, TestKey.publicKey());
        assertEquals(reply.getLong("sequence"), stated.seq());
        assertEquals(reply.getString("hash"), stated.hash());
        assertTrue(stated.seq() <= first.seq(), "the second entry is stated tomorrow");
    }

    @Test
    void aHeadThatIsNotSignedOrNoHeadIsRefused() {
        String text = given().get(HEAD).asString();
        String other = text.replaceAll("\"sig\":\"....", "\"sig\":\"AAAA");
        assertThrows(IllegalArgumentException.class, () -> StatedHeads.read(other, TestKey.publicKey()));
        assertThrows(IllegalArgumentException.class, () -> StatedHeads.read("{}", null));
    }

    @Test
    void anExportedLogIsVerifiedOffline() throws IOException {
        Path log = folder.resolve("log.jsonl");
        Path head = folder.resolve("head.json");
        Files.writeString(head, given().get(HEAD).asString());
        String exported = releases.as(AccountRole.ADMINISTRATOR)
                .get("/api/v1/audit/export")
                .asString();
        Files.writeString(log, exported);
        String[] arguments = {"verify", log.toString(), "--head", head.toString(), "--key", TestKey.FILE.toString()};
        CommandRun intact = CommandRun.of("log", schemas, clock, arguments);
        assertEquals(0, intact.exitCode(), intact.out() + intact.err());
        assertTrue(intact.out().startsWith("The log is intact: "), intact.out());

        Files.writeString(log, exported.replaceFirst("\"tested\"", "\"forged\""));
        CommandRun changed = CommandRun.of("log", schemas, clock, arguments);
        assertEquals(1, changed.exitCode());
        assertTrue(changed.out().contains("the entry was changed"), changed.out());
    }

    @Test
    void onlyAdministratorsExportTheLog() {
        given().get("/api/v1/audit/export").then().statusCode(401);
        releases.as(AccountRole.REVIEWER).get("/api/v1/audit/export").then().statusCode(403);
    }
}
