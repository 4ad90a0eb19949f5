package org.tipstats.site.submit;

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
import org.tipstats.collect.receive.SubmissionReader;
import org.tipstats.collect.submission.SubmissionIds;
import org.tipstats.platform.access.AccountRole.Roles;
import org.tipstats.platform.problem.ProblemException;
import org.tipstats.platform.problem.ProblemType;
import org.tipstats.publish.draft.AreaThresholdService;
import org.tipstats.publish.draft.AreaThresholdService.AreaOrderRequest;
import org.tipstats.publish.draft.AreaThresholdService.AreaThresholdRequest;
import org.tipstats.site.file.FileWords;
import org.tipstats.site.frame.Frame;
import org.tipstats.site.frame.Frames;
import org.tipstats.site.frame.PageContext;
import org.tipstats.site.frame.PageReply;
import org.tipstats.site.frame.PageTexts;
import org.tipstats.site.frame.Section;
import org.tipstats.site.frame.Site;
import org.tipstats.site.session.FormFilter;
import org.tipstats.site.submit.WithheldPages.TypedSetting;
import org.tipstats.site.submit.WithheldPages.WithheldPage;

/**
 * Shows which figures of a submission would be withheld. Stores what areas of the submission choose: stricter
 * thresholds, and which figures to keep longest.
 */
@Path(Site.LANG + "/desk/submissions/{id}/withheld")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed({Roles.SUBMITTER, Roles.REVIEWER, Roles.PUBLISHER})
@FormFilter.Guarded
class WithheldPageResource {

    private final WithheldPages pages;
    private final SubmissionReader submissions;
    private final AreaThresholdService thresholds;
    private final FileWords words;
    private final Frames frames;

    WithheldPageResource(
            WithheldPages pages,
            SubmissionReader submissions,
            AreaThresholdService thresholds,
            FileWords words,
            Frames frames) {
        this.pages = pages;
        this.submissions = submissions;
        this.thresholds = thresholds;
        this.words = words;
        this.frames = frames;
    }

    @CheckedTemplate(basePath = "upload")
    static final class Pages {

        static native TemplateInstance withheld(Frame frame, PageTexts t, FileWords words, WithheldPage page);
    }

    @GET
    public Response withheld(@RestPath String id, @RestQuery String job) {
        WithheldPage page = pages.page(id, job, TypedSetting.NONE, frames.person(), frames.texts());
        return PageReply.of(show(page), page.job(), 3);
    }

    /** Starts to compute which figures would be withheld. Redirects to a page that shows the result or the progress. */
    @POST
    public Response compute(@RestPath String id) {
        return back(
                id,
                pages.compute(id, frames.person())
                        .map(job -> "?job=" + job.id())
                        .orElse(""));
    }

    /** Sets a stricter threshold for an area of the submission. */
    @POST
    @Path("/threshold")
    @RolesAllowed(Roles.SUBMITTER)
    public Response state(@RestPath String id, @RestForm String area, @RestForm String threshold) {
        String dataflow = dataflow(id);
        Integer number = threshold != null && threshold.strip().matches("[0-9]{1,4}")
                ? Integer.valueOf(threshold.strip())
                : null;
        try {
            thresholds.state(area, dataflow, new AreaThresholdRequest(number), frames.person());
            return back(id, "#thresholds");
        } catch (ProblemException e) {
            String typed = threshold == null ? "" : threshold;
            return refused(id, new TypedSetting(WithheldPages.THRESHOLD, area, typed, List.of()), e);
        }
    }

    /**
     * Sets the dimensions whose figures an area of the submission wants to keep if figures must be withheld, the most
     * important dimension first. Skips each place of this order for which no dimension is chosen.
     */
    @POST
    @Path("/order")
    @RolesAllowed(Roles.SUBMITTER)
    public Response stateOrder(@RestPath String id, @RestForm String area, @RestForm List<String> keep) {
        String dataflow = dataflow(id);
        List<String> chosen =
                keep.stream().filter(dimension -> !dimension.isBlank()).toList();
        try {
            thresholds.stateOrder(area, dataflow, new AreaOrderRequest(chosen), frames.person());
            return back(id, "#orders");
        } catch (ProblemException e) {
            return refused(id, new TypedSetting(WithheldPages.ORDER, area, "", keep), e);
        }
    }

    /** Shows the form again if its fields are not valid. */
    private Response refused(String id, TypedSetting typed, ProblemException fault) {
        if (fault.problem().type() != ProblemType.INVALID_BODY) {
            throw fault;
        }
        return PageReply.again(show(pages.page(id, null, typed, frames.person(), frames.texts())));
    }

    @POST
    @Path("/threshold/{area}/removal")
    @RolesAllowed(Roles.SUBMITTER)
    public Response takeBack(@RestPath String id, @RestPath String area) {
        thresholds.withdraw(area, dataflow(id), frames.person());
        return back(id, "#thresholds");
    }

    @POST
    @Path("/order/{area}/removal")
    @RolesAllowed(Roles.SUBMITTER)
    public Response takeBackOrder(@RestPath String id, @RestPath String area) {
        thresholds.withdrawOrder(area, dataflow(id), frames.person());
        return back(id, "#orders");
    }

    private String dataflow(String id) {
        return submissions.get(SubmissionIds.read(id), frames.person()).dataflow();
    }

    private Response back(String id, String rest) {
        String address = "/" + frames.texts().language() + Section.MY_FILES.path() + "/" + id + "/withheld" + rest;
        return PageReply.next(address);
    }

    private TemplateInstance show(WithheldPage page) {
        PageTexts t = frames.texts();
        PageContext place = SubmissionPageResource.placeBelow(page.file(), t.say("withheld.heading"), t)
                .api("/api/v1/submissions/" + page.file().id() + "/withheld")
                .after(page.faults());
        return Pages.withheld(frames.frame(place), t, words, page);
    }
}
