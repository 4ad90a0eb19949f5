package org.tipstats.site.table;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.tipstats.collect.mappings.GuessTexts;
import org.tipstats.collect.mappings.GuessedFile;
import org.tipstats.mapping.grid.CellRange;
import org.tipstats.mapping.grid.Grid;
import org.tipstats.mapping.grid.Sheet;
import org.tipstats.mapping.guess.Decision;
import org.tipstats.site.frame.Frame.Choice;
import org.tipstats.site.frame.PageTexts;
import org.tipstats.site.table.TablePage.CellPlace;
import org.tipstats.site.table.TablePage.ColumnRow;
import org.tipstats.site.table.TablePage.Question;
import org.tipstats.site.table.TablePage.RowName;
import org.tipstats.site.table.TablePage.WordGroup;
import org.tipstats.vocabulary.names.CellText;
import org.tipstats.vocabulary.schema.Dataflow;
import org.tipstats.vocabulary.schema.SchemaRegistry;

/** Puts the decisions about a file as questions: the riskiest first, words and columns apart. */
final class Questions {

    /** The kinds of questions outside of words and columns, the riskiest first. */
    private static final List<String> ORDER =
            List.of("dataflow", "unit", "coverage", "period", "measure", "marker", "ignore");

    private static final List<String> ROLES = List.of("OBS_VALUE", "LABEL", "SUBJECT", "ignore");
    private static final int MAX_CELLS = 5;
    private static final int MAX_TEXT = 80;
    private static final int MAX_ROW_NAMES = 10;
    /** Largest numbers of columns and of words on the page: a form has at most 1,000 fields, two for each question. */
    private static final int MAX_COLUMNS = 60;

    private static final int MAX_WORDS = 250;

    private final GuessedFile file;
    private final SchemaRegistry schemas;
    private final WordCodes codes;
    private final GuessTexts texts;
    private final PageTexts t;
    private final Function<List<String>, List<CellPlace>> places;

    /** @param places turns addresses into links to cells */
    Questions(
            GuessedFile file,
            SchemaRegistry schemas,
            WordCodes codes,
            GuessTexts texts,
            PageTexts t,
            Function<List<String>, List<CellPlace>> places) {
        this.file = file;
        this.schemas = schemas;
        this.codes = codes;
        this.texts = texts;
        this.t = t;
        this.places = places;
    }

    /** Returns the id of the field of a question. */
    static String field(String id) {
        return "q-" + Integer.toHexString(id.hashCode());
    }

    /** Returns all questions outside of words and columns, answered ones too, so that an answer can be changed. */
    List<Question> all() {
        return file.guess().decisions().stream()
                .filter(decision -> ORDER.contains(decision.kind()))
                .sorted(Comparator.comparingInt(decision -> ORDER.indexOf(decision.kind())))
                .map(this::question)
                .toList();
    }

    private Question question(Decision decision) {
        String guessed = decision.isOpen() || isAnswered(decision) ? "" : label(decision, decision.value());
        return new Question(
                decision.id(),
                field(decision.id()),
                decision.kind(),
                texts.question(decision, file.grid()),
                decision.isOpen() ? "" : texts.because(decision),
                places.apply(some(decision.cells())),
                choices(decision),
                decision.kind().equals("period") && decision.value() != null ? decision.value() : "",
                guessed,
                decision.isOpen(),
                decision.kind().equals("ignore") ? rowNames(decision) : List.of());
    }

    private static boolean isAnswered(Decision decision) {
        return decision.because() == Decision.Reason.ANSWERED;
    }

    private static List<String> some(List<String> cells) {
        return cells.subList(0, Math.min(MAX_CELLS, cells.size()));
    }

    private List<Choice> choices(Decision decision) {
        List<String> values = switch (decision.kind()) {
            case "dataflow" -> schemas.reported().stream().map(Dataflow::id).toList();
            case "ignore" -> List.of("true");
            default -> withValue(decision);
        };
        boolean choosesGuess = List.of("dataflow", "unit", "coverage").contains(decision.kind());
        boolean chosen = choosesGuess || isAnswered(decision);
        return values.stream()
                .map(value -> new Choice(value, label(decision, value), chosen && value.equals(decision.value())))
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
        if (decision.kind().equals("dataflow")) {
            return schemas.dataflow(value).map(Dataflow::name).map(t::of).orElse(value);
        }
        String key = "table.value." + decision.kind() + "." + value;
        return t.has(key) ? t.say(key) : value;
    }

    /** Returns the names of the rows that a question about rows is about, so that a name can be explained instead. */
    private List<RowName> rowNames(Decision decision) {
        Dataflow dataflow = dataflow();
        CellRange range = CellRange.parse(decision.cells().get(0)).orElse(null);
        if (dataflow == null || range == null || !decision.isOpen()) {
            return List.of();
        }
        List<Choice> choices = codes.rowChoices(dataflow);
        Set<String> names = new LinkedHashSet<>();
        Sheet sheet = sheet(file.grid(), range);
        List<Integer> labels = labelColumns(range);
        sheet.rows().stream()
                .filter(row -> row.line() >= range.firstLine() && row.line() <= range.lastLine())
                .forEach(row -> labels.forEach(column -> names.add(row.text(column))));
        names.remove("");
        return names.stream()
                .limit(MAX_ROW_NAMES)
                .map(name -> new RowName(
                        TableForm.ROW + name, field(TableForm.ROW + name), CellText.shorten(name, MAX_TEXT), choices))
                .toList();
    }

    private static Sheet sheet(Grid grid, CellRange range) {
        return grid.sheet(range.sheet()).orElse(grid.sheets().get(0));
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

    /** Returns the dataflow whose codes explain words: the chosen one, else the most likely one. */
    Dataflow dataflow() {
        return file.guess().decisions().stream()
                .filter(decision -> decision.kind().equals("dataflow"))
                .map(decision -> decision.isOpen() ? decision.alternatives().get(0) : decision.value())
                .findFirst()
                .flatMap(schemas::dataflow)
                .orElse(null);
    }

    /** Returns the columns of the tables with the choice of what each is. */
    List<ColumnRow> columns() {
        return file.guess().decisions().stream()
                .filter(decision -> decision.kind().equals("column"))
                .limit(MAX_COLUMNS)
                .map(this::column)
                .toList();
    }

    private ColumnRow column(Decision decision) {
        String text = CellRange.parse(decision.cells().get(0))
                .map(cell -> sheet(file.grid(), cell).text(cell.firstLine(), cell.firstColumn()))
                .orElse("");
        Map<String, String> roles = new LinkedHashMap<>();
        ROLES.forEach(role -> roles.put(role, t.say("table.role." + role.toLowerCase(Locale.ROOT))));
        codes.components().forEach(component -> roles.putIfAbsent(component, codes.name(component)));
        boolean answered = isAnswered(decision);
        List<Choice> choices = roles.entrySet().stream()
                .map(role -> new Choice(
                        role.getKey(),
                        role.getValue(),
                        answered && role.getKey().equals(decision.value())))
                .toList();
        String guessed = roles.getOrDefault(decision.value(), decision.value());
        return new ColumnRow(
                decision.id(),
                field(decision.id()),
                CellText.shorten(text, MAX_TEXT),
                places.apply(decision.cells().subList(0, 1)),
                answered ? "" : guessed,
                choices);
    }

    /** Returns the words, each once, by component; words that need an answer come first. */
    List<WordGroup> words() {
        Map<String, List<WordGroup.Word>> groups = new TreeMap<>();
        file.guess().decisions().stream()
                .filter(decision -> decision.kind().equals("word"))
                .sorted(Comparator.comparing(decision -> !decision.isOpen() && !isAnswered(decision)))
                .limit(MAX_WORDS)
                .forEach(decision -> groups.computeIfAbsent(component(decision), none -> new ArrayList<>())
                        .add(word(decision)));
        List<WordGroup> made = new ArrayList<>();
        groups.forEach((component, words) -> made.add(new WordGroup(
                component,
                codes.name(component),
                codes.isLong(component),
                codes.isLong(component) ? codes.choices(component, List.of(), null) : List.of(),
                words.stream().filter(WordGroup.Word::isShown).toList(),
                words.stream().filter(word -> !word.isShown()).toList())));
        return made;
    }

    private static String component(Decision decision) {
        return decision.id().split(":", 3)[1];
    }

    private WordGroup.Word word(Decision decision) {
        String component = component(decision);
        boolean answered = isAnswered(decision);
        boolean sure = decision.level() == Decision.Level.SURE && !answered;
        return new WordGroup.Word(
                decision.id(),
                field(decision.id()),
                CellText.shorten(decision.id().split(":", 3)[2], MAX_TEXT),
                decision.isOpen() ? "" : texts.because(decision),
                places.apply(some(decision.cells())),
                decision.isOpen() || answered ? "" : codes.text(component, decision.value()),
                answered ? codes.text(component, decision.value()) : "",
                codes.isLong(component)
                        ? List.of()
                        : codes.choices(component, decision.alternatives(), answered ? decision.value() : null),
                decision.isOpen(),
                !sure);
    }
}
