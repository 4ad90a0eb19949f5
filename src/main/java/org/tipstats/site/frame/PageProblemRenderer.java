package org.tipstats.site.frame;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tipstats.platform.http.AcceptHeader;
import org.tipstats.platform.problem.Problem;
import org.tipstats.platform.problem.ProblemRenderer;
import org.tipstats.platform.problem.ProblemRenderer.FailedRequest;
import org.tipstats.platform.problem.ProblemRenderer.RenderedProblem;
import org.tipstats.platform.problem.ProblemType;
import org.tipstats.site.frame.Frame.Theme;

/**
 * Renders problems of the website as pages in the language of the request's path. If the path is not part of the
 * website or an API, a browser gets a page in the language of its reader. Uses neither the database nor the session,
 * because these may be the cause of the problem.
 */
@Singleton
record PageProblemRenderer(Assets assets) implements ProblemRenderer {

    /**
     * A problem as a page shows it: what happened, what to do next, and a reference that the reader can give to the
     * operator.
     *
     * @param reason why a release was withdrawn, as its publishers wrote it; null for other problems
     * @param pause how long to wait, in a sentence; null if waiting does not help
     * @param signIn the URL of the sign-in page; null if signing in does not help
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
            String reason,
            String pause,
            String signIn,
            boolean desk,
            String reference) {

        private static final String KEY = "problem.";

        static ProblemPage of(Problem problem, FailedRequest request, Assets assets, Theme theme) {
            String language = Site.language(request.path())
                    .orElseGet(() -> Frames.language(
                            cookie(request, Frames.LANGUAGE).orElse(null),
                            request.header(HttpHeaders.ACCEPT_LANGUAGE).orElse(null)));
            PageTexts t = PageTexts.in(language);
            String key = key(t, problem);
            String seconds = problem.headers().get("Retry-After");
            boolean desk = Site.knowsWho(request.path());
            // A link cannot send a form again. It can only repeat a request that reads a page.
            boolean read = List.of("GET", "HEAD").contains(request.method());
            return new ProblemPage(
                    t,
                    assets,
                    theme,
                    Frames.languages(language, read ? request.path() : "/" + language + "/desk", null),
                    problem.status(),
                    t.say(key + ".heading"),
                    t.say(key + ".text"),
                    t.say(key + (problem.status() == 401 && !read ? ".sent" : ".next")),
                    problem.type().equals(ProblemType.GONE)
                            ? (String) problem.members().get("reason")
                            : null,
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

        /**
         * Returns the key of the texts about a problem. Tries the type of the problem first, then its status. If there
         * are no texts for either, returns the key for all client errors (400) or all server errors (500).
         */
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

    /** The paths for programs. At these paths, problems are never pages. */
    private static final Pattern PROGRAMS = Pattern.compile("/(api|sdmx|iceberg)(/.*)?", Pattern.DOTALL);

    private static final String HTML = "text/html";
    private static final List<String> OFFERS = List.of("application/problem+json", HTML);

    @CheckedTemplate(basePath = "page")
    static final class Pages {

        static native TemplateInstance problem(ProblemPage page, PageTexts t);
    }

    @Override
    public boolean covers(FailedRequest request) {
        return Site.language(request.path()).isPresent()
                || !PROGRAMS.matcher(request.path()).matches() && prefersPage(request);
    }

    private static boolean prefersPage(FailedRequest request) {
        return AcceptHeader.parse(request.header(HttpHeaders.ACCEPT).orElse(null))
                .best(OFFERS, offer -> offer)
                .filter(HTML::equals)
                .isPresent();
    }

    @Override
    public RenderedProblem render(Problem problem, FailedRequest request) {
        ProblemPage page = ProblemPage.of(problem, request, assets, theme(request));
        return RenderedProblem.of(
                HTML + ";charset=UTF-8", Pages.problem(page, page.t()).render());
    }

    private static Theme theme(FailedRequest request) {
        return cookie(request, Theme.COOKIE).flatMap(Theme::of).orElse(Theme.AUTO);
    }

    private static Optional<String> cookie(FailedRequest request, String name) {
        return request.header(HttpHeaders.COOKIE)
                .map(Pattern.compile("(?:^|; *)" + name + "=([a-z]+)")::matcher)
                .filter(Matcher::find)
                .map(found -> found.group(1));
    }
}
