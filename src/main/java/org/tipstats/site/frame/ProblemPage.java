package org.tipstats.site.frame;

import java.util.List;
import java.util.Map;
import org.tipstats.platform.problem.Problem;
import org.tipstats.platform.problem.ProblemRenderer.FailedRequest;

/**
 * A problem as a page shows it: what happened, what to do next, and the number to quote.
 *
 * @param pause how long to wait, in a sentence; null if waiting does not help
 * @param signIn the address of the sign-in page; null if signing in does not help
 */
record ProblemPage(
        PageTexts t,
        Assets assets,
        Theme theme,
        List<Frame.LanguageLink> languages,
        int status,
        String heading,
        String text,
        String next,
        String pause,
        String signIn,
        boolean desk,
        String reference) {

    private static final String KEY = "problem.";

    static ProblemPage of(Problem problem, FailedRequest request, Assets assets, Theme theme) {
        String language = Site.language(request.path()).orElseThrow();
        PageTexts t = PageTexts.in(language);
        String key = key(t, problem);
        String seconds = problem.headers().get("Retry-After");
        boolean desk = Site.knowsWho(request.path());
        // A link cannot repeat a form that was sent too late.
        boolean read = List.of("GET", "HEAD").contains(request.method());
        return new ProblemPage(
                t,
                assets,
                theme,
                Frames.languages(language, read ? request.path() : "/" + language + "/desk", null),
                problem.status(),
                t.say(key + ".heading"),
                t.say(key + ".text"),
                t.say(key + ".next"),
                seconds == null || !seconds.matches("[0-9]{1,6}") ? null : wait(t, Integer.parseInt(seconds)),
                problem.status() == 401 && desk
                        ? "/" + language + "/sign-in" + (read ? "?next=" + Addresses.encoded(request.path()) : "")
                        : null,
                desk,
                request.requestId());
    }

    private static String wait(PageTexts t, int seconds) {
        return seconds < 120
                ? t.say(KEY + "wait", Map.of("n", seconds))
                : t.say(KEY + "wait.minutes", Map.of("n", (seconds + 59) / 60));
    }

    /** Returns the key of the words for this problem type; else for its status; else for its class of status. */
    private static String key(PageTexts t, Problem problem) {
        String type = KEY + problem.type().slug();
        if (t.has(type + ".heading")) {
            return type;
        }
        String status = KEY + problem.status();
        if (t.has(status + ".heading")) {
            return status;
        }
        return KEY + (problem.status() >= 500 ? "500" : "400");
    }
}
