package org.tipstats.site.file;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.tipstats.site.file.RunningChecks.CheckProgress;
import org.tipstats.validate.run.Progress.Stage;

class RunningChecksTest {

    private static final String KEY = "0123456789abcdef0123456789abcdef";

    private final RunningChecks checks = new RunningChecks();

    @Test
    void aCheckIsKnownAsLongAsItRuns() {
        Optional<CheckProgress> during = checks.watched(KEY, progress -> {
            progress.at(Stage.READING, 43);
            return checks.reached(KEY);
        });

        assertEquals(Optional.of(new CheckProgress("reading", 43)), during);
        assertEquals(Optional.empty(), checks.reached(KEY));
    }

    @Test
    void aCheckThatFailsIsForgottenToo() {
        assertThrows(
                IllegalStateException.class,
                () -> checks.watched(KEY, progress -> {
                    progress.at(Stage.COMPARING, 90);
                    throw new IllegalStateException("it failed");
                }));
        assertEquals(Optional.empty(), checks.reached(KEY));
    }

    @Test
    void onlyKeysOfTheRightFormAreKept() {
        for (String key : new String[] {null, "", "1", KEY + "0", KEY.toUpperCase(java.util.Locale.ROOT)}) {
            checks.watched(key, progress -> {
                progress.at(Stage.READING, 43);
                assertEquals(Optional.empty(), key == null ? Optional.empty() : checks.reached(key));
                return null;
            });
        }
    }
}
