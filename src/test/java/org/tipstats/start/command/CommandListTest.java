package org.tipstats.start.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Clock;
import org.junit.jupiter.api.Test;

/** A first argument that is no command starts nothing. */
class CommandListTest {

    @Test
    void whoeverAsksForHelpSeesTheCommands() {
        for (String asked : new String[] {"help", "--help", "-h"}) {
            CommandRun run = CommandRun.of(asked, null, Clock.systemUTC());
            assertEquals(0, run.exitCode());
            assertTrue(run.out().startsWith("Commands: audit, backup, "), run.out());
            assertEquals("", run.err());
        }
    }

    @Test
    void anUnknownCommandIsRefused() {
        CommandRun run = CommandRun.of("validat", null, Clock.systemUTC(), "VICTIMS", "file.csv");
        assertEquals(2, run.exitCode());
        assertTrue(run.err().startsWith("There is no command \"validat\"."), run.err());
        assertTrue(run.err().contains(" validate."), run.err());
        assertEquals("", run.out());
    }
}
