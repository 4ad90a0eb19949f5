package org.tipstats.publish.tables;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.commons.codec.digest.DigestUtils;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tipstats.platform.access.AccountRole;
import org.tipstats.platform.database.Database;
import org.tipstats.publish.release.TestReleases;
import org.tipstats.publish.tables.TableStorage.StoredFile;
import org.tipstats.start.boot.TestClock;

/** Whenever the service stops while it writes tables, the releases and their files agree, and nothing half can be read. */
@QuarkusTest
class TableKillsTest {

    private static final long SEED = 22;
    private static final int POINTS = 4;

    @TempDir
    Path folder;

    @Inject
    TestReleases releases;

    @Inject
    TableService tables;

    @Inject
    TestClock shifted;

    @Inject
    Database database;

    @AfterEach
    void reset() {
        shifted.reset();
    }

    /** A folder in which the service is stopped in the middle of a file, or after the last one. */
    private final class StoppedStorage implements TableStorage {

        private final TableStorage whole = new FolderStorage(folder);
        private final int last;
        private int written;

        StoppedStorage(int last) {
            this.last = last;
        }

        @Override
        public String place() {
            return whole.place();
        }

        @Override
        public void write(String path, byte[] content) throws IOException {
            written++;
            if (written == last) {
                whole.write(path + ".part", Arrays.copyOf(content, content.length / 2));
                throw new IOException("stopped");
            }
            whole.write(path, content);
        }

        @Override
        public List<StoredFile> list() throws IOException {
            return whole.list();
        }

        /** A service that was stopped deletes nothing. */
        @Override
        public void delete(String path) throws IOException {
            throw new IOException("stopped");
        }
    }

    /** A folder on a disk that is full once, after some files. */
    private final class FullStorage implements TableStorage {

        private final TableStorage whole = new FolderStorage(folder);
        private int left = 2;

        @Override
        public String place() {
            return whole.place();
        }

        @Override
        public void write(String path, byte[] content) throws IOException {
            if (left-- == 0) {
                throw new IOException("No space left on device");
            }
            whole.write(path, content);
        }

        @Override
        public List<StoredFile> list() throws IOException {
            return whole.list();
        }

        @Override
        public void delete(String path) throws IOException {
            whole.delete(path);
        }
    }

    private Response publish(String id) {
        return releases.as(AccountRole.PUBLISHER).post("/api/v1/releases/" + id + "/publication");
    }

    private static String loaded() {
        return given().get("/iceberg/v1/namespaces/data/tables/VICTIMS").asString();
    }

    private String place() {
        return new FolderStorage(folder).place();
    }

    private Set<String> named() {
        return new TreeSet<>(
                database.list("select path from release_table_file where place = ?", row -> row.getString(1), place()));
    }

    @Test
    void aReleaseHasAllItsFilesOrNone() throws IOException {
        releases.acceptOne();
        StoppedStorage counting = new StoppedStorage(0);
        OpenTables.in(counting);
        releases.publish("kills-0");
        Random random = new Random(SEED);
        int[] points = IntStream.concat(random.ints(POINTS, 1, counting.written + 1), IntStream.of(counting.written))
                .toArray();
        for (int i = 0; i < points.length; i++) {
            String id = "kills-" + (i + 1);
            assertStopped(id, points[i]);
            OpenTables.in(folder);
            assertEquals(200, publish(id).statusCode());
            assertTrue(loaded().contains(id));
            assertAgreed();
        }
        assertFalse(stored().equals(named()));
        Path other = Files.createDirectories(folder.resolve("data/VICTIMS")).resolve("notes.parquet");
        Files.writeString(other, "not of this service");
        shifted.later(Duration.ofDays(2));
        tables.deleteUnnamed();
        Files.delete(other);
        assertEquals(named(), stored());
        assertAgreed();
    }

    @Test
    void aFullDiskIsNotFilledFurther() throws IOException {
        releases.accept(
                "VICTIMS", "AUT", "REF_AREA,SEX,AGE,EXPLOITATION,TIME_PERIOD,OBS_VALUE\nAUT,_T,_T,_T,2002,120\n");
        releases.publish("kills-a");
        releases.publish("kills-b");
        releases.draft("kills-c", null);
        OpenTables.in(new FullStorage());
        assertEquals(507, publish("kills-c").statusCode());
        assertEquals(Set.of(), stored());
        releases.as(AccountRole.REVIEWER).delete("/api/v1/releases/kills-c");
        OpenTables.in(new FullStorage());
        tables.writeMissing();
        assertEquals(named(), stored());
        assertFalse(stored().isEmpty(), "the failure of one release keeps the others waiting");
    }

    private void assertStopped(String id, int point) {
        String before = loaded();
        Set<String> namedBefore = named();
        releases.draft(id, null);
        OpenTables.in(new StoppedStorage(point));
        assertEquals(503, publish(id).statusCode());
        assertEquals(before, loaded());
        assertEquals(namedBefore, named());
        assertFalse(releases.isPublished(id));
    }

    private Set<String> stored() throws IOException {
        return new FolderStorage(folder)
                .list().stream().map(StoredFile::path).collect(Collectors.toCollection(TreeSet::new));
    }

    /** Every file that a release names is there with its hash. */
    private void assertAgreed() {
        database.each(
                "select path, sha256, bytes from release_table_file where place = ?",
                row -> {
                    try {
                        byte[] content = Files.readAllBytes(folder.resolve(row.getString(1)));
                        assertEquals(row.getString(2), DigestUtils.sha256Hex(content));
                        assertEquals(row.getLong(3), content.length);
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                },
                place());
    }
}
