package org.tipstats.start.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** What the script beside the program starts, and with which options. {@link CommandArchiveTest} tests its archives. */
@Execution(ExecutionMode.CONCURRENT)
class CommandScriptTest extends CommandScriptCase {

    @Test
    void withoutACommandTheServiceStarts() throws IOException, InterruptedException {
        Run service = run();
        assertEquals(0, service.code());
        assertFalse(service.out().contains("Archive"), service.out());
        assertFalse(Files.exists(home.resolve("archive")));
        assertEquals("", service.errors());
        assertReturnsMemoryAndReplacesTheShell(service);
    }

    @Test
    void theServiceKeepsTheOptionsOfItsUser() throws IOException, InterruptedException {
        Map<String, String> settings =
                Map.of("JDK_JAVA_OPTIONS", "-Xmx300m", "MALLOC_ARENA_MAX", "4", "TIPSTATS_HEAP_PERCENT", "30");
        String out = run(settings, home.resolve("tipstats")).out();
        assertTrue(out.contains("-Xmx300m ") && out.contains("-XX:MaxRAMPercentage=30 "), out);
        assertTrue(out.contains("arenas 4\n") && out.contains("heap 300 MB\n"), out);
    }

    @Test
    void otherCommandsDoNotHaveTheLimitsOfTheService() throws IOException, InterruptedException {
        Map<String, String> settings = Map.of("TIPSTATS_HEAP_PERCENT", "1");
        for (String command : List.of("backup", "validate", "protect")) {
            String out = run(settings, home.resolve("tipstats"), command, "0").out();
            assertTrue(out.startsWith(command + "|0\n"), out);
            assertFalse(
                    out.contains("MaxRAMPercentage") || out.contains("ExitOnOutOfMemoryError") || out.contains("Tier4"),
                    out);
        }
    }

    /** A mistake must not start a service without a limit. */
    @Test
    void aWrongOptionOrPercentageIsReported() throws IOException, InterruptedException {
        Path script = home.resolve("tipstats");
        Run option = run(Map.of("JDK_JAVA_OPTIONS", "-XX:MaxRamPercentage=50"), script);
        assertEquals(1, option.code());
        assertTrue((option.out() + option.errors()).contains("MaxRamPercentage"), option.out() + option.errors());
        Run percentage = run(Map.of("TIPSTATS_HEAP_PERCENT", "half"), script);
        assertEquals(1, percentage.code());
        assertTrue((percentage.out() + percentage.errors()).contains("MaxRAMPercentage=half"), percentage.errors());
    }

    @Test
    void longCommandsAndThoseThatChangeSomethingReplaceTheShell() throws IOException, InterruptedException {
        for (String command : List.of("backup", "restore", "emergency-token", "export-site", "protect")) {
            Run run = run(command, "0");
            assertTrue(run.out().startsWith(command + "|0\n"), run.out());
            assertFalse(run.out().contains("Archive"), run.out());
        }
        assertFalse(Files.exists(home.resolve("archive")));
    }

    @Test
    void largeFilesAndOtherCommandsGetTheWholeCompiler() throws IOException, InterruptedException {
        Path large = folder.resolve("large.csv");
        Files.write(large, new byte[2_000_001]);
        assertFalse(run("validate", "0", large.toString()).out().contains("TieredStopAtLevel"));
        assertFalse(run("protect", "0").out().contains("TieredStopAtLevel"));
        assertTrue(run("validate", "0").out().contains("TieredStopAtLevel"));
    }

    @Test
    void aLinkToTheScriptFindsTheProgramAndAFolderThatIsNoneIsReplacedByTheCache()
            throws IOException, InterruptedException {
        Path link = Files.createSymbolicLink(folder.resolve("link"), Path.of("the program/tipstats"));
        Files.writeString(home.resolve("archive"), "This is no folder.");
        assertTrue(run(link, "validate", "0").out().startsWith("validate|0\n"));
        assertEquals(1, archives(folder.resolve("cache/tipstats")).size());
    }
}
