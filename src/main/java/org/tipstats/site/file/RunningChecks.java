package org.tipstats.site.file;

import jakarta.inject.Singleton;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.tipstats.validate.run.Progress;

/**
 * Stores the progress of the checks that run on this instance, but no contents of the files. Removes the progress of a
 * check when the check ends. Thread-safe.
 */
@Singleton
final class RunningChecks {

    /**
     * The progress of a check.
     *
     * @param stage the name of the current stage in lower case, as in the keys of the texts
     * @param percent the completed part of the whole check, in percent
     */
    record CheckProgress(String stage, int percent) {}

    /** The format of a key. The sender of a file chooses a random key, so that nobody else can ask for the progress. */
    private static final Pattern KEY = Pattern.compile("[0-9a-f]{32}");

    private final Map<String, CheckProgress> running = new ConcurrentHashMap<>();

    /**
     * Runs a check. Meanwhile, {@link #reached} returns the progress for the key.
     *
     * @param key the key for progress requests; if the key is null or not valid, the progress is not stored
     */
    <T> T watched(String key, Function<Progress, T> check) {
        if (key == null || !KEY.matcher(key).matches()) {
            return check.apply(Progress.NONE);
        }
        try {
            return check.apply((stage, percent) ->
                    running.put(key, new CheckProgress(stage.name().toLowerCase(Locale.ROOT), percent)));
        } finally {
            running.remove(key);
        }
    }

    /** Returns the progress of a check; empty if the check has not begun, has ended, or runs on another instance. */
    Optional<CheckProgress> reached(String key) {
        return Optional.ofNullable(running.get(key));
    }
}
