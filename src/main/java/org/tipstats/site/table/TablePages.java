package org.tipstats.site.table;

import jakarta.inject.Singleton;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.tipstats.collect.mappings.GuessService;
import org.tipstats.collect.mappings.GuessService.GuessInput;
import org.tipstats.collect.mappings.GuessTexts;
import org.tipstats.collect.mappings.GuessedFile;
import org.tipstats.mapping.grid.CellRange;
import org.tipstats.mapping.guess.Guess;
import org.tipstats.mapping.meaning.MappedObservation;
import org.tipstats.platform.access.Actor;
import org.tipstats.site.file.FileWords;
import org.tipstats.site.frame.Frame.Choice;
import org.tipstats.site.frame.PageTexts;
import org.tipstats.site.table.TableForm.TypedAnswers;
import org.tipstats.site.table.TablePage.CellGroup;
import org.tipstats.site.table.TablePage.CellPlace;
import org.tipstats.site.table.TablePage.Correction;
import org.tipstats.site.table.TablePage.Figure;
import org.tipstats.site.table.TablePage.Submitted;
import org.tipstats.validate.mapped.MappedFile;
import org.tipstats.vocabulary.schema.Code;
import org.tipstats.vocabulary.schema.Dataflow;
import org.tipstats.vocabulary.schema.Dimension;
import org.tipstats.vocabulary.schema.SchemaRegistry;

/** Guesses what a file means with the answers of a form, and makes the page about it. */
@Singleton
final class TablePages {

    private static final int MAX_CELLS = 10;
    private static final int EMPTY_LINES = 3;

    /** The rule about marks, which holds while the question about a mark is open. */
    private static final String ASKED = "ambiguous-marker";

    private final GuessService guesses;
    private final SchemaRegistry schemas;

    TablePages(GuessService guesses, SchemaRegistry schemas) {
        this.guesses = guesses;
        this.schemas = schemas;
    }

    /**
     * A file for the page.
     *
     * @param name the name that the sender gave, or null
     * @param action the URL that the form goes to
     * @param held the file as the form holds it, or null
     * @param actor the submitter; empty for a reader without an account
     */
    record TableFile(Path path, String name, String action, HeldFile held, Optional<Actor> actor) {}

    /** A guess with the form that led to it. */
    record GuessedForm(TableFile file, TableForm form, TypedAnswers typed, GuessedFile guessed) {}

    /** Guesses what a file means. */
    GuessedForm guess(TableFile file, TableForm form, PageTexts t) {
        TypedAnswers typed = form.read(new WordCodes(dataflows(form.dataflow()), t), t);
        String area = form.area().isEmpty() ? null : form.area();
        GuessInput input = new GuessInput(area, null, typed.answers(), file.actor(), t.language());
        GuessedFile guessed = guesses.guess(file.path(), file.name(), input, typed.corrections());
        return new GuessedForm(file, form, typed, guessed);
    }

    /** Returns all dataflows that areas submit, the chosen one first. */
    private List<Dataflow> dataflows(String chosen) {
        List<Dataflow> all = new ArrayList<>(schemas.reported());
        schemas.dataflow(chosen).filter(all::remove).ifPresent(flow -> all.add(0, flow));
        return all;
    }

    /** Returns the figures in our columns as SDMX-CSV; empty while a question is open or a field is at fault. */
    Optional<byte[]> figures(GuessedForm guess) {
        if (!guess.guessed().isComplete()
                || !guess.typed().faults().isEmpty()
                || guess.guessed().guess().observations().isEmpty()) {
            return Optional.empty();
        }
        MappedFile mapped =
                new MappedFile(guess.guessed().grid(), guess.guessed().guess(), List.of());
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            mapped.table(schemas.dataflow(mapped.dataflows().get(0)).orElseThrow())
                    .write(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Optional.of(out.toByteArray());
    }

    /** @param saved a sentence about a mapping that was just saved, or null */
    TablePage page(GuessedForm guess, String saved, PageTexts t) {
        return new PageMaker(guess, t).page(saved);
    }

    /** Makes the page of one guess. */
    private final class PageMaker {

        private final GuessedForm guess;
        private final GuessedFile file;
        private final PageTexts t;
        private final GuessTexts texts;
        private final TablePreview preview;

        PageMaker(GuessedForm guess, PageTexts t) {
            this.guess = guess;
            this.file = guess.guessed();
            this.t = t;
            this.texts = GuessTexts.in(t.language(), schemas);
            CellMarks marks = new CellMarks(file.guess());
            this.preview = TablePreview.of(file, marks, guess.form().firstCell(), texts);
        }

        TablePage page(String saved) {
            WordCodes codes = new WordCodes(dataflows(guess.form().dataflow()), t);
            Questions questions = new Questions(file, schemas, codes, texts, t, this::places);
            return new TablePage(
                    guess.file().action(),
                    FileWords.fileName(guess.file().name(), t),
                    guess.file().held(),
                    guess.file().actor().isPresent(),
                    guess.file()
                            .actor()
                            .filter(who -> who.reports(guess.form().area()))
                            .isPresent(),
                    guess.form(),
                    guess.typed().faults(),
                    refusals(),
                    areas(),
                    preview,
                    questions.all(),
                    questions.columns(),
                    questions.words(),
                    guess.form().leftOut(guess.typed()),
                    corrections(),
                    submitted(),
                    saved);
        }

        /** Returns why figures cannot be taken in. What a question asks about is not a refusal yet. */
        private List<String> refusals() {
            return file.findings().stream()
                    .filter(finding -> !finding.rule().equals(ASKED))
                    .map(GuessedFile.GuessFinding::message)
                    .toList();
        }

        private List<Choice> areas() {
            Optional<Actor> actor = guess.file().actor();
            Set<String> own = actor.map(who -> who.areasOf(who.source())).orElse(Set.of());
            if (own.size() == 1) {
                return List.of();
            }
            return schemas.areas().codes().stream()
                    .filter(code -> actor.isPresent() ? own.contains(code.id()) : isCountry(code))
                    .map(code -> new Choice(
                            code.id(),
                            t.of(code.name()),
                            code.id().equals(guess.form().area())))
                    .sorted((a, b) -> t.collator().compare(a.text(), b.text()))
                    .toList();
        }

        private static boolean isCountry(Code code) {
            return code.id().length() == 3 && Character.isLetter(code.id().charAt(0)) && !code.isAreaGroup();
        }

        private List<CellPlace> places(List<String> cells) {
            return cells.stream()
                    .map(cell -> {
                        String id = TablePreview.idOf(file.grid(), cell);
                        return new CellPlace(cell, preview.ids().contains(id) ? id : null);
                    })
                    .toList();
        }

        private List<Correction> corrections() {
            List<Correction> lines = new ArrayList<>();
            Map<CellRange, String> typed = guess.typed().corrections();
            typed.forEach((cell, text) -> lines.add(new Correction(cell.toString(), text)));
            for (int i = 0; i < EMPTY_LINES && lines.size() < TableForm.MAX_CORRECTIONS; i++) {
                lines.add(new Correction("", ""));
            }
            return lines;
        }

        private Submitted submitted() {
            Guess found = file.guess();
            List<MappedObservation> observations = found.observations();
            List<Figure> figures = new ArrayList<>();
            for (int i = 0; i < Math.min(TablePreview.MAX_FIGURES, observations.size()); i++) {
                figures.add(figure("figure-" + (i + 1), observations.get(i)));
            }
            List<CellGroup> leftOut = new ArrayList<>();
            found.ledger().leftOut().forEach((reason, cells) -> leftOut.add(group(texts.leftOut(reason), cells)));
            List<String> unknown = found.ledger().notUnderstood();
            int out = leftOut.stream().mapToInt(CellGroup::count).sum();
            Map<String, Object> counts = Map.of(
                    "numeric", found.ledger().numeric(),
                    "used", found.ledger().used(),
                    "out", out,
                    "unknown", unknown.size());
            return new Submitted(
                    t.say("table.account", counts),
                    figures,
                    observations.size() - figures.size(),
                    leftOut,
                    group("", unknown),
                    file.isComplete());
        }

        private CellGroup group(String reason, List<String> cells) {
            return new CellGroup(reason, cells.size(), places(cells.subList(0, Math.min(MAX_CELLS, cells.size()))));
        }

        private Figure figure(String id, MappedObservation observation) {
            Dataflow dataflow = schemas.dataflow(observation.dataflow()).orElseThrow();
            List<String> words = new ArrayList<>();
            for (Dimension dimension : dataflow.structure().dimensions()) {
                String code = observation.key().get(dimension.id());
                boolean said = dimension == dataflow.structure().area()
                        || dimension == dataflow.structure().unit();
                if (code != null && !dimension.isTime() && !said) {
                    dimension
                            .codes()
                            .find(code)
                            .filter(each -> !each.isTotal() && dimension.codes().size() > 1)
                            .ifPresent(each -> words.add(t.of(each.name())));
                }
            }
            String status = observation.attributes().getOrDefault("OBS_STATUS", "");
            return new Figure(
                    id,
                    t.of(dataflow.name()),
                    observation.key().getOrDefault(dataflow.structure().time().id(), ""),
                    words.isEmpty() ? t.say("table.total") : String.join(" · ", words),
                    observation.value() == null
                            ? codeName(dataflow, status)
                            : t.numbers().exact(observation.value()),
                    places(observation.cells()));
        }

        private String codeName(Dataflow dataflow, String status) {
            return new WordCodes(List.of(dataflow), t).text("OBS_STATUS", status);
        }
    }
}
