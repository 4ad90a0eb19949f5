package org.tipstats.start.demo;

import org.tipstats.validate.findings.BackgroundWork;

/** Reviews one file after the other in another thread, while the caller receives the next file. */
final class ReviewThread implements AutoCloseable {

    private BackgroundWork<Void> running = BackgroundWork.done(null);

    /** Waits for the review that is under way, and begins the next. Throws what the former review has thrown. */
    void begin(Runnable review) {
        close();
        running = BackgroundWork.begin("demo-review", () -> {
            review.run();
            return null;
        });
    }

    /** Waits for the review that is under way, and throws what it has thrown. */
    @Override
    public void close() {
        BackgroundWork<Void> last = running;
        // An exception is thrown once, also if the caller closes this because of it.
        running = BackgroundWork.done(null);
        last.result();
    }
}
