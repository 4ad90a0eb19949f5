package org.tipstats.collect.entry;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.tipstats.collect.entry.EntryDraft.TypedTexts;
import org.tipstats.collect.upload.FormLimits;
import org.tipstats.collect.values.AccessibleFigures;
import org.tipstats.platform.access.Actor;
import org.tipstats.platform.access.OwnAreas;
import org.tipstats.platform.audit.AuditRecorder;
import org.tipstats.platform.problem.InputError;
import org.tipstats.platform.problem.Problem;
import org.tipstats.platform.problem.ProblemException;
import org.tipstats.platform.problem.ProblemType;
import org.tipstats.vocabulary.cube.KeySpace;
import org.tipstats.vocabulary.schema.Dataflow;
import org.tipstats.vocabulary.schema.Dimension;
import org.tipstats.vocabulary.schema.Role;

/** Stores typed figures: one draft for each account and each dataflow that a round asks of an area. */
@ApplicationScoped
@OwnAreas
public class EntryService {

    private static final int MAX_FAULTS = 20;

    private final EntryDraftRepository drafts;
    private final AccessibleFigures accepted;
    private final AuditRecorder audit;
    private final Clock clock;

    EntryService(EntryDraftRepository drafts, AccessibleFigures accepted, AuditRecorder audit, Clock clock) {
        this.drafts = drafts;
        this.accepted = accepted;
        this.audit = audit;
        this.clock = clock;
    }

    /** Returns the actor's draft; an empty draft if nothing is typed yet. */
    public EntryDraft draft(EntryPart part, Actor actor) {
        requireOwn(part, actor);
        return drafts.find(actor.id(), part).orElse(EntryDraft.NONE);
    }

    /** Returns the blocks of the figures of a part, the overview first. */
    public List<EntryBlock> blocks(EntryPart part) {
        return new EntryShape(part.dataflow(), part.area()).blocks();
    }

    /**
     * Returns the grid of a block with the accepted and the typed figures.
     *
     * @param block the id of the block; null for the overview
     * @param last the last year to show; null, or a year that is not asked for, for the last year of the part
     * @throws ProblemException 400 if there is no such block
     */
    public EntrySheet sheet(EntryPart part, String block, String last, EntryDraft draft, Actor actor) {
        EntryFigures figures = figures(part, draft, actor);
        List<EntryBlock> blocks = figures.shape().blocks();
        EntryBlock chosen = blocks.stream()
                .filter(each -> each.id().equals(block == null ? "" : block))
                .findFirst()
                .orElseThrow(() -> ProblemException.parameter(
                        "block",
                        block,
                        "There is no such block.",
                        blocks.stream().skip(1).map(EntryBlock::id).toList()));
        return EntrySheet.of(figures.shape(), chosen, part.years(), last, figures);
    }

    /** Returns the block that contains a figure; the overview if the key is not valid. */
    public EntryBlock block(EntryPart part, String key) {
        EntryShape shape = new EntryShape(part.dataflow(), part.area());
        return shape.space().parse(key).stream()
                .mapToObj(shape::block)
                .findFirst()
                .orElse(EntryBlock.OVERVIEW);
    }

    /** Returns the accepted and the typed figures. */
    EntryFigures figures(EntryPart part, EntryDraft draft, Actor actor) {
        requireOwn(part, actor);
        return new EntryFigures(
                new EntryShape(part.dataflow(), part.area()),
                part.years(),
                accepted.of(part.dataflow(), part.area(), Optional.of(actor)),
                draft);
    }

    /** Returns the draft with the given texts added or replaced, without saving it. */
    public EntryDraft with(EntryPart part, TypedTexts typed, Actor actor) {
        check(part, typed);
        return draft(part, actor).with(typed);
    }

    /**
     * Returns the texts of a form by the key of the figure. A form has one text for each of its rows and years.
     *
     * @param rows for each row, the key of one of its figures
     * @param texts the texts of the first row by year, then those of the next row
     */
    public static Map<String, String> typed(EntryPart part, List<String> rows, List<String> years, List<String> texts) {
        KeySpace space = new KeySpace(part.dataflow().structure());
        Dimension time = part.dataflow().structure().time();
        Map<String, String> typed = new LinkedHashMap<>();
        for (int i = 0; i < Math.min(rows.size() * years.size(), texts.size()); i++) {
            int year = time.positionOf(years.get(i % years.size()));
            OptionalLong row = space.parse(rows.get(i / years.size()));
            if (year >= 0 && row.isPresent()) {
                typed.put(space.format(space.withPosition(row.getAsLong(), time.position(), year)), texts.get(i));
            }
        }
        return typed;
    }

    /**
     * Saves the next version of the actor's draft.
     *
     * @param version the version that the actor has seen
     * @param typed the typed texts; a comment is deleted if the draft has no figure for its key
     * @param rest true to keep all other texts of the draft, false to delete them
     * @throws ProblemException 400 if the round does not ask for a key, if a text is too long or has a control
     *     character, or if comments are not allowed; 404 if the actor does not report for the area; 409 if the round is
     *     not open; 412 if the draft has another version by now; 422 if there are too many figures
     */
    @Transactional
    public EntryDraft save(EntryPart part, long version, TypedTexts typed, boolean rest, Actor actor) {
        part.requireOpen();
        check(part, typed);
        EntryDraft before = draft(part, actor);
        EntryDraft texts = (rest ? before : EntryDraft.NONE).with(typed);
        if (texts.cells().size() > FormLimits.MAX_FIGURES) {
            throw new ProblemException(
                    ProblemType.CONTENT_INVALID, "A draft may have at most " + FormLimits.MAX_FIGURES + " figures.");
        }
        EntryDraft next = new EntryDraft(version, texts.cells(), texts.comments(), null).next(clock.instant());
        if (before.version() != version || !drafts.store(actor.id(), part, next)) {
            throw changed(drafts.find(actor.id(), part).orElse(before).version());
        }
        audit.record(actor.event("entry-draft-saved", part.subject())
                .detail("version", next.version())
                .detail("figures", next.cells().size()));
        return next;
    }

    /**
     * Creates the problem for a caller who has an old version of the draft, because the draft was saved elsewhere
     * since.
     */
    static ProblemException changed(long version) {
        return new ProblemException(Problem.of(
                        ProblemType.PRECONDITION_FAILED,
                        "You saved these figures in another window meanwhile; their version is now " + version
                                + ". Read them again before you save.")
                .with("version", version));
    }

    private static void requireOwn(EntryPart part, Actor actor) {
        if (!actor.reports(part.area())) {
            throw ProblemException.notFound("area");
        }
    }

    private static void check(EntryPart part, TypedTexts typed) {
        List<InputError> faults = new ArrayList<>();
        check(part, "/cells/", typed.cells(), FormLimits.MAX_FIGURE, faults);
        check(part, "/comments/", typed.comments(), FormLimits.MAX_COMMENT, faults);
        if (!typed.comments().isEmpty() && !takesComments(part.dataflow())) {
            faults.add(InputError.pointer(
                    "/comments", null, "Figures of " + part.dataflow().id() + " have no comments."));
        }
        if (!faults.isEmpty()) {
            throw ProblemException.body(faults.stream().limit(MAX_FAULTS).toList());
        }
    }

    private static void check(
            EntryPart part, String place, Map<String, String> typed, int longest, List<InputError> faults) {
        EntryShape shape = new EntryShape(part.dataflow(), part.area());
        typed.forEach((key, text) -> {
            String pointer = place + key.replace("~", "~0").replace("/", "~1");
            if (shape.key(key, part.years()).isEmpty()) {
                faults.add(InputError.pointer(pointer, key, "The round does not ask for this figure."));
            } else if (text.length() > longest || text.chars().anyMatch(Character::isISOControl)) {
                faults.add(InputError.pointer(
                        pointer, text, "A text has one line of at most " + longest + " characters."));
            }
        });
    }

    /** Returns whether figures of a dataflow may have comments. */
    public static boolean takesComments(Dataflow dataflow) {
        return dataflow.structure().attribute(Role.COMMENT).isPresent();
    }
}
