package org.tipstats.site.table;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.tipstats.mapping.guess.Answers;
import org.tipstats.mapping.guess.Decision;
import org.tipstats.mapping.guess.Guess;
import org.tipstats.site.frame.Frame.Choice;
import org.tipstats.site.table.TablePage.Input;
import org.tipstats.site.table.TablePage.LayoutRow;
import org.tipstats.site.table.TablePage.PartRow;
import org.tipstats.site.table.TypedAnswers.Part;

/** Asks where the tables of a file and their headers are, and to which dataflow each part of the file belongs. */
record LayoutQuestions(GuessOnPage page) {

    private static final String RANGE = "range:";
    /** Largest number of tables whose header and range the page can change. */
    private static final int MAX_TABLES = 20;

    private static final int EMPTY_PARTS = 2;

    /** Returns the tables. A wrong answer is shown as it was typed. */
    List<LayoutRow> tables(Answers typed) {
        return page.file().guess().decisions().stream()
                .filter(decision -> decision.id().startsWith(RANGE))
                .limit(MAX_TABLES)
                .map(decision -> row(decision, typed))
                .toList();
    }

    private LayoutRow row(Decision range, Answers typed) {
        String header = TableParameters.HEADER + range.id().substring(RANGE.length());
        Decision found = page.file().guess().decisions().stream()
                .filter(decision -> decision.id().equals(header))
                .findFirst()
                .orElseThrow();
        String lines = typed.value(header).orElse(found.value());
        String[] ends = lines.equals(TableParameters.NO_HEADER) ? new String[] {"", ""} : lines.split(":", 2);
        return new LayoutRow(
                page.places().apply(range.cells()),
                input(header, ends[0]),
                input(TableParameters.lastOf(header), ends[ends.length - 1]),
                input(range.id(), typed.value(range.id()).orElse(range.value())),
                GuessOnPage.isAnswered(range));
    }

    private static Input input(String id, String value) {
        return new Input(id, Questions.field(id), value);
    }

    /**
     * Returns the typed parts of a file. If none are typed, returns a part for each table. Adds empty lines for further
     * parts. Returns an empty list if the reader does not divide the file into parts.
     */
    List<PartRow> parts(TableParameters form, List<Part> typed) {
        if (!form.hasParts()) {
            return List.of();
        }
        List<Part> parts = new ArrayList<>(typed);
        if (parts.isEmpty()) {
            page.file().guess().tables().stream()
                    .map(Guess.Table::range)
                    .limit(MAX_TABLES)
                    .forEach(range -> parts.add(new Part(range.toString(), "")));
        }
        for (int i = 0; i < EMPTY_PARTS; i++) {
            parts.add(new Part("", ""));
        }
        List<PartRow> rows = new ArrayList<>();
        for (int i = 0; i < parts.size(); i++) {
            rows.add(part(i, parts.get(i)));
        }
        return rows;
    }

    private PartRow part(int index, Part part) {
        List<Choice> choices = Stream.concat(
                        page.schemas().reported().stream()
                                .map(flow -> choice(flow.id(), page.t().of(flow.name()), part)),
                        Stream.of(choice(TypedAnswers.NOTHING, page.t().say("table.part.nothing"), part)))
                .toList();
        boolean open = !part.range().isEmpty() && part.counts().isEmpty();
        return new PartRow(
                input(TableParameters.PART + index, part.range()),
                input(TableParameters.COUNTS + index, part.counts()),
                choices,
                open);
    }

    private static Choice choice(String value, String text, Part part) {
        return new Choice(value, text, value.equals(part.counts()));
    }
}
