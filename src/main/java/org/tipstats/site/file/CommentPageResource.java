package org.tipstats.site.file;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.tipstats.collect.discussion.DiscussionService;
import org.tipstats.collect.discussion.DiscussionService.Comment;
import org.tipstats.collect.justify.SubmissionTexts;
import org.tipstats.collect.receive.SubmissionReader;
import org.tipstats.collect.receive.SubmissionView;
import org.tipstats.collect.submission.SubmissionIds;
import org.tipstats.platform.access.AccountRole;
import org.tipstats.platform.access.AccountRole.Roles;
import org.tipstats.platform.access.Actor;
import org.tipstats.platform.problem.ProblemException;
import org.tipstats.site.frame.Fault;
import org.tipstats.site.frame.Frame;
import org.tipstats.site.frame.Frames;
import org.tipstats.site.frame.PageContext;
import org.tipstats.site.frame.PageReply;
import org.tipstats.site.frame.PageTexts;
import org.tipstats.site.frame.Section;
import org.tipstats.site.frame.Site;
import org.tipstats.site.session.FormFilter;
import org.tipstats.vocabulary.cube.KeySpace;
import org.tipstats.vocabulary.schema.SchemaRegistry;

/** Shows the comments that reviewers and the submitter of a file exchange, and stores new comments. */
@Path(Site.LANG + "/desk/submissions")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed({Roles.SUBMITTER, Roles.REVIEWER, Roles.PUBLISHER, Roles.ADMINISTRATOR})
@FormFilter.Guarded
class CommentPageResource {

    private final SubmissionReader reader;
    private final DiscussionService discussions;
    private final SchemaRegistry schemas;
    private final FileWords words;
    private final Frames frames;

    CommentPageResource(
            SubmissionReader reader,
            DiscussionService discussions,
            SchemaRegistry schemas,
            FileWords words,
            Frames frames) {
        this.reader = reader;
        this.discussions = discussions;
        this.schemas = schemas;
        this.words = words;
        this.frames = frames;
    }

    @CheckedTemplate(basePath = "filereport")
    static final class Pages {

        /** @param back the section to which the page links back: the review desk or the submitter's files */
        static native TemplateInstance comments(
                Frame frame,
                PageTexts t,
                FileWords words,
                SubmissionView file,
                List<FigureComments> groups,
                CommentForm form,
                Section back);
    }

    /**
     * The comments on one figure.
     *
     * @param about the figure in words
     * @param key empty for the whole file
     */
    record FigureComments(String about, String key, List<Comment> comments) {}

    /**
     * The form for a comment, with the faults of its text.
     *
     * @param about the figure in words; null if the reader may not comment now
     * @param key empty for the whole file
     */
    record CommentForm(String about, String key, String text, List<Fault> faults) {}

    @GET
    @Path("/{id}/comments")
    public TemplateInstance comments(@RestPath String id, @RestQuery String key) {
        return page(SubmissionIds.read(id), key, null);
    }

    @POST
    @Path("/{id}/comments")
    @RolesAllowed({Roles.SUBMITTER, Roles.REVIEWER, Roles.ADMINISTRATOR})
    public Response say(@RestPath String id, @RestForm String key, @RestForm String text) {
        UUID submission = SubmissionIds.read(id);
        PageTexts t = frames.texts();
        String said = text == null ? "" : text;
        if (!faults(said, t).isEmpty()) {
            return PageReply.again(page(submission, key, said));
        }
        discussions.add(submission, key == null || key.isEmpty() ? null : key, said, frames.person());
        return PageReply.next(FileFormats.comments(submission, t));
    }

    private static List<Fault> faults(String text, PageTexts t) {
        if (text.isBlank()) {
            return List.of(new Fault("say", t.say("comments.missing")));
        }
        return text.length() > SubmissionTexts.MAX_CHARACTERS
                ? List.of(new Fault("say", t.say("review.too-long", "n", SubmissionTexts.MAX_CHARACTERS)))
                : List.of();
    }

    /**
     * Makes the page.
     *
     * @param key the key of the form's figure; null or empty for the whole file
     * @param text the refused text; null for a new form
     * @throws ProblemException 404 if the key is not valid
     */
    private TemplateInstance page(UUID id, String key, String text) {
        PageTexts t = frames.texts();
        Actor who = frames.person();
        SubmissionView file = reader.get(id, who);
        KeySpace space =
                new KeySpace(schemas.dataflow(file.dataflow()).orElseThrow().structure());
        FigureWords figures = new FigureWords(space.structure(), file.area() == null, t);
        String figure = key == null ? "" : key;
        if (!figure.isEmpty() && space.parse(figure).isEmpty()) {
            throw ProblemException.notFound("series");
        }
        List<FigureComments> groups = new ArrayList<>();
        discussions.of(id, who).byKey().forEach((about, comments) -> {
            String of = about == null ? "" : about;
            groups.add(new FigureComments(about(of, space, figures, t), of, comments));
        });
        CommentForm form = new CommentForm(
                discussions.isOpen(file, who) ? about(figure, space, figures, t) : null,
                figure,
                text == null ? "" : text,
                text == null ? List.of() : faults(text, t));
        PageContext place = PageContext.onDesk(t.say("comments.heading"), t)
                .in(Section.MY_FILES)
                .api("/api/v1/submissions/" + id + "/comments")
                .after(form.faults());
        return Pages.comments(frames.frame(place), t, words, file, groups, form, back(id, who));
    }

    private static String about(String key, KeySpace space, FigureWords figures, PageTexts t) {
        return key.isEmpty()
                ? t.say("comments.file")
                : figures.of(space.codes(space.parse(key).orElseThrow()));
    }

    /**
     * Returns the review desk if the reader is a reviewer who may not act as the submitter of the file; otherwise the
     * list of the submitter's files.
     */
    private Section back(UUID id, Actor who) {
        return who.may(AccountRole.REVIEWER) && !reader.isOwn(id, who) ? Section.QUEUE : Section.MY_FILES;
    }
}
