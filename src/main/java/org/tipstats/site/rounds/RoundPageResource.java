package org.tipstats.site.rounds;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.tipstats.collect.rounds.BoardReader;
import org.tipstats.collect.rounds.RoundBoard.PublicSummary;
import org.tipstats.collect.rounds.RoundReader;
import org.tipstats.collect.rounds.RoundSummary;
import org.tipstats.collect.rounds.RoundView;
import org.tipstats.platform.http.Page;
import org.tipstats.platform.http.PageRequest;
import org.tipstats.site.file.FileWords;
import org.tipstats.site.frame.Frame;
import org.tipstats.site.frame.Frames;
import org.tipstats.site.frame.PageContext;
import org.tipstats.site.frame.PageTexts;
import org.tipstats.site.frame.Site;

/** Lists closed rounds, and serves their public summaries. */
@Path(Site.LANG + RoundPageResource.PATH)
@Produces(MediaType.TEXT_HTML)
@PermitAll
class RoundPageResource {

    static final String PATH = "/rounds";

    private final RoundReader reader;
    private final BoardReader boards;
    private final FileWords words;
    private final Frames frames;

    RoundPageResource(RoundReader reader, BoardReader boards, FileWords words, Frames frames) {
        this.reader = reader;
        this.boards = boards;
        this.words = words;
        this.frames = frames;
    }

    @CheckedTemplate(basePath = "rounds")
    static final class Pages {

        static native TemplateInstance closed(Frame frame, PageTexts t, List<RoundView> rounds, String next);

        static native TemplateInstance summary(
                Frame frame,
                PageTexts t,
                FileWords words,
                RoundView round,
                PublicSummary summary,
                List<RoundSummary> summaries);
    }

    @GET
    public TemplateInstance closed(@RestQuery String cursor) {
        PageTexts t = frames.texts();
        Page<RoundView> page = reader.list(Optional.empty(), PageRequest.of(null, cursor));
        PageContext place = PageContext.titled(t.say("rounds.heading"))
                .described(t.say("rounds.closed.lead"))
                .api("/api/v1/rounds");
        return Pages.closed(frames.frame(place), t, page.items(), page.next());
    }

    @GET
    @Path("/{round}")
    public TemplateInstance summary(@RestPath("round") String id) {
        PageTexts t = frames.texts();
        RoundView round = reader.get(id, Optional.empty());
        PublicSummary summary = boards.summary(id);
        List<RoundSummary> summaries = new ArrayList<>(List.of(summary.summary()));
        summaries.addAll(summary.before());
        PageContext place = PageContext.titled(RoundFormats.title(round, t))
                .below(t.say("rounds.heading"), PATH)
                .described(t.say("rounds.public.lead"))
                .api("/api/v1/rounds/" + id);
        return Pages.summary(frames.frame(place), t, words, round, summary, summaries);
    }
}
