package org.tipstats.start.boot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tipstats.start.boot.StartupTasks.TokenFile;

class TokenFileTest {

    @TempDir
    Path home;

    @Test
    void onlyTheOwnerReadsTheToken() throws IOException {
        Path file = Files.createFile(home.resolve(TokenFile.NAME));
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
        TokenFile tokens = new TokenFile(home);
        tokens.write("tip_secret");
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
        assertEquals(Optional.of(file), tokens.waiting("tip_secret"::equals));
    }

    @Test
    void aTokenOfNoMoreUseIsDeleted() {
        TokenFile tokens = new TokenFile(home);
        tokens.write("tip_secret");
        assertEquals(Optional.empty(), tokens.waiting(token -> false));
        assertFalse(Files.exists(home.resolve(TokenFile.NAME)));
        assertEquals(Optional.empty(), tokens.waiting(token -> true));
    }
}
