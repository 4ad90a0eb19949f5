package org.tipstats.site.file;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.tipstats.collect.discussion.DiscussionService;
import org.tipstats.collect.discussion.DiscussionService.Comment;
import org.tipstats.collect.justify.SubmissionTexts;
import org.tipstats.collect.receive.SubmissionReader;
import org.tipstats.collect.receive.SubmissionView;
import org.tipstats.platform.access.AccountRole;
import org.tipstats.platform.access.Actor;
import org.tipstats.platform.problem.ProblemException;
import org.tipstats.site.frame.Addresses;
import org.tipstats.site.frame.DayTexts;
import org.tipstats.site.frame.Fault;
import org.tipstats.site.frame.PageTexts;
import org.tipstats.site.frame.Section;
import org.tipstats.vocabulary.cube.KeySpace;
import org.tipstats.vocabulary.schema.SchemaRegistry;

/** Makes the page with the comments on a file. */
@Singleton
final class CommentPages {

    /**
     * The comments on a file, grouped by figure.
     *
     * @param what the dataflow and the areas of the file, in words
     * @param address the URL that receives new comments
     * @param back the URL of the file's page
     * @param about the subject of the form, in words; null if the discussion is closed
     * @param key the key of the form's figure; empty for the whole file
     * @param text the text typed so far
     */
    record CommentPage(
            String what,
            String address,
            String back,
            List<Thread> talks,
            String about,
            String key,
            String text,
            List<Fault> faults) {

        /** Returns the fault of the text; null if the text has no fault. */
        public String fault() {
            return faults.isEmpty() ? null : faults.get(0).message();
        }
    }

    /**
     * The comments on one figure.
     *
     * @param answer the URL of the form for an answer; null if the discussion is closed
     */
    record Thread(String about, List<CommentRow> said, String answer) {}

    /**
     * One comment.
     *
     * @param side the side of its author, in words
     * @param tone the CSS class of the author's side
     */
    record CommentRow(String text, String side, String tone, String by, String at, String when) {}

    private final SubmissionReader reader;
    private final DiscussionService discussions;
    private final SchemaRegistry schemas;
    private final FileWords words;

    CommentPages(SubmissionReader reader, DiscussionService discussions, SchemaRegistry schemas, FileWords words) {
        this.reader = reader;
        this.discussions = discussions;
        this.schemas = schemas;
        this.words = words;
    }

    /**
     * Returns the URL of the comments on a file, or of the form for one figure.
     *
     * @param key the key of the figure; null for the comments on the whole file
     */
    static String address(UUID id, String key, PageTexts t) {
        String address = "/" + t.language() + Section.MY_FILES.path() + "/" + id + "/comments";
        return key == null ? address : address + "?key=" + Addresses.encoded(key) + "#say";
    }

    /**
     * Makes the page.
     *
     * @param key the key of the form's figure; empty for the whole file
     * @param text the text typed so far; null for a new form
     * @throws ProblemException 404 if the key is not valid
     */
    CommentPage page(UUID id, Actor who, String key, String text, PageTexts t) {
        SubmissionView view = reader.get(id, who);
        KeySpace space =
                new KeySpace(schemas.dataflow(view.dataflow()).orElseThrow().structure());
        ImpactRows figures = new ImpactRows(space.structure(), view.area() != null, t);
        if (!key.isEmpty() && space.parse(key).isEmpty()) {
            throw ProblemException.notFound("series");
        }
        boolean open = discussions.isOpen(view, who);
        List<Thread> talks = new ArrayList<>();
        discussions
                .of(id, who)
                .byKey()
                .forEach((about, said) -> talks.add(new Thread(
                        about(about, space, figures, t),
                        said.stream().map(comment -> said(comment, t)).toList(),
                        open ? address(id, about == null ? "" : about, t) : null)));
        return new CommentPage(
                words.dataflow(view.dataflow(), t) + " · " + words.areas(view, t),
                address(id, null, t),
                back(id, who, t),
                talks,
                open ? about(key.isEmpty() ? null : key, space, figures, t) : null,
                key,
                text == null ? "" : text,
                text == null ? List.of() : faults(text, t));
    }

    /** Returns the faults of a comment's text. */
    static List<Fault> faults(String text, PageTexts t) {
        if (text.isBlank()) {
            return List.of(new Fault("say", t.say("comments.missing")));
        }
        return text.length() > SubmissionTexts.MAX_CHARACTERS
                ? List.of(new Fault("say", t.say("review.too-long", "n", SubmissionTexts.MAX_CHARACTERS)))
                : List.of();
    }

    /**
     * Returns the URL of the file's page: at the review desk if the reader reviews another person's file, else at the
     * submitter's desk.
     */
    private String back(UUID id, Actor who, PageTexts t) {
        boolean reviews = who.may(AccountRole.REVIEWER) && !reader.isOwn(id, who);
        Section desk = reviews ? Section.QUEUE : Section.MY_FILES;
        return "/" + t.language() + desk.path() + "/" + id;
    }

    private static String about(String key, KeySpace space, ImpactRows figures, PageTexts t) {
        return key == null
                ? t.say("comments.file")
                : figures.words(space.codes(space.parse(key).orElseThrow()));
    }

    private static CommentRow said(Comment comment, PageTexts t) {
        boolean reviewer = comment.side() == Comment.Side.REVIEWER;
        return new CommentRow(
                comment.text(),
                t.say(reviewer ? "comments.reviewer" : "comments.sender"),
                reviewer ? "info" : "quiet",
                comment.by(),
                comment.at().toString(),
                new DayTexts(t).time(comment.at()));
    }
}
