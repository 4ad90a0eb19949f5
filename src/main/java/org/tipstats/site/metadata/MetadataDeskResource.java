package org.tipstats.site.metadata;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.tipstats.collect.metadata.MetadataContent;
import org.tipstats.collect.metadata.MetadataService;
import org.tipstats.collect.metadata.MetadataService.MetadataRequest;
import org.tipstats.platform.access.AccountRole.Roles;
import org.tipstats.platform.problem.ProblemException;
import org.tipstats.site.file.FileWords;
import org.tipstats.site.frame.Fault;
import org.tipstats.site.frame.Frame;
import org.tipstats.site.frame.Frames;
import org.tipstats.site.frame.PageContext;
import org.tipstats.site.frame.PageReply;
import org.tipstats.site.frame.PageTexts;
import org.tipstats.site.frame.Section;
import org.tipstats.site.frame.Site;
import org.tipstats.site.metadata.MetadataDesk.AreaDesk;
import org.tipstats.site.metadata.MetadataDesk.DeskOverview;
import org.tipstats.site.metadata.MetadataDesk.VersionPage;
import org.tipstats.site.metadata.MetadataForm.Typed;
import org.tipstats.site.session.FormFilter;

/** The desk for national metadata: submitters write and confirm, reviewers decide. */
@Path(Site.LANG + "/desk/metadata")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed({Roles.SUBMITTER, Roles.REVIEWER})
@FormFilter.Guarded
class MetadataDeskResource {

    private static final int BAD_REQUEST = 400;

    private final MetadataDesk desk;
    private final MetadataService metadata;
    private final FileWords words;
    private final Frames frames;

    MetadataDeskResource(MetadataDesk desk, MetadataService metadata, FileWords words, Frames frames) {
        this.desk = desk;
        this.metadata = metadata;
        this.words = words;
        this.frames = frames;
    }

    @CheckedTemplate(basePath = "metadata")
    static final class Pages {

        static native TemplateInstance overview(Frame frame, PageTexts t, FileWords words, DeskOverview desk);

        static native TemplateInstance desk(
                Frame frame, PageTexts t, FileWords words, AreaDesk desk, MetadataForm form);

        static native TemplateInstance version(
                Frame frame, PageTexts t, FileWords words, VersionPage page, List<Fault> faults);
    }

    @GET
    public TemplateInstance overview() {
        PageTexts t = frames.texts();
        return Pages.overview(frames.frame(place(t.say("nav.metadata"), t)), t, words, desk.overview(frames.person()));
    }

    private static PageContext place(String title, PageTexts t) {
        return PageContext.onDesk(title, t).in(Section.METADATA);
    }

    @GET
    @Path("/{area:[A-Z]{3}}")
    public TemplateInstance area(@RestPath String area, @RestQuery String dataflow) {
        AreaDesk of = desk.of(area, dataflow, frames.person());
        return page(of, of.base(), List.of());
    }

    private TemplateInstance page(AreaDesk of, MetadataContent content, List<Fault> faults) {
        PageTexts t = frames.texts();
        MetadataForm form = MetadataForm.of(of.dataflow(), content, desk.structure(), faults, t);
        PageContext place = place(t.say("metadata.heading", "area", words.area(of.area(), t)), t)
                .below(t.say("nav.metadata"), Section.METADATA.path())
                .api("/api/v1/areas/" + of.area() + "/metadata/versions")
                .after(faults);
        return Pages.desk(frames.frame(place), t, words, of, form);
    }

    @POST
    @Path("/{area:[A-Z]{3}}")
    public Response write(
            @RestPath String area,
            @RestForm String dataflow,
            @RestForm String version,
            @RestForm List<String> attribute,
            @RestForm List<String> value,
            @RestForm List<String> was,
            @RestForm List<String> year,
            @RestForm List<String> what) {
        AreaDesk of = desk.of(area, dataflow, frames.person());
        Typed typed = new Typed(attribute, value, was, year, what);
        MetadataContent content = typed.content(
                of.startOf(version), of.base(), desk.structure(), frames.texts().language());
        try {
            MetadataRequest request = new MetadataRequest(of.dataflow(), content);
            return to(area, metadata.write(area, request, frames.person()).version());
        } catch (ProblemException e) {
            if (e.problem().status() != BAD_REQUEST) {
                throw e;
            }
            return PageReply.again(page(of, content, MetadataForm.faults(e, frames.texts())));
        }
    }

    private Response to(String area, Object version) {
        return PageReply.next("/" + frames.texts().language() + Section.METADATA.path() + "/" + area + "/" + version);
    }

    @GET
    @Path("/{area:[A-Z]{3}}/{version}")
    public TemplateInstance version(@RestPath String area, @RestPath String version) {
        return version(area, version, List.of());
    }

    private TemplateInstance version(String area, String version, List<Fault> faults) {
        PageTexts t = frames.texts();
        VersionPage page = desk.version(area, version, frames.person(), t);
        PageContext place = place(t.say("metadata.heading", "area", words.area(area, t)), t)
                .below(t.say("nav.metadata"), Section.METADATA.path())
                .api("/api/v1/areas/" + area + "/metadata/versions/" + version)
                .after(faults);
        return Pages.version(frames.frame(place), t, words, page, faults);
    }

    @POST
    @Path("/{area:[A-Z]{3}}/{version}/acceptance")
    @RolesAllowed(Roles.REVIEWER)
    public Response accept(@RestPath String area, @RestPath String version) {
        return to(area, metadata.accept(area, version, frames.person()).version());
    }

    @POST
    @Path("/{area:[A-Z]{3}}/{version}/return")
    @RolesAllowed(Roles.REVIEWER)
    public Response giveBack(@RestPath String area, @RestPath String version, @RestForm String reason) {
        if (reason == null || reason.isBlank()) {
            List<Fault> faults = List.of(new Fault("reason", frames.texts().say("review.return.missing")));
            return PageReply.again(version(area, version, faults));
        }
        return to(
                area, metadata.giveBack(area, version, reason, frames.person()).version());
    }

    @POST
    @Path("/{area:[A-Z]{3}}/{version}/confirmation")
    @RolesAllowed(Roles.SUBMITTER)
    public Response confirm(@RestPath String area, @RestPath String version) {
        return to(area, metadata.confirm(area, version, frames.person()).version());
    }
}
