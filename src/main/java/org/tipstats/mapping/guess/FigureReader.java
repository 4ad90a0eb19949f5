package org.tipstats.mapping.guess;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.tipstats.mapping.grid.Cell;
import org.tipstats.mapping.grid.Sheet;
import org.tipstats.mapping.guess.Decision.Level;
import org.tipstats.mapping.guess.Decision.Reason;
import org.tipstats.mapping.guess.Guess.Refusal;
import org.tipstats.mapping.guess.RowMeaning.Context;
import org.tipstats.mapping.meaning.AdultProof;
import org.tipstats.mapping.meaning.AgeRange;
import org.tipstats.mapping.meaning.Assembly;
import org.tipstats.mapping.meaning.Counterparts;
import org.tipstats.mapping.meaning.MappedObservation;
import org.tipstats.mapping.meaning.PlacedFigure;
import org.tipstats.mapping.reading.Block.Column;
import org.tipstats.mapping.reading.ColumnRole.Kind;
import org.tipstats.mapping.reading.Ledger;
import org.tipstats.vocabulary.names.NationalWords;
import org.tipstats.vocabulary.names.TableWords;
import org.tipstats.vocabulary.schema.Code;
import org.tipstats.vocabulary.schema.Dataflow;

/** Reads the figures of all tables of a file for one dataflow. */
final class FigureReader {

    /** Largest number of texts that are searched for words such as girls. Ignores further texts. */
    private static final int MOST_TEXTS = 20_000;
    /** Largest number of column names in the text of the choice of all columns. Leaves out further names. */
    private static final int MOST_NAMES = 4;

    private static final String PART_BREAK = ", ";

    private final DecisionLog log;
    private final Ledger ledger;
    private final Meanings meanings;
    private final List<TableReader> tables;
    private final List<Refusal> refusals = new ArrayList<>();
    private final boolean agesAreOpen;

    /** @param ledger records the cells that are left out */
    FigureReader(Guesser.Tables all, Ledger ledger, Dataflow dataflow) {
        this.log = all.log();
        this.ledger = ledger;
        Set<String> texts = texts(all.readings());
        Counterparts counterparts = new Counterparts(texts, parts(all.readings()));
        boolean concerned = dataflow.structure().dimension("SEX").isPresent()
                && !counterparts.hasMinors()
                && AdultProof.concerns(texts);
        this.agesAreOpen = concerned && Placement.areAgesOpen(all.readings(), log, counterparts);
        this.meanings = new Meanings(all.request(), log, dataflow, ages(all.readings()), counterparts);
        this.tables = all.readings().stream()
                .map(reading -> new TableReader(
                        new Context(all, reading, meanings, isOfOtherSubject(reading), titles(reading)), all.subject()))
                .toList();
    }

    private TitleReasons titles(BlockReading reading) {
        boolean smuggling = TitleReasons.names(reading).stream()
                        .anyMatch(title -> TableWords.all().mentions("smuggling", title))
                && texts(List.of(reading)).stream()
                        .noneMatch(text -> TableWords.all().mentions("trafficking", text));
        return new TitleReasons(reading, meanings, log, smuggling);
    }

    /** Returns whether a title names another subject, and no text of the table names the subject of the dataflow. */
    private boolean isOfOtherSubject(BlockReading reading) {
        Set<String> texts = texts(List.of(reading));
        return TitleReasons.titles(reading).stream().anyMatch(meanings.reader()::isOtherSubject)
                && texts.stream().noneMatch(text -> Counterparts.namesOwnSubject(meanings.dataflow(), text));
    }

    private static List<AgeRange> ages(List<BlockReading> readings) {
        return readings.stream()
                .flatMap(reading ->
                        reading.of("AGE").stream().flatMap(column -> reading.profile(column).words().keySet().stream()))
                .flatMap(word -> AgeRange.parse(word).stream())
                .distinct()
                .toList();
    }

    /** Returns the names of sheets, the titles, the headers and the words of columns, in the order of the tables. */
    private static Set<String> texts(List<BlockReading> readings) {
        Set<String> texts = new LinkedHashSet<>();
        for (BlockReading reading : readings) {
            texts.add(reading.block().sheet().title());
            texts.addAll(reading.block().words());
            addWords(reading, texts);
        }
        return texts;
    }

    private static void addWords(BlockReading reading, Set<String> texts) {
        reading.roles().forEach((column, role) -> {
            if (role.is(Kind.LABEL) || role.is(Kind.COMPONENT)) {
                words(reading, column).stream()
                        .limit(Math.max(0, MOST_TEXTS - texts.size()))
                        .forEach(texts::add);
            }
        });
    }

    /** Returns the words of a column. If "of which" is alone in a cell, it is put before the word below. */
    private static Collection<String> words(BlockReading reading, Column column) {
        Set<String> words = reading.profile(column).words().keySet();
        if (words.stream().noneMatch(FigureReader::isOfWhich)) {
            return words;
        }
        Set<String> joined = new LinkedHashSet<>();
        String before = "";
        for (Sheet.Row row : reading.block().body()) {
            String text = row.text(column.index());
            joined.add((before + " " + text).strip());
            before = isOfWhich(text) ? text : "";
        }
        return joined;
    }

    private static boolean isOfWhich(String text) {
        return TableWords.all().kinds(text).contains("of-which");
    }

    /**
     * Returns the texts that occur only as headings directly below a word such as women: for example, girls. Returns an
     * empty set if a word such as women is itself directly below such a word.
     */
    private static Set<String> parts(List<BlockReading> readings) {
        Set<String> parts = new HashSet<>();
        Set<String> others = new HashSet<>();
        for (BlockReading reading : readings) {
            addWords(reading, others);
            for (Column column : reading.block().columns()) {
                List<String> header = column.header();
                for (int i = 0; i < header.size(); i++) {
                    (i > 0 && mayMeanAdults(header.get(i - 1)) ? parts : others).add(header.get(i));
                }
            }
        }
        boolean narrowed = parts.stream().anyMatch(FigureReader::mayMeanAdults);
        parts.removeAll(others);
        return narrowed ? Set.of() : parts;
    }

    /** Returns whether a text is a word such as women, which means adults if girls are named, too. */
    private static boolean mayMeanAdults(String text) {
        return NationalWords.all()
                .code("SEX", text)
                .filter(Counterparts::mayMeanAdults)
                .isPresent();
    }

    List<Refusal> refusals() {
        return refusals;
    }

    /** Returns the observations that no open question can change. */
    List<MappedObservation> read() {
        String measure = measure();
        List<PlacedFigure> placed = new ArrayList<>();
        boolean severalYears = tables.stream()
                        .flatMap(table -> table.ownYear().stream())
                        .distinct()
                        .count()
                > 1;
        tables.forEach(table -> placed.addAll(table.read(measure, severalYears, ledger)));
        List<Cell> several = tables.stream()
                .flatMap(table -> table.cellsWithSeveralNumbers().stream())
                .toList();
        if (!several.isEmpty()) {
            refuse("several-numbers-in-cell", several);
        }
        Assembly assembly = Assembly.of(meanings.dataflow(), placed);
        Set<String> open = openComponents();
        List<MappedObservation> certain = assembly.observations().stream()
                .filter(observation -> !agesAreOpen && !mayGrow(observation, open))
                .toList();
        assembly.repeated().forEach(cell -> ledger.leaveOut(cell, "repeated"));
        assembly.gaps().forEach(cells -> refuse("sum-with-gap", cells));
        assembly.finer().forEach(cell -> ledger.leaveOut(cell, "breakdown"));
        assembly.unused().forEach(cell -> ledger.leaveOut(cell, "sum-with-gap"));
        assembly.conflicts().forEach(cells -> refuse("duplicate-key", cells));
        return certain;
    }

    private void refuse(String rule, List<Cell> cells) {
        refusals.add(new Refusal(rule, cells.stream().map(FigureReader::address).toList()));
        cells.forEach(cell -> ledger.leaveOut(cell, rule));
    }

    /** Returns the address of a cell; empty for null, which stands for a blank cell. */
    private static String address(Cell cell) {
        return cell == null ? "" : cell.toString();
    }

    /** Returns the components with an open question about the meaning of a word. */
    private Set<String> openComponents() {
        Set<String> open = new HashSet<>();
        for (Decision decision : log.decisions()) {
            String[] parts = decision.id().split(":", 3);
            if (decision.isOpen() && parts.length == 3) {
                open.add(parts[1]);
            }
        }
        return open;
    }

    /** Returns whether an open question may add figures to the observation: it is a sum, or has the unknown code. */
    private boolean mayGrow(MappedObservation observation, Set<String> open) {
        for (String component : open) {
            String code = observation.key().get(component);
            if (code != null && (observation.sources().size() > 1 || isUnknown(component, code))) {
                return true;
            }
        }
        return false;
    }

    private boolean isUnknown(String component, String code) {
        return meanings.dataflow()
                .structure()
                .dimension(component)
                .filter(dimension -> !dimension.isTime())
                .flatMap(dimension -> dimension.codes().find(code))
                .filter(Code::isUnknown)
                .isPresent();
    }

    /** Returns the name of the measure that is read; null for all columns, empty while a question is open. */
    private String measure() {
        boolean asked = log.answers().value("measure").isPresent();
        Map<String, List<String>> measures = new LinkedHashMap<>();
        tables.forEach(table -> ValueColumn.measures(table.wanted(), table.block(), asked)
                .forEach((name, address) -> measures.computeIfAbsent(name, none -> new ArrayList<>())
                        .add(address)));
        boolean parts = measures.size() == 2 && measures.containsKey("");
        if (measures.size() < 2
                || parts
                        && !asked
                        && tables.stream().allMatch(table -> ValueColumn.areParts(table.wanted(), meanings))) {
            return measures.size() == 1 && !asked
                    ? narrowed(measures.entrySet().iterator().next())
                    : null;
        }
        List<String> named = namesOfParts();
        String others = named.stream().limit(MOST_NAMES).collect(Collectors.joining(PART_BREAK));
        List<String> names = measures.keySet().stream()
                .map(name -> name.isEmpty() ? others : name)
                .toList();
        List<String> cells = measures.values().iterator().next();
        String chosen = log.decide(Decision.of("measure", cells, names.get(0), Level.ASK, Reason.UNKNOWN)
                .withAlternatives(names));
        if (chosen == null) {
            return "";
        }
        List<String> of = List.of(chosen.split(PART_BREAK));
        boolean parted = of.size() > 1 && of.stream().anyMatch(named::contains) && !measures.containsKey(chosen);
        return chosen.isEmpty() || chosen.equals(others) || parted ? ValueColumn.PARTS : chosen;
    }

    /** Decides whether the only measure counts only some persons or cases. Returns the same as {@link #measure}. */
    private String narrowed(Map.Entry<String, List<String>> measure) {
        String reason = TitleReasons.of(measure.getKey(), measure.getValue(), meanings, log);
        return reason == null ? null : reason.equals(TableReader.OPEN) ? "" : ValueColumn.PARTS;
    }

    private List<String> namesOfParts() {
        return tables.stream()
                .flatMap(table -> ValueColumn.namesOfParts(table.wanted()).stream())
                .distinct()
                .toList();
    }
}
