package org.tipstats;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tipstats.platform.database.OwnerRole;
import org.tipstats.start.postgres.TestServers;

/** Tests that each class of tests begins with empty tables. */
@QuarkusTest
class FreshStoreTest {

    private static final String ROWS =
            "select count(*) from fresh_whole union all select count(*) from fresh_part union all select count(*) from fresh_other";

    @BeforeEach
    void tables() {
        OwnerRole.execute(
                "create table fresh_whole (id int primary key)",
                "create table fresh_part (whole int references fresh_whole)",
                "create table fresh_other (id int)");
    }

    @AfterEach
    void dropTables() {
        OwnerRole.execute("drop table fresh_part, fresh_other, fresh_whole cascade");
    }

    private static void makeFresh() {
        new FreshStore().beforeClass(FreshStoreTest.class);
    }

    private static List<String> query(String sql) throws SQLException {
        return TestServers.query(OwnerRole.address(), sql);
    }

    @Test
    void tablesWithRowsAreEmptiedWithThoseThatReferToThem() throws SQLException {
        String file = "select pg_relation_filenode('fresh_other')";
        List<String> before = query(file);
        OwnerRole.execute("insert into fresh_whole values (1)");
        makeFresh();
        assertEquals(List.of("0", "0", "0"), query(ROWS));
        assertEquals(before, query(file), "a table without rows got a new file");
    }

    @Test
    void rowsOfATransactionThatStillRunsAreEmptiedToo() throws Exception {
        CompletableFuture<Void> fresh;
        try (Connection connection = OwnerRole.connect();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("insert into fresh_other values (1)");
            fresh = CompletableFuture.runAsync(FreshStoreTest::makeFresh);
            while (query("select 1 from pg_locks where not granted and relation = 'fresh_other'::regclass")
                    .isEmpty()) {
                assertFalse(fresh.isDone(), "it does not wait for the transaction");
            }
            connection.commit();
        }
        fresh.get(5, TimeUnit.MINUTES);
        assertEquals(List.of("0", "0", "0"), query(ROWS));
    }

    @Test
    void aSparedTableIsNeverEmptied() throws SQLException {
        String migrations = "select count(*) from flyway_schema_history";
        List<String> before = query(migrations);
        OwnerRole.execute(
                "alter table flyway_schema_history add column fresh int references fresh_whole",
                "insert into fresh_whole values (1)");
        try {
            Throwable refused = assertThrows(IllegalStateException.class, FreshStoreTest::makeFresh);
            assertTrue(refused.getCause().getMessage().contains("flyway_schema_history"), refused::toString);
            assertEquals(before, query(migrations));
        } finally {
            OwnerRole.execute("alter table flyway_schema_history drop column fresh");
        }
    }
}
