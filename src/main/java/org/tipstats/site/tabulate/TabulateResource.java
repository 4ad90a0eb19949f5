package org.tipstats.site.tabulate;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.tipstats.mapping.count.CaseVocabulary;
import org.tipstats.platform.cache.CacheFillFilter.CacheableAnswer;
import org.tipstats.platform.http.CachePolicy;
import org.tipstats.platform.http.EntityTags;
import org.tipstats.site.frame.Frame;
import org.tipstats.site.frame.Frame.Choice;
import org.tipstats.site.frame.Frames;
import org.tipstats.site.frame.PageContext;
import org.tipstats.site.frame.PageTexts;
import org.tipstats.site.frame.Section;
import org.tipstats.site.frame.Site;
import org.tipstats.vocabulary.schema.Dataflow;
import org.tipstats.vocabulary.schema.SchemaRegistry;

/** Serves the page that counts a list of cases. The service has no operation that receives a list. */
@Path(Site.LANG + "/tabulate")
@Produces(MediaType.TEXT_HTML)
@PermitAll
class TabulateResource {

    /**
     * The content security policy of the page. Unlike the usual policy, it allows no connections, so that even a faulty
     * script cannot send the list.
     */
    static final String POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:;"
            + " connect-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

    private final SchemaRegistry schemas;
    private final Frames frames;
    private final Map<String, Vocabulary> vocabularies = new ConcurrentHashMap<>();

    /**
     * The codes and words of the page. They are a script, because the page may load scripts but may not open
     * connections.
     *
     * @param version the hash of the script
     */
    private record Vocabulary(byte[] script, String version) {

        static Vocabulary of(String json) {
            // Browsers read an object about three times as fast from JSON as from program text.
            String text = json.replace("\\", "\\\\").replace("'", "\\'");
            byte[] script = ("export default JSON.parse('" + text + "');\n").getBytes(StandardCharsets.UTF_8);
            return new Vocabulary(script, EntityTags.of(script));
        }
    }

    TabulateResource(SchemaRegistry schemas, Frames frames) {
        this.schemas = schemas;
        this.frames = frames;
    }

    @CheckedTemplate(basePath = "tabulate")
    static final class Pages {

        /** @param vocabulary the path of the codes and words, below the language */
        static native TemplateInstance tabulate(
                Frame frame, PageTexts t, List<Dataflow> flows, List<Choice> areas, String vocabulary);
    }

    @GET
    @CacheableAnswer
    public Response page() {
        PageTexts t = frames.texts();
        PageContext place = PageContext.titled(t.say("tabulate.heading"))
                .in(Section.TABULATE)
                .described(t.say("tabulate.intro"));
        List<Dataflow> flows = schemas.reported();
        String vocabulary = "/tabulate/" + current(t.language()).version() + "/vocabulary.js";
        return Response.ok(Pages.tabulate(frames.frame(place), t, flows, areas(t), vocabulary))
                .header("Content-Security-Policy", POLICY)
                .build();
    }

    /** Returns the codes and words for any version. Only the reply to a URL with the current version may be cached. */
    @GET
    @Path("/{version}/vocabulary.js")
    @Produces("text/javascript")
    public RestResponse<byte[]> words(@RestPath String version) {
        Vocabulary current = current(frames.texts().language());
        return RestResponse.ResponseBuilder.ok(current.script())
                .header(HttpHeaders.CONTENT_TYPE, "text/javascript;charset=UTF-8")
                .header(
                        HttpHeaders.CACHE_CONTROL,
                        CachePolicy.ofVersion(version, current.version()).header())
                .build();
    }

    private Vocabulary current(String language) {
        return vocabularies.computeIfAbsent(
                language, known -> Vocabulary.of(CaseVocabulary.json(schemas.reported(), known)));
    }

    private List<Choice> areas(PageTexts t) {
        return schemas.areas().codes().stream()
                .filter(area -> !area.isAreaGroup())
                .map(area -> new Choice(area.id(), t.of(area.name()), false))
                .sorted(Comparator.comparing(Choice::text, t.collator()))
                .toList();
    }
}
