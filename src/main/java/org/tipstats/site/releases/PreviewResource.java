package org.tipstats.site.releases;

import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Optional;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.tipstats.platform.access.AccountRole.Roles;
import org.tipstats.platform.problem.ProblemException;
import org.tipstats.publish.read.PublishedReleases;
import org.tipstats.publish.read.PublishedReleases.ReleaseReference;
import org.tipstats.site.area.AreaLists;
import org.tipstats.site.area.AreaPages;
import org.tipstats.site.area.AreaPages.AreaPage;
import org.tipstats.site.area.AreasResource;
import org.tipstats.site.frame.Addresses;
import org.tipstats.site.frame.Frame;
import org.tipstats.site.frame.Frames;
import org.tipstats.site.frame.PageContext;
import org.tipstats.site.frame.PageTexts;
import org.tipstats.site.frame.Section;
import org.tipstats.site.frame.Site;
import org.tipstats.site.releases.ChangePages.ChangesPage;
import org.tipstats.site.releases.CoveragePages.CoveragePage;
import org.tipstats.site.search.SearchPages;
import org.tipstats.vocabulary.schema.Code;

/**
 * Shows the pages of a draft release to the people who prepare it. The figures look as they will after publication.
 * Links to the explorer are left out.
 */
@Path(Site.LANG + "/desk/releases")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed({Roles.REVIEWER, Roles.PUBLISHER})
class PreviewResource {

    private final Frames frames;
    private final AreaLists lists;
    private final AreaPages areas;
    private final CoveragePages coverage;
    private final ChangePages changes;
    private final PublishedReleases published;

    PreviewResource(
            Frames frames,
            AreaLists lists,
            AreaPages areas,
            CoveragePages coverage,
            ChangePages changes,
            PublishedReleases published) {
        this.frames = frames;
        this.lists = lists;
        this.areas = areas;
        this.coverage = coverage;
        this.changes = changes;
        this.published = published;
    }

    @GET
    @Path("/{id}/preview/areas")
    public TemplateInstance areas(@RestPath String id, @RestQuery String q) {
        PageTexts t = frames.texts();
        ReleaseReference release = release(id);
        return AreasResource.Pages.areas(
                frame(t.say("areas.heading"), release, t),
                t,
                lists.page(Optional.of(release), SearchPages.query(q), t));
    }

    @GET
    @Path("/{id}/preview/areas/{code}")
    public TemplateInstance area(@RestPath String id, @RestPath String code) {
        PageTexts t = frames.texts();
        ReleaseReference release = release(id);
        Code area = areas.area(code).orElseThrow(() -> ProblemException.notFound("area"));
        AreaPage page = areas.of(release, area, false, t);
        return AreasResource.Pages.area(frame(t.of(area.name()), release, t), t, page);
    }

    @GET
    @Path("/{id}/preview/coverage")
    public TemplateInstance coverage(@RestPath String id, @RestQuery String dataflow, @RestQuery String region) {
        PageTexts t = frames.texts();
        ReleaseReference release = release(id);
        CoveragePage page = coverage.page(
                Optional.of(release), coverage.dataflow(dataflow), coverage.region(region), query -> null, t);
        return CoveragePageResource.Pages.coverage(frame(t.say("coverage.heading"), release, t), t, page);
    }

    @GET
    @Path("/{id}/preview/changes")
    public TemplateInstance changes(
            @RestPath String id,
            @RestQuery String since,
            @RestQuery String kind,
            @RestQuery String dataflow,
            @RestQuery String from) {
        PageTexts t = frames.texts();
        ReleaseReference release = release(id);
        ChangesPage page = changes.page(
                id,
                Optional.of(frames.person()),
                Section.DRAFTS.path() + "/" + Addresses.encoded(id) + "/preview/changes",
                new ChangePages.ChangesQuery(since, kind, dataflow, from),
                t);
        return ReleasePageResource.Pages.changes(frame(t.say("changes.heading", "id", id), release, t), t, page);
    }

    private ReleaseReference release(String id) {
        return published.required(id, Optional.of(frames.person()));
    }

    private Frame frame(String title, ReleaseReference release, PageTexts t) {
        PageContext place = PageContext.titled(title)
                .in(Section.DRAFTS)
                .below(t.say("nav.drafts"), Section.DRAFTS.path())
                .below(release.id(), Section.DRAFTS.path() + "/" + Addresses.encoded(release.id()));
        return frames.frame(release.isPublic() ? place : place.draft(release.id()));
    }
}
