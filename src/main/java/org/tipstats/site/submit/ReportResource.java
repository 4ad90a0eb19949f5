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
import java.io.IOException;
import java.util.List;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.tipstats.collect.receive.SubmissionReader;
import org.tipstats.collect.receive.SubmissionView;
import org.tipstats.collect.reports.ReportFormats.ReportReply;
import org.tipstats.collect.submission.SubmissionIds;
import org.tipstats.platform.access.AccountRole;
import org.tipstats.platform.access.AccountRole.Roles;
import org.tipstats.platform.access.Actor;
import org.tipstats.site.file.FileDrops;
import org.tipstats.site.file.FileWords;
import org.tipstats.site.file.ReportFilter;
import org.tipstats.site.file.ReportPage;
import org.tipstats.site.file.ReportPages;
import org.tipstats.site.frame.Fault;
import org.tipstats.site.frame.Frame;
import org.tipstats.site.frame.Frames;
import org.tipstats.site.frame.PageContext;
import org.tipstats.site.frame.PageReply;
import org.tipstats.site.frame.PageTexts;
import org.tipstats.site.frame.Site;
import org.tipstats.site.session.FormFilter;
import org.tipstats.site.submit.Explanations.ExplainPage;
import org.tipstats.site.submit.UploadResource.UploadForm;

/**
 * Shows the report of a submission, and returns the file with remarks or corrections. Receives explanations of
 * warnings.
 */
@Path(Site.LANG + "/desk/submissions")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed({Roles.SUBMITTER, Roles.REVIEWER, Roles.PUBLISHER, Roles.ADMINISTRATOR})
@FormFilter.Guarded
class ReportResource {

    private final SubmissionReader reader;
    private final Explanations explanations;
    private final FileIntake intake;
    private final FileWords words;
    private final FileDrops drops;
    private final Frames frames;

    ReportResource(
            SubmissionReader reader,
            Explanations explanations,
            FileIntake intake,
            FileWords words,
            FileDrops drops,
            Frames frames) {
        this.reader = reader;
        this.explanations = explanations;
        this.intake = intake;
        this.words = words;
        this.drops = drops;
        this.frames = frames;
    }

    @CheckedTemplate(basePath = "upload")
    static final class Pages {

        /**
         * @param maySubmit true if the file is invalid or returned, and the reader may submit a corrected file
         * @param corrected the form for the corrected file; null if {@code maySubmit} is false
         */
        static native TemplateInstance report(
                Frame frame,
                PageTexts t,
                FileWords words,
                SubmissionView file,
                boolean isOwn,
                boolean maySubmit,
                ReportPage report,
                ExplainPage explain,
                UploadForm corrected,
                FileDrops drops);
    }

    @GET
    @Path("/{id}/report")
    public TemplateInstance report(
            @RestPath String id,
            @RestQuery String severity,
            @RestQuery String rule,
            @RestQuery String column,
            @RestQuery String from) {
        ReportFilter filter = ReportFilter.of(severity, rule, column, from);
        return report(id, filter, explanations.page(SubmissionIds.read(id), frames.person(), frames.texts()));
    }

    @POST
    @Path("/{id}/report")
    @RolesAllowed({Roles.SUBMITTER, Roles.REVIEWER, Roles.ADMINISTRATOR})
    public Response explain(
            @RestPath String lang,
            @RestPath String id,
            @RestForm List<String> rule,
            @RestForm List<String> text,
            @RestForm List<String> offer,
            @RestForm List<String> figure,
            @RestForm List<String> others) {
        UUID submission = SubmissionIds.read(id);
        ExplanationForm typed = ExplanationForm.of(rule, text, offer, figure, others);
        Explanations.Outcome outcome = explanations.give(submission, typed, frames.person(), frames.texts());
        if (outcome.again() != null) {
            return PageReply.again(report(id, ReportFilter.ALL, outcome.again()));
        }
        return PageReply.next("/" + lang + "/desk/submissions/" + id + (outcome.isComplete() ? "" : "/report#explain"));
    }

    /** Returns the file with the findings as remarks. */
    @GET
    @Path("/{id}/remarks/{form:xlsx|csv}")
    @Produces(MediaType.WILDCARD)
    public Response remarks(@RestPath String id, @RestPath String form) {
        String language = frames.texts().language();
        ReportReply reply =
                reader.withFile(SubmissionIds.read(id), frames.person(), file -> file.annotated(form, language));
        return Response.ok(reply).type(reply.mediaType()).build();
    }

    /**
     * Returns a new file with the chosen corrections. The submitted file stays unchanged. If none is chosen, shows the
     * report again.
     */
    @POST
    @Path("/{id}/corrected")
    @Produces(MediaType.WILDCARD)
    public Response corrected(@RestPath String id, @RestForm List<String> apply) {
        if (apply.isEmpty()) {
            return nothingChosen(id);
        }
        ReportReply reply = reader.withFile(
                SubmissionIds.read(id),
                frames.person(),
                file -> file.corrected(ReportPages.wanted(apply), frames.texts().language()));
        return Response.ok(reply).type(reply.mediaType()).build();
    }

    /**
     * Submits a new file with the chosen corrections. The submitted file stays unchanged. If none is chosen, shows the
     * report again.
     */
    @POST
    @Path("/{id}/corrected/submission")
    @RolesAllowed({Roles.SUBMITTER, Roles.REVIEWER, Roles.ADMINISTRATOR})
    public Response submitCorrected(@RestPath String id, @RestForm List<String> apply) throws IOException {
        if (apply.isEmpty()) {
            return nothingChosen(id);
        }
        String language = frames.texts().language();
        String next = intake.receiveCorrected(SubmissionIds.read(id), apply, frames.person(), language)
                .address();
        return PageReply.next(next);
    }

    private Response nothingChosen(String id) {
        PageTexts t = frames.texts();
        ExplainPage explain = explanations
                .page(SubmissionIds.read(id), frames.person(), t)
                .with(new Fault("correct", t.say("filereport.correct.none")));
        return PageReply.again(report(id, ReportFilter.ALL, explain));
    }

    private TemplateInstance report(String id, ReportFilter filter, ExplainPage explain) {
        PageTexts t = frames.texts();
        Actor who = frames.person();
        SubmissionView file = reader.get(SubmissionIds.read(id), who);
        ReportPage report = reader.withFile(file.id(), who, found -> ReportPages.of(found, filter, t));
        PageContext place = SubmissionPageResource.placeBelow(file, t.say("upload.report.heading"), t)
                .api("/api/v1/submissions/" + id + "/report")
                .after(explain.faults());
        boolean own = reader.isOwn(file.id(), who);
        boolean sends = own && (who.may(AccountRole.SUBMITTER) || who.may(AccountRole.ADMINISTRATOR));
        UploadForm corrected = sends && SubmitFormats.isRefused(file) ? UploadForm.corrected(file) : null;
        return Pages.report(
                frames.frame(place), t, words, file, own, corrected != null, report, explain, corrected, drops);
    }
}
