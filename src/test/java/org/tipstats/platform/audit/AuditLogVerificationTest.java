package org.tipstats.platform.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tipstats.platform.audit.AuditChain.AuditVerification;
import org.tipstats.platform.audit.AuditRecorder.AuditEvent;
import org.tipstats.platform.audit.RecordedEvent.ChainHead;
import org.tipstats.platform.database.Database;
import org.tipstats.platform.database.OwnerRole;

/** Each test tampers inside a transaction that is rolled back, so that the log of the test database stays intact. */
@QuarkusTest
class AuditLogVerificationTest {

    @Inject
    LogWatch log;

    @Inject
    AuditRecorder recorder;

    @Inject
    AuditRepository entries;

    @Inject
    Database database;

    private long last;

    @BeforeEach
    void recordThreeEntries() {
        for (int i = 0; i < 3; i++) {
            int number = i;
            QuarkusTransaction.requiringNew()
                    .run(() -> recorder.record(
                            AuditEvent.bySystem("tested", "tests/" + number).detail("number", number)));
        }
        last = QuarkusTransaction.requiringNew().call(() -> entries.lockHead().seq());
    }

    private AuditVerification afterTampering(String... statements) {
        return afterTampering(null, statements);
    }

    private AuditVerification afterTampering(ChainHead known, String... statements) {
        try (Connection owner = OwnerRole.connect();
                Statement statement = owner.createStatement()) {
            owner.setAutoCommit(false);
            statement.execute("alter table audit_entry disable trigger user");
            for (String each : statements) {
                statement.execute(each.replace(":last", Long.toString(last)));
            }
            List<RecordedEvent> found = new ArrayList<>();
            AuditRows.each(owner, found::add);
            owner.rollback();
            return AuditChain.verify(found.iterator(), known == null ? List.of() : List.of(known));
        } catch (SQLException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private AuditVerification verify(ChainHead known) {
        return QuarkusTransaction.requiringNew().call(() -> log.verify(known));
    }

    @Test
    void anUntouchedLogIsIntact() {
        AuditVerification found = verify(null);
        assertTrue(found.intact());
        assertEquals(last, found.head().seq());
        assertNull(found.brokenAt());
    }

    @Test
    void aChangedEntryIsFound() {
        for (String change : new String[] {
            "action = 'forged'",
            "actor = 'someone-else'",
            "detail = '{\"number\": 9}'",
            "at = at + interval '1 microsecond'",
            "to_hash = repeat('a', 64)"
        }) {
            AuditVerification found = afterTampering("update audit_entry set " + change + " where seq = :last - 1");
            assertFalse(found.intact(), change);
            assertEquals(last - 1, found.brokenAt(), change);
            assertEquals("the entry was changed", found.reason());
        }
    }

    @Test
    void aChangedEntryIsFoundEvenWithItsHashMadeNew() {
        AuditVerification found = afterTampering(
                "update audit_entry set hash = encode(sha256('forged'), 'hex'), action = 'forged' where seq = :last"
                        + " - 1");
        assertEquals(last - 1, found.brokenAt());
    }

    @Test
    void aDeletedEntryIsFound() {
        AuditVerification found = afterTampering("delete from audit_entry where seq = :last - 1");
        assertEquals(last, found.brokenAt());
        assertEquals("the entries from " + (last - 1) + " to " + (last - 1) + " are missing", found.reason());
        assertEquals(last - 2, found.head().seq());
    }

    @Test
    void aDeletedEntryIsFoundEvenWhenTheOthersMoveUp() {
        AuditVerification found = afterTampering(
                "delete from audit_entry where seq = :last - 1",
                "update audit_entry set seq = seq - 1 where seq = :last");
        assertEquals(last - 1, found.brokenAt());
        assertEquals("the entry does not follow the one before it", found.reason());
    }

    @Test
    void aDeletedBeginningIsFound() {
        assertEquals(2, afterTampering("delete from audit_entry where seq = 1").brokenAt());
    }

    @Test
    void reorderedEntriesAreFound() {
        AuditVerification found = afterTampering(
                "update audit_entry set seq = -1 where seq = :last",
                "update audit_entry set seq = :last where seq = :last - 1",
                "update audit_entry set seq = :last - 1 where seq = -1");
        assertEquals(last - 1, found.brokenAt());
    }

    @Test
    void anInsertedEntryIsFound() {
        AuditVerification found = afterTampering("""
            insert into audit_entry
            select seq + 1, at, actor, actor_name, action, subject, from_hash, to_hash, detail, hash, hash
            from audit_entry where seq = :last
            """);
        assertEquals(last + 1, found.brokenAt());
    }

    @Test
    void aCutLogIsFoundByAHeadThatWasNoted() {
        ChainHead noted = verify(null).head();
        assertTrue(
                afterTampering("delete from audit_entry where seq >= :last - 1").intact());
        AuditVerification found = afterTampering(noted, "delete from audit_entry where seq >= :last - 1");
        assertEquals(noted.seq(), found.brokenAt());
        assertEquals("the log ends before the noted entry", found.reason());
        assertTrue(verify(noted).intact());
    }

    @Test
    void aLogThatWasWrittenAnewIsFoundByAHeadThatWasNoted() {
        ChainHead forged = new ChainHead(last, "f".repeat(64));
        assertEquals(last, verify(forged).brokenAt());
    }

    @Test
    void theTableRefusesToBeChanged() {
        for (String change : new String[] {
            "update audit_entry set action = 'forged' where seq = " + last,
            "delete from audit_entry where seq = " + last,
            "truncate audit_entry"
        }) {
            Exception service = assertThrows(Exception.class, () -> database.update(change));
            assertTrue(service.toString().contains("permission denied for table audit_entry"), change);
            Exception owner = assertThrows(Exception.class, () -> OwnerRole.execute(change));
            assertTrue(owner.toString().contains("entries of the audit log are never changed"), change);
        }
    }

    @Test
    void nothingIsRecordedWithoutATransactionOrWhenItFails() {
        assertThrows(Exception.class, () -> recorder.record(AuditEvent.bySystem("tested", "none")));
        QuarkusTransaction.begin();
        recorder.record(AuditEvent.bySystem("tested", "none"));
        QuarkusTransaction.rollback();
        assertEquals(last, verify(null).head().seq());
    }

    @Test
    void severalEntriesOfOneTransactionFollowEachOther() {
        QuarkusTransaction.requiringNew().run(() -> {
            recorder.record(AuditEvent.bySystem("tested", "a"));
            recorder.record(AuditEvent.bySystem("tested", "b"));
        });
        AuditVerification found = verify(null);
        assertTrue(found.intact());
        assertEquals(last + 2, found.head().seq());
    }

    @Test
    void manyWritersMakeOneChain() throws InterruptedException, ExecutionException {
        ExecutorService writers = Executors.newFixedThreadPool(8);
        Callable<Void> writing = () -> {
            QuarkusTransaction.requiringNew().run(() -> recorder.record(AuditEvent.bySystem("tested", "parallel")));
            return null;
        };
        try {
            for (Future<Void> done : writers.invokeAll(
                    IntStream.range(0, 80).mapToObj(i -> writing).toList())) {
                done.get();
            }
        } finally {
            writers.shutdownNow();
        }
        AuditVerification found = verify(null);
        assertTrue(found.intact());
        assertEquals(last + 80, found.head().seq());
    }
}
