package org.tipstats.site.file;

import jakarta.inject.Singleton;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.tipstats.validate.rule.Progress;

/**
 * How far the checks are that this instance is doing, for those who wait for them. Nothing of a file is known here, and
 * nothing outlives a check: that would be kept.
 */
@Singleton
final class RunningChecks {

    /** @param stage what is being done, as the texts call it @param percent of the whole check */
    record Reached(String stage, int percent) {}

    /** Whoever sends a file makes it up, so that nobody else can ask. */
    private static final Pattern KEY = Pattern.compile("[0-9a-f]{32}");

    private final Map<String, Reached> running = new ConcurrentHashMap<>();

    /** Does a check that can be asked for by the key meanwhile. @param key null for one that nobody will ask for */
    <T> T watched(String key, Function<Progress, T> check) {
        if (key == null || !KEY.matcher(key).matches()) {
            return check.apply(Progress.NONE);
        }
        try {
            return check.apply((stage, percent) ->
                    running.put(key, new Reached(stage.name().toLowerCase(Locale.ROOT), percent)));
        } finally {
            running.remove(key);
        }
    }

    /** How far a check is; none for one that has not begun, is done, or is done elsewhere. */
    Optional<Reached> reached(String key) {
        return Optional.ofNullable(running.get(key));
    }
}
