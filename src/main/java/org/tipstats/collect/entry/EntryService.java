package org.tipstats.collect.entry;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SortedMap;
import org.tipstats.collect.values.AccessibleFigures;
import org.tipstats.platform.access.Actor;
import org.tipstats.platform.access.OwnAreas;
import org.tipstats.platform.audit.AuditRecorder;
import org.tipstats.platform.problem.InputError;
import org.tipstats.platform.problem.Problem;
import org.tipstats.platform.problem.ProblemException;
import org.tipstats.platform.problem.ProblemType;
import org.tipstats.vocabulary.cube.KeySpace;
import org.tipstats.vocabulary.schema.Dimension;

/** Keeps what people type in, one draft for each account and each dataflow that a round asks of an area. */
@ApplicationScoped
@OwnAreas
public class EntryService {

    /** Largest number of figures in a draft. */
    public static final int MAX_CELLS = EntrySheet.MAX_CELLS;

    /** Largest number of characters in a cell. */
    public static final int MAX_TEXT = 40;

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

    /** Returns what the actor typed in so far. */
    public EntryDraft draft(EntryPart part, Actor actor) {
        requireOwn(part, actor);
        return drafts.find(actor.id(), part).orElse(EntryDraft.NONE);
    }

    /** Returns the blocks of the figures of a part, the overview first. */
    public List<EntryBlock> blocks(EntryPart part) {
        return new EntryShape(part.dataflow(), part.area()).blocks();
    }

    /**
     * Returns the grid of a block with what is accepted and what is typed.
     *
     * @param block the id of the block; null for the overview
     * @param last the last year to show; null for the last one
     * @throws ProblemException 400 if there is no such block
     */
    public EntrySheet sheet(EntryPart part, String block, String last, Map<String, String> cells, Actor actor) {
        EntryFigures figures = figures(part, cells, actor);
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

    /** Returns the block in which a figure of a part is. */
    public EntryBlock block(EntryPart part, String key) {
        EntryShape shape = new EntryShape(part.dataflow(), part.area());
        return shape.space().parse(key).stream()
                .mapToObj(shape::block)
                .findFirst()
                .orElse(EntryBlock.OVERVIEW);
    }

    /** Returns what is accepted and what is typed. */
    EntryFigures figures(EntryPart part, Map<String, String> cells, Actor actor) {
        requireOwn(part, actor);
        return new EntryFigures(
                new EntryShape(part.dataflow(), part.area()),
                part.years(),
                accepted.of(part.dataflow(), part.area(), Optional.of(actor)),
                cells);
    }

    /** Returns the draft with some cells typed anew, without saving it. */
    public EntryDraft with(EntryPart part, Map<String, String> typed, Actor actor) {
        check(part, typed);
        EntryDraft draft = draft(part, actor);
        return new EntryDraft(draft.version(), draft.with(typed), draft.changedAt());
    }

    /**
     * Returns the texts of a form by the key of the figure. A form has one text for each of its rows and years.
     *
     * @param rows the key of any figure of each row
     * @param texts the texts of the first row by year, then those of the next
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
     * @param typed what is typed by the key of the figure; an empty text empties a cell
     * @param rest true if all other cells stay as they are, false if they are emptied
     * @throws ProblemException 400 if a key is not asked or a text is too long; 409 if the round is closed; 412 if the draft has another version by
     *     now; 422 if there are too many figures
     */
    @Transactional
    public EntryDraft save(EntryPart part, long version, Map<String, String> typed, boolean rest, Actor actor) {
        part.requireOpen();
        check(part, typed);
        EntryDraft before = draft(part, actor);
        SortedMap<String, String> cells = (rest ? before : EntryDraft.NONE).with(typed);
        if (cells.size() > MAX_CELLS) {
            throw new ProblemException(
                    ProblemType.CONTENT_INVALID, "A draft may have at most " + MAX_CELLS + " figures.");
        }
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        if (before.version() != version || !drafts.store(actor.id(), part, version, cells, now)) {
            throw changed(drafts.find(actor.id(), part).orElse(before).version());
        }
        audit.record(actor.event("entry-draft-saved", part.subject())
                .detail("version", version + 1)
                .detail("figures", cells.size()));
        return new EntryDraft(version + 1, cells, now);
    }

    /** Makes the problem of a draft that was saved elsewhere meanwhile. */
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

    private static void check(EntryPart part, Map<String, String> typed) {
        EntryShape shape = new EntryShape(part.dataflow(), part.area());
        List<InputError> faults = new ArrayList<>();
        typed.forEach((key, text) -> {
            String pointer = "/cells/" + key.replace("~", "~0").replace("/", "~1");
            if (shape.key(key, part.years()).isEmpty()) {
                faults.add(InputError.pointer(pointer, key, "The round does not ask for this figure."));
            } else if (text.length() > MAX_TEXT || text.chars().anyMatch(Character::isISOControl)) {
                faults.add(InputError.pointer(
                        pointer, text, "A cell has one line of at most " + MAX_TEXT + " characters."));
            }
        });
        if (!faults.isEmpty()) {
            throw ProblemException.body(faults.stream().limit(MAX_FAULTS).toList());
        }
    }
}
