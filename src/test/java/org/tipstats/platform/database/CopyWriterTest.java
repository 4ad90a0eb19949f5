package org.tipstats.platform.database;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.tipstats.platform.database.Database.DatabaseException;

/** Tests COPY on the database of the service. */
@QuarkusTest
class CopyWriterTest {

    @Inject
    Database database;

    private final UUID owner = UUID.randomUUID();

    @BeforeEach
    void table() {
        OwnerRole.execute(
                "create table if not exists test_row (owner uuid, place int, text text, number bigint)",
                "grant select, insert on test_row to public");
    }

    @AfterEach
    void dropTable() {
        OwnerRole.execute("drop table test_row");
    }

    private void copy(Object... columns) {
        QuarkusTransaction.requiringNew()
                .run(() -> database.copy("test_row (owner, place, text, number)", rows -> {
                    rows.column(owner);
                    for (Object column : columns) {
                        rows.column(column);
                    }
                    rows.endRow();
                }));
    }

    private List<String> texts() {
        return database.list(
                "select text from test_row where owner = ? order by place", row -> row.getString(1), owner);
    }

    @Test
    void copiedTextsComeBackAsTheyWere() {
        List<String> texts = List.of(
                "plain",
                "",
                "\\N",
                "\\",
                "\\.",
                "tab\there",
                "line\nend",
                "return\r",
                "quote \" '",
                "é 数据 \uD83D\uDE00",
                "\b\f\u000B",
                "a\\tb");
        QuarkusTransaction.requiringNew()
                .run(() -> database.copy("test_row (owner, place, text, number)", rows -> {
                    for (int i = 0; i < texts.size(); i++) {
                        rows.column(owner)
                                .column(i)
                                .column(texts.get(i))
                                .column(null)
                                .endRow();
                    }
                }));
        assertEquals(texts, texts());
    }

    @Test
    void nullIsCopiedAsNullAndANumberAsANumber() {
        copy(1, null, 9_007_199_254_740_993L);
        assertEquals(
                1,
                database.number(
                        "select count(*) from test_row where owner = ? and text is null and number = 9007199254740993",
                        owner));
    }

    @Test
    void manyRowsAreCopiedInTheirOrder() {
        QuarkusTransaction.requiringNew()
                .run(() -> database.copy("test_row (owner, place, text, number)", rows -> {
                    for (int i = 0; i < 100_000; i++) {
                        rows.column(owner)
                                .column(i)
                                .column("row " + i)
                                .column((long) i * i)
                                .endRow();
                    }
                }));
        assertEquals(100_000, database.number("select count(*) from test_row where owner = ?", owner));
        assertEquals(
                99_999L * 99_999L,
                database.number("select number from test_row where owner = ? and place = 99999", owner));
    }

    @Test
    void aCopyThatFailsLeavesNothing() {
        assertThrows(
                IllegalStateException.class,
                () -> QuarkusTransaction.requiringNew()
                        .run(() -> database.copy("test_row (owner, place, text, number)", rows -> {
                            rows.column(owner).column(1).column("a").column(1).endRow();
                            throw new IllegalStateException();
                        })));
        assertEquals(List.of(), texts());
    }

    @Test
    void aRowThatTheTableRefusesIsAFaultOfTheDatabase() {
        DatabaseException refused = assertThrows(DatabaseException.class, () -> copy(1, "a", "no number"));
        assertEquals("22P02", refused.state()); // invalid text representation
        assertEquals(List.of(), texts());
    }

    /** The driver keeps a connection locked for its copy, even if it is lost. Then the rollback would wait for ever. */
    @Test
    @Timeout(value = 5, unit = TimeUnit.MINUTES)
    void aCopyWhoseConnectionIsLostFails() {
        DatabaseException lost = assertThrows(
                DatabaseException.class,
                () -> QuarkusTransaction.requiringNew().run(() -> {
                    int session = (int) database.number("select pg_backend_pid()");
                    database.copy("test_row (owner, place, text, number)", rows -> {
                        rows.column(owner).column(1).column("a").column(1).endRow();
                        endSession(session);
                    });
                }));
        assertEquals("08006", lost.state()); // connection failure
        assertEquals(List.of(), texts());
    }

    private void endSession(int session) {
        QuarkusTransaction.requiringNew()
                .run(() -> database.number("select count(*) from pg_terminate_backend(?, 60000)", session));
    }
}
