package org.tipstats.platform.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.tipstats.platform.audit.AuditRecorder.AuditEvent;
import org.tipstats.platform.audit.RecordedEvent.CanonicalRecord;
import org.tipstats.platform.audit.RecordedEvent.ChainHead;

class CanonicalRecordTest {

    private static final Instant AT = Instant.parse("2026-01-31T12:00:00.123456Z");

    private static final AuditEvent EVENT = AuditEvent.by("7", "Ann", "submission-accepted", "submissions/9")
            .hashes(null, "a".repeat(64))
            .detail("z", true)
            .detail("ratio", new BigDecimal("1.50"))
            .detail("note", "a\"b\\c\n\u001fé")
            .detail("count", 12)
            .detail("areas", List.of("AUT", "BEL"));

    private static RecordedEvent first(AuditEvent event) {
        return RecordedEvent.after(ChainHead.EMPTY, AT, event);
    }

    @Test
    void theTextHasSortedMembersAndNoBlanks() {
        assertEquals(
                "[1,\"2026-01-31T12:00:00.123456Z\",\"7\",\"Ann\",\"submission-accepted\",\"submissions/9\",null,\""
                        + "a".repeat(64)
                        + "\",{\"areas\":[\"AUT\",\"BEL\"],\"count\":12,\"note\":\"a\\\"b\\\\c\\n\\u001fé\","
                        + "\"ratio\":1.50,\"z\":true}]",
                CanonicalRecord.of(first(EVENT)).text());
    }

    /** The expected hash is from {@code sha256sum} over 64 zeros and the text above. */
    @Test
    void theHashIsThatOfOtherTools() {
        assertEquals(
                "f2ab6178a39b4cd97bbecaa89a050e7e27f1b01cc3d91edd9fe3727f4323db89",
                first(EVENT).hash());
    }

    @Test
    void everyPartOfTheEntryCounts() {
        String hash = first(EVENT).hash();
        assertNotEquals(hash, first(EVENT.detail("count", 13)).hash());
        assertNotEquals(
                hash, first(EVENT.hashes("b".repeat(64), "a".repeat(64))).hash());
        assertNotEquals(
                hash,
                first(AuditEvent.by("8", "Ann", "submission-accepted", "submissions/9"))
                        .hash());
        assertNotEquals(
                hash,
                RecordedEvent.after(ChainHead.EMPTY, AT.plusNanos(1_000), EVENT).hash());
        assertNotEquals(
                hash,
                RecordedEvent.after(new ChainHead(1, "0".repeat(64)), AT, EVENT).hash());
        assertNotEquals(
                hash,
                RecordedEvent.after(new ChainHead(0, "1".repeat(64)), AT, EVENT).hash());
    }

    @Test
    void theOrderOfDetailsDoesNotCount() {
        Map<String, Object> reversed = new LinkedHashMap<>();
        EVENT.detail().keySet().stream()
                .sorted()
                .forEach(name -> reversed.put(name, EVENT.detail().get(name)));
        AuditEvent other =
                new AuditEvent("7", "Ann", "submission-accepted", "submissions/9", null, "a".repeat(64), reversed);
        assertEquals(first(EVENT).hash(), first(other).hash());
    }

    @Test
    void numbersHaveOneForm() {
        Map<String, Object> detail = CanonicalRecord.storable(Map.of("n", 1e21));
        assertEquals("{\"n\":1000000000000000000000}", CanonicalRecord.json(detail));
        assertEquals(CanonicalRecord.json(detail), CanonicalRecord.json(CanonicalRecord.storable(detail)));
    }

    @Test
    void whatTheDatabaseCannotKeepIsReplaced() {
        RecordedEvent entry =
                first(AuditEvent.by("7", "A\u0000nn\uD800", "x", "y").detail("a\u0000", "b\u0000\uDC00"));
        assertEquals("A\uFFFDnn\uFFFD", entry.actorName());
        assertEquals(Map.of("a\uFFFD", "b\uFFFD\uFFFD"), entry.detail());
        assertEquals("\uD83D\uDE00", CanonicalRecord.storable("\uD83D\uDE00"));
    }

    @Test
    void detailsThatAreNoPlainValuesAreRefused() {
        assertThrows(UncheckedIOException.class, () -> CanonicalRecord.json(Map.of("x", new Object())));
    }
}
