package org.tipstats.publish.checks;

import java.util.List;

/**
 * The checks of a release.
 *
 * @param publishable true if no check blocks
 */
public record ReleaseChecks(String release, boolean publishable, List<ReleaseCheck> checks) {

    public static ReleaseChecks of(String release, List<ReleaseCheck> checks) {
        return new ReleaseChecks(
                release,
                checks.stream().noneMatch(check -> check.outcome() == ReleaseCheck.Outcome.BLOCKING),
                List.copyOf(checks));
    }

    /** Returns the checks that block publication. */
    public List<ReleaseCheck> blocking() {
        return checks.stream()
                .filter(check -> check.outcome() == ReleaseCheck.Outcome.BLOCKING)
                .toList();
    }
}
