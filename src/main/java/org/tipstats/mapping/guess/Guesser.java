package org.tipstats.mapping.guess;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.tipstats.mapping.grid.Grid;
import org.tipstats.mapping.grid.Sheet;
import org.tipstats.mapping.guess.Decision.Level;
import org.tipstats.mapping.guess.Decision.Reason;
import org.tipstats.mapping.guess.Guess.AnswerFault;
import org.tipstats.mapping.guess.Guess.Refusal;
import org.tipstats.mapping.guess.Guess.Table;
import org.tipstats.mapping.meaning.MappedObservation;
import org.tipstats.mapping.reading.Block;
import org.tipstats.mapping.reading.Block.Column;
import org.tipstats.mapping.reading.ColumnRole.Kind;
import org.tipstats.mapping.reading.FileTables;
import org.tipstats.mapping.reading.Ledger;
import org.tipstats.vocabulary.schema.Dataflow;

/** Guesses what the tables of a file mean. */
public final class Guesser {

    /** The reasons for which a figure is left out because it is not a count. */
    private static final Set<String> RATES = Set.of("rate", "percent");

    private final GuessRequest request;
    private final DecisionLog log;
    private final Ledger ledger;
    private final Subject subject;
    private final FileTables tables;
    private final List<BlockReading> readings = new ArrayList<>();
    private final List<MappedObservation> observations = new ArrayList<>();
    private final List<Refusal> refusals = new ArrayList<>();

    /** All tables of a file, with the objects that decide about them. */
    record Tables(GuessRequest request, DecisionLog log, Subject subject, List<BlockReading> readings) {}

    private Guesser(Grid grid, FileTables tables, GuessRequest request) {
        this.tables = tables;
        this.request = request;
        this.log = new DecisionLog(request.answers(), request.saved());
        this.ledger = new Ledger(tables.sheets());
        this.subject = new Subject(request, log, grid);
    }

    /** Returns the meaning of a file, as far as its words and the answers give it. */
    public static Guess guess(Grid grid, GuessRequest request) {
        return guess(grid, FileTables.of(grid, request.answers().values()), request);
    }

    /** Returns the meaning of a file whose tables were already found. */
    public static Guess guess(Grid grid, FileTables found, GuessRequest request) {
        FileTables all = found.with(request.answers().values());
        Guesser guesser = new Guesser(grid, all, request.in(all));
        guesser.run();
        List<Table> tables = guesser.readings.stream()
                .map(reading -> new Table(reading.block().range(), guesser.dataflows(reading)))
                .toList();
        List<Decision> decisions = new ArrayList<>(Decision.of(guesser.tables));
        decisions.addAll(guesser.log.decisions());
        List<AnswerFault> faults = guesser.tables.faults().stream()
                .map(each ->
                        new AnswerFault(each.id(), each.value(), each.wrong().word(), each.sheet()))
                .toList();
        return new Guess(tables, decisions, guesser.observations, guesser.ledger, guesser.refusals, faults);
    }

    private List<String> dataflows(BlockReading reading) {
        if (request.answers().dataflows().isEmpty()) {
            List<Dataflow> all = reading.values().isEmpty() ? List.of() : subject.all();
            return all.stream().map(Dataflow::id).toList();
        }
        Set<String> ids = reading.block().body().stream()
                .flatMap(row -> reading.values().stream()
                        .flatMap(column ->
                                subject.of(reading.block().sheet().name(), row.line(), column.index()).stream()))
                .map(Dataflow::id)
                .collect(Collectors.toCollection(TreeSet::new));
        return List.copyOf(ids);
    }

    private void run() {
        tables.blocks().forEach(block -> readings.add(new BlockReading(request, log, block)));
        leaveOutOutside();
        leaveOutLabels();
        List<Dataflow> dataflows = subject.all();
        if (dataflows.isEmpty() && !subject.isTrafficking()) {
            refuse("subject-unknown", "subject-unknown");
        }
        boolean counts = isCounts();
        if (!counts && refusals.isEmpty()) {
            refuse("rate-not-count", "rate");
        }
        // Rates are not submitted, so it does not matter which area they cover.
        if (!counts && request.answers().value("coverage").isEmpty()) {
            return;
        }
        Optional<Boolean> national = subject.isNational(readings);
        if (national.filter(whole -> !whole).isPresent()) {
            refuse("not-national", "not-national");
        } else if (counts) {
            readFigures(dataflows, national.isPresent());
        }
    }

    private void readFigures(List<Dataflow> dataflows, boolean national) {
        boolean known = !dataflows.isEmpty() && national && refusals.isEmpty() && areKnown("unit", "column");
        Tables tables = new Tables(request, log, subject, readings);
        for (Dataflow dataflow : dataflows.isEmpty() ? provisional() : dataflows) {
            FigureReader reader = new FigureReader(tables, ledger, dataflow);
            List<MappedObservation> found = reader.read();
            refusals.addAll(reader.refusals());
            if (known) {
                observations.addAll(found);
            }
        }
        if (log.hasTooManyQuestions()) {
            observations.clear();
            refusals.add(new Refusal("unknown-word", List.of()));
            log.askForColumns(readings.stream()
                    .flatMap(reading -> reading.columnsOfWords().stream())
                    .collect(Collectors.toCollection(TreeSet::new)));
        }
        observations.forEach(observation -> observation.sources().forEach(ledger::use));
        refuseOpenMarks();
        if (known && log.decisions().stream().noneMatch(Decision::isOpen)) {
            refuseUnused();
        }
    }

    /**
     * Refuses a file that has only rates, a file without figures, and numbers that are not understood. Call this only if
     * no question is open.
     */
    private void refuseUnused() {
        if (observations.isEmpty() && !ledger.leftOut(RATES::contains).isEmpty()) {
            refusals.add(new Refusal("rate-not-count", List.of()));
        }
        ledger.notUnderstood().stream()
                .collect(Collectors.partitioningBy(new Grid(tables.sheets())::hasFormula))
                .values()
                .stream()
                .filter(cells -> !cells.isEmpty())
                .forEach(cells -> refusals.add(new Refusal("figure-not-used", cells)));
        boolean explained = !refusals.isEmpty()
                || !ledger.leftOut(reason -> !"label".equals(reason)).isEmpty();
        if (observations.isEmpty() && !explained) {
            refusals.add(new Refusal("empty-file", List.of()));
        }
    }

    private void refuseOpenMarks() {
        log.decisions().stream()
                .filter(decision -> decision.isOpen() && decision.kind().equals("marker"))
                .forEach(decision -> refusals.add(new Refusal("ambiguous-marker", decision.cells())));
    }

    /** Returns the likely dataflow, to ask about its words before the submitter says what is counted. */
    private List<Dataflow> provisional() {
        String likely = log.decisions().stream()
                .filter(decision -> decision.id().equals("dataflow"))
                .flatMap(decision -> decision.alternatives().stream())
                .findFirst()
                .orElse("VICTIMS");
        return request.schemas().dataflow(likely).stream().toList();
    }

    private void refuse(String rule, String reason) {
        refusals.add(new Refusal(rule, List.of()));
        for (BlockReading reading : readings) {
            for (Column column : reading.values()) {
                reading.block()
                        .body()
                        .forEach(row -> ledger.leaveOut(reading.block().sheet(), row.line(), column.index(), reason));
            }
        }
    }

    /** Leaves out the cells that were found in a table, but are in no table after the answers change the tables. */
    private void leaveOutOutside() {
        for (Block found : tables.replaced()) {
            List<Sheet.Row> rows = new ArrayList<>(found.header());
            rows.addAll(found.body());
            for (Sheet.Row row : rows) {
                for (int i = 0; i < row.cells().length; i++) {
                    if (!row.text(i).isEmpty() && !isInTable(found.sheet(), row.line(), i)) {
                        ledger.leaveOut(found.sheet(), row.line(), i, "outside");
                    }
                }
            }
        }
    }

    private boolean isInTable(Sheet sheet, int line, int column) {
        return tables.placed().stream().anyMatch(range -> range.contains(sheet.name(), line, column));
    }

    private void leaveOutLabels() {
        for (BlockReading reading : readings) {
            Sheet sheet = reading.block().sheet();
            List<Sheet.Row> outside = new ArrayList<>(reading.block().titles());
            outside.addAll(reading.block().header());
            for (Sheet.Row row : outside) {
                for (int i = 0; i < row.cells().length; i++) {
                    // A cell of another table in the same row is blank here.
                    if (!row.text(i).isEmpty()) {
                        ledger.leaveOut(sheet, row.line(), i, "label");
                    }
                }
            }
            reading.roles().forEach((column, role) -> {
                if (!role.is(Kind.VALUE)) {
                    String reason = role.reason() == null ? "label" : role.reason();
                    reading.block().body().forEach(row -> ledger.leaveOut(sheet, row.line(), column.index(), reason));
                }
            });
        }
    }

    /** Decides whether the tables have counts, not only rates. */
    private boolean isCounts() {
        List<Optional<String>> evidence = new ArrayList<>();
        boolean proved = false;
        for (BlockReading table : Subject.counted(readings)) {
            Optional<String> named = table.units().evidence();
            boolean adds = named.isEmpty() && Subject.isProvedByRegions(table);
            evidence.add(adds ? Optional.of(Units.NUMBER) : named);
            proved |= adds;
        }
        boolean rates =
                evidence.isEmpty() ? readings.stream().anyMatch(Guesser::hasRates) : areAll(Units.RATE, evidence);
        boolean numbers = !evidence.isEmpty() && areAll(Units.NUMBER, evidence);
        Decision guess = rates
                ? Decision.of("unit", List.of(), Units.RATE, Level.SURE, Reason.FIGURES)
                : Decision.of(
                        "unit",
                        List.of(),
                        Units.NUMBER,
                        numbers ? Level.SURE : Level.ASK,
                        numbers && proved ? Reason.FIGURES : Reason.NAME);
        String unit = log.decide(guess.withAlternatives(List.of(Units.NUMBER, Units.RATE)));
        return !rates && !Units.RATE.equals(unit);
    }

    private static boolean areAll(String unit, List<Optional<String>> evidence) {
        return evidence.stream().allMatch(each -> each.filter(unit::equals).isPresent());
    }

    private static boolean hasRates(BlockReading table) {
        return table.roles().values().stream()
                .anyMatch(role -> "rate".equals(role.reason()) || "percent".equals(role.reason()));
    }

    /** Returns whether no decision of these kinds is open. */
    private boolean areKnown(String... kinds) {
        return log.decisions().stream()
                .noneMatch(decision -> decision.isOpen() && List.of(kinds).contains(decision.kind()));
    }
}
