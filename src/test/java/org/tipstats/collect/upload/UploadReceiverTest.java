package org.tipstats.collect.upload;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tipstats.collect.upload.UploadReceiver.ReceivedFile;
import org.tipstats.platform.access.Actor;
import org.tipstats.platform.problem.ProblemException;
import org.tipstats.platform.storage.FullDisk;
import org.tipstats.platform.storage.LeftFiles;
import org.tipstats.platform.storage.TemporaryFiles;

class UploadReceiverTest {

    private static final byte[] ABC = "abc".getBytes(StandardCharsets.UTF_8);

    @TempDir
    Path folder;

    private UploadReceiver receiver;

    @BeforeEach
    void open() {
        receiver = receiver(new TemporaryFiles(folder.resolve("incoming")));
    }

    private UploadReceiver receiver(TemporaryFiles files) {
        return new UploadReceiver(
                TestUploads.config(folder.resolve("incoming"), 1_000, 2), files, Clock.systemUTC(), null);
    }

    @AfterEach
    void nothingStaysBehind() throws IOException {
        assertEquals(List.of(), LeftFiles.in(folder.resolve("incoming")));
    }

    private <T> T receive(InputStream body, Function<ReceivedFile, T> work) {
        return receive(body, new UUID(0, 1), work);
    }

    private <T> T receive(InputStream body, UUID account, Function<ReceivedFile, T> work) {
        Actor by = new Actor(account, "someone", Set.of(), Set.of());
        return receiver.with(new Upload(body, "a.csv", "text/csv", null, null, null, null), Optional.of(by), work);
    }

    private int refusal(InputStream body) {
        return assertThrows(ProblemException.class, () -> receive(body, file -> null))
                .problem()
                .status();
    }

    private static byte[] bytes(ReceivedFile file) {
        try {
            return Files.readAllBytes(file.path());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void theBytesArriveWithTheirHash() {
        receive(new ByteArrayInputStream(ABC), file -> {
            assertArrayEquals(ABC, bytes(file));
            assertEquals(3, file.bytes());
            // FIPS 180-2, appendix B.1
            assertEquals("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad", file.sha256());
            return null;
        });
    }

    @Test
    void theFileEndsWithTheWorkEvenIfThatFails() {
        Path[] seen = new Path[1];
        assertThrows(
                IllegalStateException.class,
                () -> receive(new ByteArrayInputStream(ABC), file -> {
                    seen[0] = file.path();
                    throw new IllegalStateException();
                }));
        assertFalse(Files.exists(seen[0]));
        receive(new ByteArrayInputStream(ABC), file -> null);
    }

    @Test
    void aFileOfExactlyTheLimitIsTakenAndAByteMoreIsNot() {
        assertEquals(1_000L, receive(new ByteArrayInputStream(new byte[1_000]), ReceivedFile::bytes));
        assertEquals(413, refusal(new ByteArrayInputStream(new byte[1_001])));
    }

    @Test
    void aBodyWithoutEndIsNotReadForEver() {
        long[] read = new long[1];
        InputStream endless = new InputStream() {
            @Override
            public int read() {
                read[0]++;
                return 'x';
            }
        };
        assertEquals(413, refusal(endless));
        assertTrue(read[0] < 1_000_000, "read " + read[0]);
    }

    @Test
    void aBodyThatBreaksOffIsNoFile() {
        InputStream broken = new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("gone");
            }
        };
        assertEquals(400, refusal(broken));
    }

    @Test
    void aFullDiskIsNoFaultOfTheBody() {
        assumeTrue(Files.exists(FullDisk.DEVICE), "needs /dev/full");
        receiver = receiver(new FullDisk(folder.resolve("incoming")));
        for (int i = 0; i < 3; i++) {
            // There are two places: each failure frees its own.
            assertEquals(507, refusal(new ByteArrayInputStream(ABC)));
        }
        ProblemException refused = assertThrows(ProblemException.class, () -> receiver.write(out -> out.write(ABC)));
        assertEquals(507, refused.problem().status());
    }

    /** An interrupt ends the wait for a place, as when the service stops. */
    @Test
    void whoFindsNoPlaceIsToldToComeAgain() {
        receive(
                new ByteArrayInputStream(ABC),
                first -> receive(new ByteArrayInputStream(ABC), new UUID(0, 2), second -> {
                    Thread.currentThread().interrupt();
                    ProblemException refused = assertThrows(
                            ProblemException.class, () -> receive(new ByteArrayInputStream(ABC), third -> null));
                    assertTrue(Thread.interrupted());
                    assertEquals(429, refused.problem().status());
                    assertEquals("2", refused.problem().headers().get("Retry-After"));
                    return null;
                }));
        assertEquals(3L, receive(new ByteArrayInputStream(ABC), ReceivedFile::bytes));
    }

    @Test
    void aPlaceIsFreeAgainAfterARefusal() {
        for (int i = 0; i < 5; i++) {
            assertEquals(413, refusal(new ByteArrayInputStream(new byte[1_001])));
        }
        assertEquals(3L, receive(new ByteArrayInputStream(ABC), ReceivedFile::bytes));
    }

    @Test
    void aNameIsOnlyAName() {
        assertEquals("a.csv", UploadReceiver.plainName("../x/a.csv"));
        assertEquals("a.csv", UploadReceiver.plainName("C:\\x\\a.csv"));
        assertEquals("a.csv", UploadReceiver.plainName(" a\r\n.csv\u0000 "));
        assertEquals("avsc.exe", UploadReceiver.plainName("a\u202Evsc.exe"));
        assertEquals("Österreich 2016.csv", UploadReceiver.plainName("Österreich 2016.csv"));
        assertEquals(200, UploadReceiver.plainName("x".repeat(300)).length());
        for (String nothing : new String[] {"", "  ", "/", "x/", "\u0007"}) {
            assertNull(UploadReceiver.plainName(nothing));
        }
        assertNull(UploadReceiver.plainName(null));
    }

    @Test
    void aLongNameIsNotCutWithinACharacter() {
        String name = UploadReceiver.plainName("x".repeat(199) + "\uD83D\uDE00.csv");
        assertEquals("x".repeat(199), name);
    }
}
