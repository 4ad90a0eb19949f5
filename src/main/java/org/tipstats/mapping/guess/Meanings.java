package org.tipstats.mapping.guess;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.tipstats.mapping.grid.Cell;
import org.tipstats.mapping.grid.NumberStyle;
import org.tipstats.mapping.guess.Decision.Level;
import org.tipstats.mapping.guess.Decision.Reason;
import org.tipstats.mapping.meaning.AgeGroups;
import org.tipstats.mapping.meaning.AgeRange;
import org.tipstats.mapping.meaning.Counterparts;
import org.tipstats.mapping.meaning.KeyDraft;
import org.tipstats.mapping.meaning.LabelReader;
import org.tipstats.mapping.meaning.LabelReader.Label;
import org.tipstats.mapping.meaning.MappedKey;
import org.tipstats.mapping.meaning.Series;
import org.tipstats.mapping.reading.Periods;
import org.tipstats.vocabulary.names.CellText;
import org.tipstats.vocabulary.names.Suggestions;
import org.tipstats.vocabulary.names.TableWords;
import org.tipstats.vocabulary.schema.Code;
import org.tipstats.vocabulary.schema.CodeList;
import org.tipstats.vocabulary.schema.Dataflow;
import org.tipstats.vocabulary.schema.Dimension;

/** Finds the codes of a dataflow that the words of a table stand for. */
final class Meanings {

    /** Components that a label of a row never names. */
    private static final Set<String> NO_LABELS = Set.of("FREQ", "REF_AREA", "UNIT_MEASURE", "TIME_PERIOD");

    private final DecisionLog log;
    private final Dataflow dataflow;
    private final MappedKey.Dimensions dimensions;
    private final List<AgeRange> ages;
    private final LabelReader reader;
    private final Map<String, Label> labels = new HashMap<>();
    private final Map<String, Map<String, Word>> words = new HashMap<>();
    /** The codes by dimension and word. Several texts, such as the labels of one series, may have the same word. */
    private final Map<String, Optional<String>> codes = new HashMap<>();

    private final Map<String, Optional<String>> years = new HashMap<>();
    private final Map<BlockReading, KeyDraft> titles = new HashMap<>();
    private final Map<String, Boolean> answeredTexts = new HashMap<>();

    /**
     * @param ages all age groups of the tables
     * @param counterparts the words of the tables that narrow the meaning of other words
     */
    Meanings(GuessRequest request, DecisionLog log, Dataflow dataflow, List<AgeRange> ages, Counterparts counterparts) {
        this.reader = new LabelReader(dataflow, request.dataflows(), counterparts, text -> Areas.isOwn(request, text));
        this.log = log;
        this.dataflow = dataflow;
        this.dimensions = new MappedKey.Dimensions(dataflow);
        this.ages = List.copyOf(ages);
    }

    Dataflow dataflow() {
        return dataflow;
    }

    MappedKey.Dimensions dimensions() {
        return dimensions;
    }

    /** Returns the component of the dataflow that the words of a column belong to; empty if the dataflow lacks it. */
    Optional<Dimension> dimension(String component) {
        return dataflow.structure()
                .dimension(component)
                .or(() -> LabelReader.counterpart(component).flatMap(dataflow.structure()::dimension));
    }

    /**
     * The meaning of a word in a column of a component.
     *
     * @param dimension the id of the dimension; null if the dataflow lacks it
     * @param code null while the question is open, or if the dataflow lacks the dimension
     * @param beside the codes that the word also has for other components, such as the age of girls
     */
    record Word(String dimension, String code, Map<String, String> beside) {

        static final Word FOREIGN = new Word(null, null, Map.of());
    }

    /**
     * Returns the meaning of a word in a column of a component. Each word is read once.
     *
     * @param cell a cell that has the word
     */
    Word word(String component, String text, Cell cell) {
        Map<String, Word> known = words.computeIfAbsent(component, none -> new HashMap<>());
        Word word = known.get(text);
        if (word == null) {
            word = dimension(component)
                    .map(dimension -> read(component, dimension, text, cell))
                    .orElse(Word.FOREIGN);
            known.put(text, word);
        }
        return word;
    }

    private Word read(String component, Dimension dimension, String text, Cell cell) {
        boolean answered = log.answers().value("word:" + component + ":" + text).isPresent();
        String word = answered ? text : Series.form(text).orElse(text);
        Optional<String> code = word.isEmpty()
                ? dimension.codes().total().map(Code::id)
                : codes.computeIfAbsent(dimension.id() + ":" + word, none -> decided(dimension, word, cells(cell)));
        // If the submitter gives a word an unusual code, the word has no codes for other components.
        String own = reader.codes(dimension.id(), word).get(dimension.id());
        boolean renamed = isAnswered(word) && !Objects.equals(own, code.orElse(null));
        return new Word(dimension.id(), code.orElse(null), renamed ? Map.of() : reader.beside(dimension.id(), word));
    }

    /** Returns the year of a text in a column of years; empty if it needs an answer, or if it is not a year. */
    Optional<String> year(String text) {
        return years.computeIfAbsent(
                text,
                each -> Periods.isSeveralYears(each)
                                || TableWords.all().kinds(each).contains("total")
                        ? Optional.empty()
                        : RowMeaning.plainYear(log, each));
    }

    static List<String> cells(Cell cell) {
        return cell == null ? List.of() : List.of(cell.toString());
    }

    private Optional<String> decided(Dimension dimension, String word, List<String> cells) {
        String other = dimension.id().equals("OFFENCE") ? "EXPLOITATION" : "OFFENCE";
        String id = "word:" + dimension.id() + ":" + word;
        boolean renamed = log.answers().value(id).isEmpty()
                && log.answers().value("word:" + other + ":" + word).isPresent()
                && (dimension.id().equals("OFFENCE") || dimension.id().equals("EXPLOITATION"));
        Decision guess = guess(renamed ? "word:" + other + ":" + word : id, dimension.codes(), word, cells);
        return Optional.ofNullable(log.decide(guess))
                .filter(code -> dimension.codes().find(code).isPresent());
    }

    /** Guesses which code of a list a word means. */
    Decision guess(String id, CodeList list, String word, List<String> cells) {
        String component = id.split(":", 3)[1];
        String letter = reader.letter(component, word);
        if (letter.equals(word) && list.find(word).isPresent()) {
            return Decision.of(id, cells, word, Level.SURE, Reason.CODE);
        }
        Map<String, String> known = reader.codes(component, word);
        if (!known.isEmpty()) {
            String code = known.get(component);
            return code == null
                    ? Decision.of(id, cells, null, Level.ASK, Reason.UNKNOWN)
                    : Decision.of(id, cells, code, Level.SURE, Reason.NAME);
        }
        Suggestions suggestions = Suggestions.of(list);
        Optional<String> named = named(list, suggestions, letter);
        if (named.isPresent()) {
            return Decision.of(id, cells, named.get(), Level.SURE, Reason.NAME);
        }
        if (component.equals("AGE")) {
            return age(id, list, word, cells);
        }
        Optional<String> similar = reader.read(word).code(component, list);
        if (similar.isPresent()) {
            return Decision.of(id, cells, similar.get(), Level.LIKELY, Reason.SIMILAR);
        }
        List<String> near = suggestions.forText(word);
        String first = near.isEmpty() ? null : near.get(0);
        return Decision.of(id, cells, first, Level.ASK, Reason.UNKNOWN).withAlternatives(near);
    }

    /** Returns the only code with exactly this name. Names take precedence over ids and alternative names. */
    private static Optional<String> named(CodeList list, Suggestions suggestions, String word) {
        String folded = CellText.fold(word);
        List<String> own = list.codes().stream()
                .filter(code -> code.name().texts().values().stream()
                        .anyMatch(name -> CellText.fold(name).equals(folded)))
                .map(Code::id)
                .toList();
        List<String> exact = own.isEmpty() ? suggestions.exact(word) : own;
        return exact.size() == 1 ? Optional.of(exact.get(0)) : Optional.empty();
    }

    private Decision age(String id, CodeList list, String word, List<String> cells) {
        Optional<AgeRange> range = AgeRange.parse(word);
        Optional<String> code = range.flatMap(group -> AgeGroups.code(group, ages, list));
        if (code.isEmpty()) {
            return Decision.of(id, cells, null, Level.ASK, Reason.UNKNOWN);
        }
        boolean same = AgeRange.parse(code.get()).equals(range);
        return Decision.of(id, cells, code.get(), same ? Level.SURE : Level.LIKELY, Reason.SIMILAR);
    }

    /** Returns the reader of labels, which does not use the submitter's answers. */
    LabelReader reader() {
        return reader;
    }

    /** Returns whether an answer gives the meaning of a label. */
    boolean isAnswered(String text) {
        return !log.answers().values().isEmpty() && answeredTexts.computeIfAbsent(text, this::hasAnswer);
    }

    private boolean hasAnswer(String text) {
        return dataflow.structure().dimensions().stream()
                .anyMatch(dimension -> log.answers()
                        .value("word:" + dimension.id() + ":" + text)
                        .isPresent());
    }

    /**
     * Returns the meaning of a label that may be a word for unknown.
     *
     * @param cell the cell of the label
     * @param beside the codes of the label before it, or null; if they have one component, unknown is a code of it
     */
    Label label(String text, Cell cell, KeyDraft beside) {
        Label label = label(text, cell);
        return label.unspecified() ? reader.unknownBeside(beside == null ? Set.of() : beside.named()) : label;
    }

    /** Returns the meaning of the label of a title or of a column. */
    Label label(String text) {
        return label(text, null);
    }

    /** Returns the codes that the titles of a table and the headers of its row names give. */
    KeyDraft titles(BlockReading reading) {
        KeyDraft known = titles.get(reading);
        if (known == null) {
            known = new KeyDraft(dimensions);
            Placement.addHeadings(reading, this, known);
            addLabels(TitleReasons.titles(reading), known);
            titles.put(reading, known);
        }
        return known;
    }

    /** Adds the codes that labels give. If labels give several codes for one dimension, keeps the first. */
    void addLabels(List<String> texts, KeyDraft draft) {
        texts.stream()
                .map(text -> isAnswered(text) ? text : Periods.without(text))
                .forEach(text -> draft.putAllIfAbsent(reader.codesOfTitle(label(text), text)));
    }

    private Label label(String text, Cell cell) {
        Label known = labels.get(text);
        if (known == null) {
            known = NumberStyle.isWithoutResult(text) ? null : answered(text, cells(cell));
            known = known == null ? reader.read(text) : known;
            labels.put(text, known);
        }
        return known;
    }

    private Label answered(String text, List<String> cells) {
        Map<String, String> codes = new TreeMap<>();
        for (Dimension dimension : dataflow.structure().dimensions()) {
            String id = "word:" + dimension.id() + ":" + text;
            if (!NO_LABELS.contains(dimension.id()) && log.answers().value(id).isPresent()) {
                codes.put(dimension.id(), log.decide(Decision.of(id, cells, null, Level.ASK, Reason.UNKNOWN)));
            }
        }
        return codes.isEmpty() ? null : new Label(codes, true, false, false);
    }
}
