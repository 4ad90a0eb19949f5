package org.tipstats.platform.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tipstats.platform.audit.AuditRecorder.AuditEvent;
import org.tipstats.platform.audit.RecordedEvent.ChainHead;

/** Whoever owns the database can compute all hashes anew. Only a head that was kept elsewhere finds that out. */
class AuditChainTest {

    private final List<AuditEvent> events = new ArrayList<>(List.of(
            AuditEvent.by("a", "Ann", "submission-received", "submissions/1"),
            AuditEvent.by("b", "Ben", "submission-accepted", "submissions/1").detail("n", new BigDecimal("1.50")),
            AuditEvent.by("c", "Cem", "release-published", "releases/2016-1"),
            AuditEvent.bySystem("tested", "tests/1")));

    private final ChainHead kept = chain().get(2).head();

    /** Writes the log as its owner would: with correct numbers and hashes, whatever the events. */
    private List<RecordedEvent> chain() {
        List<RecordedEvent> chain = new ArrayList<>();
        ChainHead head = ChainHead.EMPTY;
        for (AuditEvent event : events) {
            RecordedEvent entry = RecordedEvent.after(head, Instant.parse("2026-11-29T10:00:00.5Z"), event);
            chain.add(entry);
            head = entry.head();
        }
        return chain;
    }

    private void assertFoundOut() {
        assertTrue(AuditChain.verify(chain().iterator(), List.of()).intact(), "the chain alone fits");
        assertFalse(AuditChain.verify(chain().iterator(), List.of(kept)).intact(), "the kept head does not");
    }

    @Test
    void anUntouchedLogFitsAKeptHead() {
        assertTrue(AuditChain.verify(chain().iterator(), List.of(kept)).intact());
    }

    @Test
    void aKeptHeadHidesNoOtherOfTheSameNumber() {
        ChainHead wrong = new ChainHead(kept.seq(), "f".repeat(64));
        assertFalse(AuditChain.verify(chain().iterator(), List.of(kept, wrong)).intact());
        assertFalse(AuditChain.verify(chain().iterator(), List.of(wrong, kept)).intact());
    }

    @Test
    void aChangedEntryIsFoundOut() {
        events.set(1, AuditEvent.by("x", "Xia", "submission-accepted", "submissions/1"));
        assertFoundOut();
    }

    @Test
    void aDeletedEntryIsFoundOut() {
        events.remove(1);
        assertFoundOut();
    }

    @Test
    void anInsertedEntryIsFoundOut() {
        events.add(1, AuditEvent.by("x", "Xia", "submission-commented", "submissions/1"));
        assertFoundOut();
    }

    @Test
    void reorderedEntriesAreFoundOut() {
        Collections.swap(events, 0, 1);
        assertFoundOut();
    }

    @Test
    void aLogThatWasCutIsFoundOut() {
        events.subList(2, 4).clear();
        assertFoundOut();
    }

    @Test
    void anEntryIsTheSameAfterItsExport() {
        List<RecordedEvent> read =
                chain().stream().map(LogLines::write).map(LogLines::read).toList();
        assertEquals(chain(), read);
        assertTrue(AuditChain.verify(read.iterator(), List.of(kept)).intact());
    }
}
