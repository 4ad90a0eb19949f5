package org.tipstats.site.table;

import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.tipstats.collect.mappings.GuessedFile;
import org.tipstats.mapping.grid.CellRange;
import org.tipstats.mapping.guess.Decision;
import org.tipstats.site.frame.Frame.Choice;
import org.tipstats.site.frame.PageTexts;
import org.tipstats.site.table.TablePage.PartRow;
import org.tipstats.site.table.TablePage.Question;
import org.tipstats.site.table.TablePage.RowName;
import org.tipstats.vocabulary.names.CellText;
import org.tipstats.vocabulary.schema.Dataflow;

/**
 * Makes questions from the decisions about a file, the riskiest question first. Makes none from decisions about words
 * or columns.
 */
final class Questions {

    /** The kinds of decisions that become questions, the riskiest first. Words and columns are not among them. */
    private static final List<String> ORDER =
            List.of("dataflow", "unit", "coverage", "period", "measure", "ages", "title", "marker", "ignore");

    private static final String DATAFLOW = "dataflow";
    private static final int MAX_TEXT = 80;
    private static final int MAX_ROW_NAMES = 10;

    private final GuessOnPage page;
    private final GuessedFile file;
    private final PageTexts t;
    private final List<PartRow> parts;

    /** @param parts the parts of the file, each with its dataflow; empty if the reader does not divide the file */
    Questions(GuessOnPage page, List<PartRow> parts) {
        this.page = page;
        this.file = page.file();
        this.t = page.t();
        this.parts = parts;
    }

    static String field(String id) {
        return "q-" + Integer.toHexString(id.hashCode());
    }

    /** Returns the questions, the riskiest first, including answered ones, because a reader can change an answer. */
    List<Question> all() {
        Stream<Decision> found = file.guess().decisions().stream();
        return Stream.concat(
                        parts(),
                        found.filter(decision -> !hasParts() || !decision.kind().equals(DATAFLOW)))
                .filter(decision -> ORDER.contains(decision.kind()))
                .sorted(Comparator.comparingInt(decision -> ORDER.indexOf(decision.kind())))
                .map(this::question)
                .toList();
    }

    private boolean hasParts() {
        return !parts.isEmpty();
    }

    /**
     * Returns the decision that the parts of the file belong to several dataflows; empty without parts. The guess never
     * contains this decision, so the page makes it.
     */
    private Stream<Decision> parts() {
        String value = parts.stream().anyMatch(PartRow::isOpen) ? null : TableParameters.SEVERAL;
        Decision.Level level = value == null ? Decision.Level.ASK : Decision.Level.SURE;
        return hasParts()
                ? Stream.of(
                        new Decision(DATAFLOW, DATAFLOW, List.of(), value, level, Decision.Reason.ANSWERED, List.of()))
                : Stream.empty();
    }

    private Question question(Decision decision) {
        String guessed = decision.isOpen() || GuessOnPage.isAnswered(decision) ? "" : label(decision, decision.value());
        return new Question(
                decision.id(),
                field(decision.id()),
                decision.kind(),
                page.texts().question(decision, file.grid()),
                decision.isOpen() ? "" : page.texts().because(decision),
                page.some(decision.cells()),
                choices(decision),
                decision.kind().equals("period") && decision.value() != null ? decision.value() : "",
                guessed,
                decision.isOpen(),
                rowNames(decision));
    }

    private List<Choice> choices(Decision decision) {
        List<String> values = switch (decision.kind()) {
            case DATAFLOW -> dataflows();
            case "ignore" -> List.of("true");
            default -> withValue(decision);
        };
        boolean choosesGuess = List.of(DATAFLOW, "unit", "coverage").contains(decision.kind());
        boolean chosen = choosesGuess || GuessOnPage.isAnswered(decision);
        String answer = decision.kind().equals(DATAFLOW) && hasParts() ? TableParameters.SEVERAL : decision.value();
        return values.stream()
                .map(value -> new Choice(value, label(decision, value), chosen && value.equals(answer)))
                .toList();
    }

    private List<String> dataflows() {
        return Stream.concat(page.schemas().reported().stream().map(Dataflow::id), Stream.of(TableParameters.SEVERAL))
                .toList();
    }

    private static List<String> withValue(Decision decision) {
        Set<String> values = new LinkedHashSet<>(decision.alternatives());
        if (decision.value() != null) {
            values.add(decision.value());
        }
        return List.copyOf(values);
    }

    private String label(Decision decision, String value) {
        Optional<Dataflow> dataflow =
                decision.kind().equals(DATAFLOW) ? page.schemas().dataflow(value) : Optional.empty();
        if (dataflow.isPresent()) {
            return t.of(dataflow.get().name());
        }
        String key = "table.value." + decision.kind() + "." + value;
        return t.has(key) ? t.say(key) : value;
    }

    /**
     * Returns the names of the rows in a question, or the title. The reader can explain a name instead of leaving out
     * its figures.
     */
    private List<RowName> rowNames(Decision decision) {
        Dataflow dataflow = dataflow();
        Set<String> names = dataflow == null || !decision.isOpen() ? Set.of() : names(decision);
        return names.stream()
                .limit(MAX_ROW_NAMES)
                .map(name -> new RowName(
                        TableParameters.ROW + name,
                        field(TableParameters.ROW + name),
                        CellText.shorten(name, MAX_TEXT),
                        page.codes().rowChoices(dataflow)))
                .toList();
    }

    private Set<String> names(Decision decision) {
        if (decision.kind().equals("title")) {
            return Set.of(decision.id().substring("title:".length()));
        }
        Set<String> names = new LinkedHashSet<>();
        if (decision.kind().equals("ignore")) {
            CellRange range = CellRange.parse(decision.cells().get(0)).orElseThrow();
            List<Integer> labels = labelColumns(range);
            page.sheet(range).rows().stream()
                    .filter(row -> row.line() >= range.firstLine() && row.line() <= range.lastLine())
                    .forEach(row -> labels.forEach(column -> names.add(row.text(column))));
            names.remove("");
        }
        return names;
    }

    private List<Integer> labelColumns(CellRange rows) {
        return file.guess().decisions().stream()
                .filter(decision -> decision.kind().equals("column") && "LABEL".equals(decision.value()))
                .flatMap(decision -> CellRange.parse(decision.cells().get(0)).stream())
                .filter(cell -> cell.sheet().equals(rows.sheet()))
                .map(CellRange::firstColumn)
                .distinct()
                .toList();
    }

    /**
     * Returns the dataflow whose codes explain words: the chosen one, else the most likely one; null if there is none.
     */
    Dataflow dataflow() {
        Stream<String> asked = file.guess().decisions().stream()
                .filter(decision -> decision.kind().equals(DATAFLOW))
                .map(decision -> decision.isOpen() ? decision.alternatives().get(0) : decision.value());
        Stream<String> counted = file.guess().tables().stream().flatMap(table -> table.dataflows().stream());
        return Stream.concat(asked, counted)
                .findFirst()
                .flatMap(page.schemas()::dataflow)
                .orElse(null);
    }
}
