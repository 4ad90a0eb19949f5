package org.tipstats.site.admin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.tipstats.platform.audit.AuditRecorder;
import org.tipstats.platform.audit.AuditRecorder.AuditEvent;
import org.tipstats.platform.audit.RecordedEvent;
import org.tipstats.platform.database.Database;
import org.tipstats.platform.http.PageRequest;
import org.tipstats.platform.problem.ProblemException;
import org.tipstats.site.admin.AuditLogResource.AuditQuery;

/** Tests which entries of the log are about an area. The accounts and entries are rolled back. */
@QuarkusTest
class AuditEntriesTest {

    private static final String ACTOR = new UUID(7, 4).toString();

    @Inject
    AuditEntries entries;

    @Inject
    AuditRecorder recorder;

    @Inject
    Database database;

    private List<String> subjects(String area) {
        AuditQuery query = new AuditQuery(ACTOR, "", area, "", "");
        return entries.find(query, PageRequest.of("10", null)).items().stream()
                .map(RecordedEvent::subject)
                .toList();
    }

    private void addAccounts(String name, String area, int number, UUID last) {
        database.update(
                "insert into account (id, name, roles, areas, created_at) select case n when 1 then cast(? as uuid)"
                        + " else gen_random_uuid() end, ? || n, array['submitter'], array[?], now()"
                        + " from generate_series(1, ?) n",
                last.toString(),
                name,
                area,
                number);
    }

    @Test
    void allObjectsOfAnAreaAreFoundHoweverManyThereAre() {
        UUID mine = UUID.randomUUID();
        UUID other = UUID.randomUUID();
        QuarkusTransaction.begin();
        try {
            addAccounts("a", "NRU", 10_001, UUID.randomUUID());
            addAccounts("z", "NRU", 1, mine);
            addAccounts("z", "TON", 1, other);
            for (String subject : List.of(
                    "accounts/" + mine + "/tokens/1",
                    "accounts/" + other,
                    "submissions/" + mine,
                    "rounds/r/areas/NRU",
                    "rounds/r/areas/NRUX")) {
                recorder.record(AuditEvent.by(ACTOR, "tester", "tested-area", subject));
            }
            assertEquals(List.of("rounds/r/areas/NRU", "accounts/" + mine + "/tokens/1"), subjects("NRU"));
        } finally {
            QuarkusTransaction.rollback();
        }
    }

    @Test
    void anUnknownAreaIsRefused() {
        assertThrows(ProblemException.class, () -> subjects("XXX"));
    }
}
