package org.tipstats.validate.run;

/** Converts the steps of a validation to percent. Reading takes most of the time. */
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

    /** @param lines the number of lines of the file; 0 if unknown, so that reading stays at 0 percent */
    void expect(int lines) {
        this.lines = lines;
    }

    void countRow(long line) {
        if (++rows % ROWS_BETWEEN == 0) {
            long share = lines == 0 ? 0 : Math.min(READING_SHARE, line * READING_SHARE / lines);
            report(Progress.Stage.READING, (int) share);
        }
    }

    /** Reports that all rules before a rule are done. */
    void startRule(int rule, int rules) {
        report(Progress.Stage.COMPARING, READING_SHARE + rule * SHARE_OF_RULES / rules);
    }

    private void report(Progress.Stage stage, int reached) {
        percent = Math.max(percent, reached);
        progress.at(stage, percent);
    }
}
