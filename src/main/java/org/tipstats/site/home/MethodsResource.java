package org.tipstats.site.home;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jboss.resteasy.reactive.RestPath;
import org.tipstats.platform.cache.CacheFillFilter.CacheableAnswer;
import org.tipstats.platform.problem.ProblemException;
import org.tipstats.site.frame.FigureSigns.Mark;
import org.tipstats.site.frame.Frame;
import org.tipstats.site.frame.Frames;
import org.tipstats.site.frame.PageContext;
import org.tipstats.site.frame.PageTexts;
import org.tipstats.site.frame.Section;
import org.tipstats.site.frame.Site;
import org.tipstats.validate.findings.RuleTexts;
import org.tipstats.validate.run.RuleCatalogue;
import org.tipstats.validate.run.RuleCatalogue.Entry;
import org.tipstats.vocabulary.schema.Code;
import org.tipstats.vocabulary.schema.CodeList;
import org.tipstats.vocabulary.schema.SchemaRegistry;

/** Serves the pages on methods, quality rules and code lists. */
@Path(Site.LANG + "/methods")
@Produces(MediaType.TEXT_HTML)
@PermitAll
class MethodsResource {

    /**
     * A code in a list.
     *
     * @param depth the number of codes above the code in the tree, at most 3
     * @param above the id of the parent in the tree, if there is one, and the ids of the groups that the deployment
     *     adds and that contain the code
     */
    record CodeRow(Code code, int depth, List<String> above) {}

    private final Frames frames;
    private final SchemaRegistry schemas;

    MethodsResource(Frames frames, SchemaRegistry schemas) {
        this.frames = frames;
        this.schemas = schemas;
    }

    @CheckedTemplate(basePath = "portal")
    static final class Pages {

        static native TemplateInstance methods(
                Frame frame,
                PageTexts t,
                List<Mark> marks,
                List<Entry> rules,
                RuleTexts words,
                Collection<CodeList> lists);

        static native TemplateInstance rule(Frame frame, PageTexts t, Entry rule, RuleTexts words);

        static native TemplateInstance codelist(Frame frame, PageTexts t, CodeList list, List<CodeRow> rows);
    }

    @GET
    @CacheableAnswer
    public TemplateInstance methods() {
        PageTexts t = frames.texts();
        PageContext place =
                PageContext.titled(t.say("methods.heading")).in(Section.METHODS).described(t.say("methods.lead"));
        List<Entry> rules = RuleCatalogue.entries().stream()
                .sorted(Comparator.comparing(Entry::severity))
                .toList();
        return Pages.methods(
                frames.frame(place), t, List.of(Mark.values()), rules, RuleTexts.in(t.language()), schemas.codeLists());
    }

    @GET
    @Path("/rules/{id}")
    @CacheableAnswer
    public TemplateInstance rule(@RestPath String id) {
        PageTexts t = frames.texts();
        Entry rule = RuleCatalogue.find(id).orElseThrow(() -> ProblemException.notFound("rule"));
        RuleTexts words = RuleTexts.in(t.language());
        return Pages.rule(frames.frame(below(t, words.title(rule.id()), "/api/v1/rules/" + rule.id())), t, rule, words);
    }

    @GET
    @Path("/codelists/{id}")
    @CacheableAnswer
    public TemplateInstance codeList(@RestPath String id) {
        PageTexts t = frames.texts();
        CodeList list = schemas.codeList(id).orElseThrow(() -> ProblemException.notFound("code list"));
        Frame frame = frames.frame(below(t, t.of(list.name()), "/api/v1/codelists/" + list.id()));
        return Pages.codelist(frame, t, list, rows(list));
    }

    /**
     * Returns the codes of a list in the order of their tree: after each code, the codes below that code. Groups that
     * the deployment adds have no place in the tree and come last.
     */
    private static List<CodeRow> rows(CodeList list) {
        return list.codes().stream()
                .filter(code -> list.broader(code).isEmpty())
                .sorted(Comparator.comparing(code -> code.isAreaGroup("GROUP")))
                .flatMap(code -> Stream.concat(Stream.of(code), list.descendants(code).stream()))
                .distinct()
                .map(code -> {
                    List<Code> tree = list.broader(code);
                    Stream<Code> above = Stream.concat(tree.stream().limit(1), list.groupsOf(code).stream());
                    return new CodeRow(
                            code, Math.min(3, tree.size()), above.map(Code::id).toList());
                })
                .toList();
    }

    private static PageContext below(PageTexts t, String title, String api) {
        return PageContext.titled(title)
                .in(Section.METHODS)
                .below(t.say("methods.heading"), Section.METHODS.path())
                .api(api);
    }
}
