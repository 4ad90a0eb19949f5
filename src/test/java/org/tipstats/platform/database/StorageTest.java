package org.tipstats.platform.database;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tipstats.platform.access.AccountRole;
import org.tipstats.platform.access.Actor;
import org.tipstats.platform.access.OwnAreas;
import org.tipstats.platform.database.Database.DatabaseException;

/** Tests plain SQL, pieces and locks on the database of the service. */
@QuarkusTest
class StorageTest {

    @Inject
    Database database;

    @Inject
    Reader reader;

    private UUID owner;

    @BeforeEach
    void tables() {
        owner = UUID.randomUUID();
        OwnerRole.execute(
                "create table if not exists test_row (owner uuid, place int, text text, number bigint, at timestamptz)",
                "create table if not exists test_piece (owner uuid, part text, piece int, content bytea)",
                "grant select, insert on test_row, test_piece to public");
    }

    @AfterEach
    void dropTables() {
        OwnerRole.execute("drop table test_row, test_piece");
    }

    private List<String> texts() {
        return database.list(
                "select text from test_row where owner = ? order by place", row -> row.getString(1), owner);
    }

    @Test
    void aStatementThatTheDatabaseRefusesSaysWhy() {
        DatabaseException refused =
                assertThrows(DatabaseException.class, () -> database.update("insert into nowhere values (1)"));
        assertEquals("42P01", refused.state()); // undefined table
    }

    @Test
    void valuesOfEveryKindAreBound() {
        Instant at = Instant.parse("2016-12-31T23:59:59.123456Z");
        assertEquals(
                1,
                database.update(
                        "insert into test_row values (?, ?, ?, ?, ?)", owner, 1, "it's; --", Long.MAX_VALUE, at));
        assertEquals(
                1,
                database.number(
                        "select count(*) from test_row where owner = ? and text = any (?) and at = ?",
                        owner,
                        List.of("other", "it's; --"),
                        at));
        assertEquals(
                0,
                database.number("select count(*) from test_row where owner = ? and text = any (?)", owner, List.of()));
    }

    @Test
    void withinATransactionAllOrNothingIsDone() {
        assertThrows(
                IllegalStateException.class,
                () -> QuarkusTransaction.requiringNew().run(() -> {
                    database.update("insert into test_row (owner, text) values (?, 'a')", owner);
                    throw new IllegalStateException();
                }));
        assertEquals(List.of(), texts());
    }

    private byte[] stored(byte[] content) {
        ChunkStore pieces = new ChunkStore(database, "test_piece", "owner", "part");
        try (InputStream in = new ByteArrayInputStream(content)) {
            pieces.write(in, owner, "a");
            pieces.write(new ByteArrayInputStream(new byte[] {9}), owner, "b");
            return pieces.open(owner, "a").readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] noise(int length) {
        byte[] noise = new byte[length];
        new Random(length).nextBytes(noise);
        return noise;
    }

    @Test
    void bytesInPiecesComeBackWhole() {
        for (int length : new int[] {0, 1, (1 << 20) - 1, 1 << 20, (1 << 20) + 1, 3_500_000}) {
            owner = UUID.randomUUID();
            assertArrayEquals(noise(length), stored(noise(length)), () -> length + " bytes");
            assertEquals(
                    (length + (1 << 20) - 1) >> 20,
                    database.number("select count(*) from test_piece where owner = ? and part = 'a'", owner));
        }
    }

    @Test
    void piecesCanBeReadByteByByteAndInAnySteps() throws IOException {
        byte[] noise = noise((1 << 20) + 5);
        stored(noise);
        try (InputStream in = new ChunkStore(database, "test_piece", "owner", "part").open(owner, "a")) {
            assertEquals(noise[0] & 0xff, in.read());
            assertEquals(0, in.read(new byte[3], 0, 0));
            byte[] rest = new byte[noise.length - 1];
            int read = 0;
            for (int next = in.read(rest, 0, 1_000_000); next > 0; next = in.read(rest, read, rest.length - read)) {
                read += next;
            }
            assertArrayEquals(Arrays.copyOfRange(noise, 1, noise.length), rest);
            assertEquals(-1, in.read());
            assertEquals(-1, in.read(new byte[1], 0, 1));
        }
    }

    @Test
    void whoHasNoPiecesHasNoBytes() throws IOException {
        assertEquals(
                -1,
                new ChunkStore(database, "test_piece", "owner", "part")
                        .open(owner, "a")
                        .read());
    }

    @Test
    void aLockIsHeldUntilTheTransactionEnds() {
        String name = "test " + owner;
        CompletableFuture<Long> other = new CompletableFuture<>();
        QuarkusTransaction.requiringNew().run(() -> {
            database.lock(name);
            new Thread(() -> other.complete(QuarkusTransaction.requiringNew().call(() -> {
                        database.lock(name);
                        return database.number("select count(*) from test_row where owner = ?", owner);
                    })))
                    .start();
            while (!other.isDone()
                    && database.number("select count(*) from pg_locks where locktype = 'advisory' and not granted")
                            == 0) {
                Thread.onSpinWait();
            }
            QuarkusTransaction.requiringNew().run(() -> database.lock(name + " other"));
            database.update("insert into test_row (owner) values (?)", owner);
        });
        assertEquals(1L, other.orTimeout(1, TimeUnit.MINUTES).join());
        assertTrue(other.isDone());
    }

    /** Works for somebody, as the services of submissions do. */
    @Singleton
    @OwnAreas
    static class Reader {

        private final Database database;

        Reader(Database database) {
            this.database = database;
        }

        @Transactional
        String areas(Actor by) {
            return database.first(AREAS, row -> row.getString(1)).orElseThrow();
        }

        String areasWithoutTransaction(Optional<Actor> by) {
            return database.first(AREAS, row -> row.getString(1)).orElseThrow();
        }
    }

    private static final String AREAS = "select current_setting('tipstats.areas')";

    private static Actor actor(AccountRole role, String... areas) {
        return new Actor(new UUID(1, 2), "Somebody", Set.of(role), Set.of(areas));
    }

    @Test
    void aSubmitterSeesOwnAreasAndTheServiceAll() {
        Actor submitter = actor(AccountRole.SUBMITTER, "DEU", "AUT");
        for (int i = 0; i < 3; i++) {
            assertEquals("AUT,DEU", reader.areas(submitter));
            assertEquals("*", reader.areas(actor(AccountRole.REVIEWER)));
            assertEquals("AUT,DEU", reader.areasWithoutTransaction(Optional.of(submitter)));
            assertEquals("*", database.first(AREAS, row -> row.getString(1)).orElseThrow());
            assertEquals("", reader.areas(actor(AccountRole.SUBMITTER)));
        }
    }

    @Test
    void theScopeOfASubmitterDoesNotOutliveAFailedTransaction() throws Exception {
        RowScope scope = RowScope.of(List.of("AUT"), owner);
        scope.during(() -> assertThrows(
                IllegalStateException.class,
                () -> QuarkusTransaction.requiringNew().run(() -> {
                    assertEquals(
                            "AUT",
                            database.first(AREAS, row -> row.getString(1)).orElseThrow());
                    throw new IllegalStateException();
                })));
        assertEquals("*", database.first(AREAS, row -> row.getString(1)).orElseThrow());
    }
}
