package org.tipstats.site.table;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.tipstats.collect.mappings.GuessTexts;
import org.tipstats.collect.mappings.GuessedFile;
import org.tipstats.mapping.grid.CellRange;
import org.tipstats.platform.access.Actor;
import org.tipstats.site.file.FileWords;
import org.tipstats.site.frame.Fault;
import org.tipstats.site.frame.Frame.Choice;
import org.tipstats.site.frame.PageTexts;
import org.tipstats.site.table.TablePage.CellPlace;
import org.tipstats.site.table.TablePage.Correction;
import org.tipstats.site.table.TablePage.PartRow;
import org.tipstats.site.table.TablePages.GuessedForm;
import org.tipstats.vocabulary.schema.Code;
import org.tipstats.vocabulary.schema.SchemaRegistry;

/** Makes the page about one guess of the meaning of a file. */
final class TablePageMaker {

    private static final int EMPTY_LINES = 3;

    /** The id of the rule about unclear marks. An answer on the page can resolve findings of this rule. */
    private static final String ASKED = "ambiguous-marker";

    private final GuessedForm guess;
    private final GuessedFile file;
    private final SchemaRegistry schemas;
    private final PageTexts t;
    private final TablePreview preview;
    private final GuessOnPage shown;

    TablePageMaker(GuessedForm guess, SchemaRegistry schemas, WordCodes codes, PageTexts t) {
        this.guess = guess;
        this.file = guess.guessed();
        this.schemas = schemas;
        this.t = t;
        GuessTexts texts = GuessTexts.in(t.language(), schemas);
        this.preview =
                TablePreview.of(file, new CellMarks(file.guess()), guess.form().firstCell(), texts);
        this.shown = new GuessOnPage(file, schemas, codes, texts, t, this::places);
    }

    TablePage page(Fault fault) {
        LayoutQuestions layouts = new LayoutQuestions(shown);
        List<PartRow> parts = layouts.parts(guess.form(), guess.typed().parts());
        WordQuestions words = new WordQuestions(shown);
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
                Stream.concat(guess.typed().faults().stream(), Stream.ofNullable(fault))
                        .toList(),
                refusals(),
                areas(),
                preview,
                layouts.tables(guess.typed().answers()),
                new Questions(shown, parts).all(),
                parts,
                words.columns(),
                words.words(),
                guess.typed().leftOut(guess.form()),
                corrections(),
                new SubmittedFigures(shown).of(guess.isComplete()));
    }

    /** Returns the reasons why figures cannot be used, without findings that an answer on the page can resolve. */
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
                .sorted(Comparator.comparing(Choice::text, t.collator()))
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
        for (int i = 0; i < EMPTY_LINES && lines.size() < TableParameters.MAX_CORRECTIONS; i++) {
            lines.add(new Correction("", ""));
        }
        return lines;
    }
}
