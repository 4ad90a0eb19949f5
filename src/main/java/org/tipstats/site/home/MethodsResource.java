package org.tipstats.site.home;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestPath;
import org.tipstats.platform.problem.ProblemException;
import org.tipstats.site.frame.FigureSigns.Mark;
import org.tipstats.site.frame.FigureSigns.ShownFigure;
import org.tipstats.site.frame.Frame;
import org.tipstats.site.frame.Frames;
import org.tipstats.site.frame.PageContext;
import org.tipstats.site.frame.PageTexts;
import org.tipstats.site.frame.Section;
import org.tipstats.site.frame.Site;
import org.tipstats.validate.findings.RuleTexts;
import org.tipstats.validate.findings.Severity;
import org.tipstats.validate.run.RuleCatalogue;
import org.tipstats.vocabulary.schema.Code;
import org.tipstats.vocabulary.schema.CodeList;
import org.tipstats.vocabulary.schema.SchemaRegistry;

/** Serves the pages on methods, rules and code lists. */
@Path(Site.LANG + "/methods")
@Produces(MediaType.TEXT_HTML)
@PermitAll
class MethodsResource {

    /** The methods of the statistics: the signs that replace figures, the rules for files, the code lists. */
    record MethodsPage(List<ShownFigure> signs, List<RuleRow> rules, List<ListRow> codeLists) {

        static MethodsPage of(SchemaRegistry schemas, PageTexts t) {
            RuleTexts rules = RuleTexts.in(t.language());
            return new MethodsPage(
                    Stream.of(Mark.values())
                            .map(mark -> ShownFigure.marked(null, mark, t))
                            .toList(),
                    RuleCatalogue.entries().stream()
                            .sorted(Comparator.comparing(RuleCatalogue.Entry::severity))
                            .map(rule -> new RuleRow(
                                    rule.id(), rules.title(rule.id()), severity(rule, t), tone(rule.severity())))
                            .toList(),
                    schemas.codeLists().stream()
                            .map(list -> new ListRow(list.id(), t.of(list.name()), size(list, t)))
                            .toList());
        }

        static Optional<RulePage> rule(String id, PageTexts t) {
            RuleTexts texts = RuleTexts.in(t.language());
            return RuleCatalogue.find(id)
                    .map(rule -> new RulePage(
                            rule.id(),
                            texts.title(id),
                            severity(rule, t),
                            tone(rule.severity()),
                            texts.reason(id),
                            texts.example(id),
                            texts.remedy(id),
                            rule.since(),
                            rule.hitRate()));
        }

        static CodeListPage codeList(CodeList list, PageTexts t) {
            List<CodeRow> rows = list.codes().stream()
                    .filter(code -> list.ancestors(code).isEmpty())
                    .flatMap(code -> Stream.concat(Stream.of(code), list.descendants(code).stream()))
                    .distinct()
                    .map(code -> row(list, code, t))
                    .toList();
            return new CodeListPage(list.id(), list.version(), t.of(list.name()), size(list, t), rows);
        }

        private static CodeRow row(CodeList list, Code code, PageTexts t) {
            List<Code> above = list.ancestors(code);
            String parent = above.isEmpty() ? null : above.get(0).id();
            return new CodeRow(code.id(), t.of(code.name()), Math.min(3, above.size()), parent);
        }

        private static String size(CodeList list, PageTexts t) {
            return t.say("methods.codes", "n", list.size());
        }

        private static String severity(RuleCatalogue.Entry rule, PageTexts t) {
            return t.say("severity." + rule.severity().word());
        }

        private static String tone(Severity severity) {
            return severity.word().equals("information") ? "info" : severity.word();
        }
    }

    /**
     * A rule in the list.
     *
     * @param severity the severity in words
     * @param tone the CSS class of the severity
     */
    record RuleRow(String id, String title, String severity, String tone) {}

    /**
     * A code list in the list.
     *
     * @param size the number of codes, in words
     */
    record ListRow(String id, String name, String size) {}

    /**
     * A rule in full.
     *
     * @param hitRate a text in English on how often the rule fires on the public table; null if not measured
     */
    record RulePage(
            String id,
            String title,
            String severity,
            String tone,
            String reason,
            String example,
            String remedy,
            String since,
            String hitRate) {}

    /** A code list in full. */
    record CodeListPage(String id, String version, String name, String size, List<CodeRow> codes) {}

    /**
     * A code.
     *
     * @param depth its level below the top, at most 3
     * @param parent the id of the code directly above; null for a code of the top level
     */
    record CodeRow(String id, String name, int depth, String parent) {}

    private static final String PATH = "/methods";

    private final Frames frames;
    private final SchemaRegistry schemas;

    MethodsResource(Frames frames, SchemaRegistry schemas) {
        this.frames = frames;
        this.schemas = schemas;
    }

    @CheckedTemplate(basePath = "portal")
    static final class Pages {

        private Pages() {}

        static native TemplateInstance methods(Frame frame, PageTexts t, MethodsPage page);

        static native TemplateInstance rule(Frame frame, PageTexts t, RulePage rule);

        static native TemplateInstance codelist(Frame frame, PageTexts t, CodeListPage list);
    }

    @GET
    @Operation(hidden = true)
    public TemplateInstance methods() {
        PageTexts t = frames.texts();
        PageContext place =
                PageContext.titled(t.say("methods.heading")).in(Section.METHODS).described(t.say("methods.lead"));
        return Pages.methods(frames.frame(place), t, MethodsPage.of(schemas, t));
    }

    @GET
    @Path("/rules/{id}")
    @Operation(hidden = true)
    public TemplateInstance rule(@RestPath String id) {
        PageTexts t = frames.texts();
        RulePage rule = MethodsPage.rule(id, t).orElseThrow(() -> ProblemException.notFound("rule"));
        return Pages.rule(frames.frame(below(t, rule.title(), "/api/v1/rules/" + rule.id())), t, rule);
    }

    @GET
    @Path("/codelists/{id}")
    @Operation(hidden = true)
    public TemplateInstance codeList(@RestPath String id) {
        PageTexts t = frames.texts();
        CodeListPage list = schemas.codeList(id)
                .map(found -> MethodsPage.codeList(found, t))
                .orElseThrow(() -> ProblemException.notFound("code list"));
        return Pages.codelist(frames.frame(below(t, list.name(), "/api/v1/codelists/" + list.id())), t, list);
    }

    private static PageContext below(PageTexts t, String title, String api) {
        return PageContext.titled(title)
                .in(Section.METHODS)
                .below(t.say("methods.heading"), PATH)
                .api(api);
    }
}
