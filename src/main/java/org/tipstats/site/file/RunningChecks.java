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
 * Knows the progress of the checks that run on this instance. It holds nothing of the files, and forgets each check
 * when it ends. Thread-safe.
 */
@Singleton
final class RunningChecks {

    /**
     * The progress of a check.
     *
     * @param stage the current stage, as the texts name it
     * @param percent percent of the whole check
     */
    record CheckProgress(String stage, int percent) {}

    /** The sender of a file makes up the key at random, so that nobody else can ask for the progress. */
    private static final Pattern KEY = Pattern.compile("[0-9a-f]{32}");

    private final Map<String, CheckProgress> running = new ConcurrentHashMap<>();

    /**
     * Runs a check. Its progress can be asked for by the key meanwhile.
     *
     * @param key null or not valid if nobody will ask
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

    /** Returns the progress of a check; empty if it has not begun, is over, or runs on another instance. */
    Optional<CheckProgress> reached(String key) {
        return Optional.ofNullable(running.get(key));
    }
}
