package org.tipstats.site.frame;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tipstats.platform.problem.Problem;
import org.tipstats.platform.problem.ProblemRenderer;
import org.tipstats.platform.problem.ProblemRenderer.FailedRequest;
import org.tipstats.platform.problem.ProblemRenderer.RenderedProblem;

/**
 * Renders problems of the website as pages in the language of the address. Uses neither the database nor the session,
 * so that it cannot fail itself.
 */
@Singleton
class PageProblemRenderer implements ProblemRenderer {

    private static final Pattern THEME = Pattern.compile("(?:^|; *)" + Theme.COOKIE + "=([a-z]+)");

    private final Assets assets;

    PageProblemRenderer(Assets assets) {
        this.assets = assets;
    }

    @CheckedTemplate(basePath = "page")
    static final class Pages {

        private Pages() {}

        static native TemplateInstance problem(ProblemPage page, PageTexts t);
    }

    @Override
    public boolean covers(String path) {
        return Site.language(path).isPresent();
    }

    @Override
    public RenderedProblem render(Problem problem, FailedRequest request) {
        ProblemPage page = ProblemPage.of(problem, request, assets, theme(request));
        return RenderedProblem.of(
                "text/html;charset=UTF-8", Pages.problem(page, page.t()).render());
    }

    private static Theme theme(FailedRequest request) {
        return request.header("Cookie")
                .map(THEME::matcher)
                .filter(Matcher::find)
                .map(found -> found.group(1))
                .flatMap(id -> Optional.of(Theme.of(id).orElse(Theme.AUTO)))
                .orElse(Theme.AUTO);
    }
}
