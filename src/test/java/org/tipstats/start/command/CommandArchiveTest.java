package org.tipstats.start.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** The script beside the program makes an archive of classes where one helps, and uses no wrong one. */
@Execution(ExecutionMode.CONCURRENT)
class CommandArchiveTest extends CommandScriptCase {

    @Test
    void theFirstRunMakesAnArchiveThatTheNextOnesUse() throws IOException, InterruptedException {
        Run first = run("validate", "1", "a file.csv");
        assertTrue(first.out().startsWith("validate|1|a file.csv\n"), first.out());
        assertEquals(1, first.code());
        assertEquals("", first.errors());
        List<Path> made = archives(home.resolve("archive"));
        assertEquals(1, made.size(), made.toString());

        Run second = run("validate", "0");
        assertTrue(second.out().contains("-XX:SharedArchiveFile=" + made.get(0)), second.out());
        assertTrue(second.out().contains("-XX:TieredStopAtLevel=1 -XX:+UseSerialGC"), second.out());
        assertEquals(0, second.code());
        assertEquals(made, archives(home.resolve("archive")));
    }

    @Test
    void anArchiveThatDoesNotFitIsIgnored() throws IOException, InterruptedException {
        run("validate", "0");
        Path archive = archives(home.resolve("archive")).get(0);
        Files.delete(archive);
        Files.writeString(archive, "no archive");
        Run spoilt = run("validate", "0", "x");
        assertTrue(spoilt.out().startsWith("validate|0|x\n"), spoilt.out());
        assertEquals("", spoilt.errors());
        assertEquals(0, spoilt.code());

        byte[] jar = Files.readAllBytes(home.resolve("quarkus-run.jar"));
        Files.write(home.resolve("app/tipstats.jar"), jar);
        assertEquals(0, run("validate", "0").code());
        List<Path> anew = archives(home.resolve("archive"));
        assertEquals(1, anew.size());
        assertFalse(anew.contains(archive));
    }

    @Test
    void aFailedCommandLeavesNoArchive() throws IOException, InterruptedException {
        assertEquals(3, run("validate", "3").code());
        assertEquals(List.of(), archives(home.resolve("archive")));
    }

    /** Regression: a first run that was stopped left an unfinished archive, which nothing deleted. */
    @Test
    void aStoppedCommandLeavesNoArchive() throws IOException, InterruptedException {
        assertEquals(143, run("validate", "stop").code());
        assertEquals(List.of(), archives(home.resolve("archive")));
    }

    @Test
    void theServiceUsesTheArchiveThatIsMadeForItAndNoOther() throws IOException, InterruptedException {
        Run making = run("make-archive");
        assertEquals(0, making.code(), making.errors());
        Path archive = Path.of(making.out().strip());
        assertEquals(List.of(archive), archives(home.resolve("archive")));

        Run service = run();
        assertEquals(0, service.code());
        assertEquals("", service.errors());
        assertTrue(service.out().contains("-XX:SharedArchiveFile=" + archive), service.out());
        assertTrue(service.out().contains("-Djava.util.logging.manager="), service.out());
        assertReturnsMemoryAndReplacesTheShell(service);

        byte[] changed = Files.readAllBytes(home.resolve("quarkus-run.jar"));
        Files.write(home.resolve("app/tipstats.jar"), changed);
        assertFalse(run().out().contains("Archive"));
        Path next = Path.of(run("make-archive").out().strip());
        assertEquals(List.of(next), archives(home.resolve("archive")));
        assertFalse(next.equals(archive));
    }

    @Test
    void theArchiveFitsAtAnyTimeAndInAnyTimeZoneAndLanguage() throws IOException, InterruptedException {
        Path script = home.resolve("tipstats");
        for (String name : List.of("a.b.jar", "a-b.jar", "A.jar", "b.jar")) {
            Files.copy(home.resolve("quarkus-run.jar"), home.resolve("lib/main/" + name));
        }
        // Half a year after a file has changed, "ls" says so in another form.
        Path jar = home.resolve("lib/main/b.jar");
        Files.setLastModifiedTime(jar, FileTime.fromMillis(System.currentTimeMillis() - 182L * 24 * 60 * 60 * 1000));
        Run making = run(Map.of("TZ", "UTC", "LC_ALL", "C"), script, "make-archive");
        assertEquals(0, making.code(), making.errors());
        for (Map<String, String> settings : List.of(
                Map.of("TZ", "Pacific/Kiritimati", "LC_ALL", "C"),
                Map.of("TZ", "UTC", "LC_ALL", "en_US.UTF-8"),
                Map.of("TZ", "UTC", "LC_ALL", "C.UTF-8"))) {
            String out = run(settings, script).out();
            assertTrue(out.contains("-XX:SharedArchiveFile=" + making.out().strip()), settings + out);
        }
    }

    @Test
    void theUserOfTheServiceMayReadTheArchiveButNotWriteIt() throws IOException, InterruptedException {
        Path archives = Files.createDirectories(home.resolve("archive/new-1/of a killed run"))
                .getParent()
                .getParent();
        Files.setPosixFilePermissions(archives, PosixFilePermissions.fromString("rwxrwxrwx"));
        Path strict = Files.writeString(
                folder.resolve("strict"), "umask 077; exec sh '" + home.resolve("tipstats") + "' \"$@\"");
        Path archive = Path.of(run(strict, "make-archive").out().strip());
        assertEquals("rw-r--r--", PosixFilePermissions.toString(Files.getPosixFilePermissions(archive)));
        assertEquals("rwxr-xr-x", PosixFilePermissions.toString(Files.getPosixFilePermissions(archives)));
        assertEquals(List.of(archive), archives(archives));
    }

    @Test
    void theMakerOfTheArchiveHasNoArguments() throws IOException, InterruptedException {
        Run refused = run("make-archive", "--help");
        assertEquals(2, refused.code());
        assertEquals("Usage: tipstats make-archive\n", refused.errors());
        assertFalse(Files.exists(home.resolve("archive")));
    }

    @Test
    void anArchiveThatCannotBeMadeIsAFailure() throws IOException, InterruptedException {
        Files.writeString(home.resolve("archive"), "This is no folder.");
        Run failed = run("make-archive");
        assertEquals(3, failed.code());
        assertFalse(Files.exists(folder.resolve("cache")));
    }
}
