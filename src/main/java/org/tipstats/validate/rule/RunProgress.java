package org.tipstats.validate.rule;

/** Turns what a validation does into percents: most of the time goes into reading. */
final class RunProgress {

    private static final int ROWS_BETWEEN = 4_096;
    private static final int READING_SHARE = 70;
    private static final int SHARE_OF_RULES = 99 - READING_SHARE;

    private final Progress progress;
    private long lines;
    private int rows;
    private int percent;

    RunProgress(Progress progress) {
        this.progress = progress;
    }

    /** @param lines how many lines the file has; 0 where that is not known, and then reading stays at 0 percent */
    void expect(int lines) {
        this.lines = lines;
    }

    /** A row is read. */
    void reading(int line) {
        if (++rows % ROWS_BETWEEN == 0) {
            tell(Progress.Stage.READING, lines == 0 ? 0 : (int) Math.min(READING_SHARE, line * READING_SHARE / lines));
        }
    }

    /** The rules before this one are done. */
    void comparing(int rule, int rules) {
        tell(Progress.Stage.COMPARING, READING_SHARE + rule * SHARE_OF_RULES / rules);
    }

    private void tell(Progress.Stage stage, int reached) {
        percent = Math.max(percent, reached);
        progress.at(stage, percent);
    }
}
