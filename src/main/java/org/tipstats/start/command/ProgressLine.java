package org.tipstats.start.command;

import java.io.PrintWriter;
import org.tipstats.validate.run.Progress;

/** A progress bar in the last line of a terminal. It disappears when the work is done. */
final class ProgressLine implements Progress, AutoCloseable {

    private static final int WIDTH = 40;

    private final PrintWriter terminal;
    private int shown = -1;

    /**
     * Creates a progress bar.
     *
     * @param terminal the terminal that shows the bar, or null to show nothing
     */
    ProgressLine(PrintWriter terminal) {
        this.terminal = terminal;
    }

    @Override
    public void at(Stage stage, int percent) {
        if (terminal != null && percent != shown) {
            shown = percent;
            int done = percent * WIDTH / 100;
            terminal.print("\r[" + "#".repeat(done) + " ".repeat(WIDTH - done) + "] " + percent + " %");
            terminal.flush();
        }
    }

    @Override
    public void close() {
        if (shown >= 0) {
            terminal.print("\r" + " ".repeat(WIDTH + 10) + "\r");
            terminal.flush();
            shown = -1;
        }
    }
}
