package org.tipstats.platform.job;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The preference of a request to be answered before its work is done (RFC 7240).
 *
 * @param patience the time for which the caller is willing to wait for the result before a job continues the work
 */
record Preference(Duration patience) {

    private static final Duration DEFAULT_PATIENCE = Duration.ofSeconds(2);
    private static final int MAX_SECONDS = 15;
    private static final int MAX_HEADER = 500;
    private static final Pattern WAIT = Pattern.compile("(?:^|[,;\\s])wait=(\\d{1,6})(?:$|[,;\\s])");
    private static final Pattern ASYNCHRONOUS = Pattern.compile("(?:^|[,;\\s])respond-async(?:$|[,;\\s])");

    /**
     * Reads a header {@code Prefer}. Returns empty if the header does not ask for {@code respond-async}. If the header
     * gives no time to wait, the time is two seconds.
     */
    static Optional<Preference> parse(String prefer) {
        if (prefer == null || prefer.length() > MAX_HEADER) {
            return Optional.empty();
        }
        String text = prefer.toLowerCase(Locale.ROOT);
        if (!ASYNCHRONOUS.matcher(text).find()) {
            return Optional.empty();
        }
        Matcher wait = WAIT.matcher(text);
        return Optional.of(new Preference(
                wait.find()
                        ? Duration.ofSeconds(Math.min(MAX_SECONDS, Integer.parseInt(wait.group(1))))
                        : DEFAULT_PATIENCE));
    }
}
