package org.tipstats.site.submit;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.jboss.resteasy.reactive.RestQuery;
import org.tipstats.platform.access.AccountRole.Roles;
import org.tipstats.platform.access.Actor;
import org.tipstats.site.file.FileWords;
import org.tipstats.site.frame.Frame;
import org.tipstats.site.frame.Frames;
import org.tipstats.site.frame.PageContext;
import org.tipstats.site.frame.PageTexts;
import org.tipstats.site.frame.Section;
import org.tipstats.site.frame.Site;
import org.tipstats.vocabulary.schema.Dataflow;
import org.tipstats.vocabulary.schema.SchemaRegistry;

/** Shows what a submitter's areas reported, by dataset and year. */
@Path(Site.LANG + "/desk/due")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed(Roles.SUBMITTER)
class DueResource {

    private final DueFiles due;
    private final SchemaRegistry schemas;
    private final FileWords words;
    private final Frames frames;

    DueResource(DueFiles due, SchemaRegistry schemas, FileWords words, Frames frames) {
        this.due = due;
        this.schemas = schemas;
        this.words = words;
        this.frames = frames;
    }

    @CheckedTemplate(basePath = "due")
    static final class Pages {

        static native TemplateInstance due(
                Frame frame,
                PageTexts t,
                FileWords words,
                List<String> areas,
                List<Dataflow> flows,
                DueFiles.AreaState state);
    }

    @GET
    public TemplateInstance due(@RestQuery String area) {
        PageTexts t = frames.texts();
        Actor who = frames.person();
        List<String> own = who.areasOf(who.source()).stream().sorted().toList();
        String first = own.isEmpty() ? null : own.get(0);
        String wanted = own.isEmpty() || area == null || area.isBlank() ? first : area;
        Frame frame = frames.frame(PageContext.titled(t.say("due.heading")).in(Section.DUE));
        return Pages.due(frame, t, words, own, schemas.reported(), due.of(wanted, who, t.language()));
    }
}
