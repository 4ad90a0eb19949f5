package org.tipstats.mapping.guess;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tipstats.mapping.grid.Grid;
import org.tipstats.mapping.grid.Sheet;
import org.tipstats.mapping.guess.Decision.Level;
import org.tipstats.mapping.guess.Decision.Reason;
import org.tipstats.mapping.meaning.Series;
import org.tipstats.vocabulary.names.TableWords;
import org.tipstats.vocabulary.schema.Dataflow;

/** What a file counts. It is asked, and never concluded from the name of a file or the number of an indicator. */
final class Subject {

    private static final int MOST_TEXTS = 20_000;

    private final GuessRequest request;
    private final DecisionLog log;
    private final boolean trafficking;
    private final Map<String, Integer> kinds = new LinkedHashMap<>();
    private final boolean victimSeries;
    private Dataflow whole;

    Subject(GuessRequest request, DecisionLog log, Grid grid) {
        this.request = request;
        this.log = log;
        this.whole = request.dataflow();
        boolean found = false;
        boolean series = false;
        int texts = 0;
        Map<String, Boolean> seen = new LinkedHashMap<>();
        for (Sheet sheet : grid.sheets()) {
            for (Sheet.Row row : sheet.rows()) {
                for (String cell : row.cells()) {
                    if (cell.length() > 1 && texts < MOST_TEXTS && seen.putIfAbsent(cell, true) == null) {
                        texts++;
                        found |= TableWords.all().mentions("trafficking", cell);
                        series |= Series.form(cell).isPresent();
                        count(cell);
                    }
                }
            }
        }
        this.trafficking = found || series;
        this.victimSeries = series;
    }

    private void count(String text) {
        for (String kind : List.of("victims", "cases", "persons", "convicted", "prosecuted")) {
            if (TableWords.all().mentions(kind, text)) {
                kinds.merge(kind, 1, Integer::sum);
            }
        }
    }

    /** Returns whether any text of the file speaks of trafficking in persons. */
    boolean isTrafficking() {
        return trafficking;
    }

    /** Returns the dataflows that the cell belongs to; empty if nobody has said what the file counts. */
    List<Dataflow> of(String sheet, int line, int column) {
        Answers answers = log.answers();
        if (!answers.dataflows().isEmpty()) {
            return answers.dataflows().entrySet().stream()
                    .filter(entry -> entry.getKey().contains(sheet, line, column))
                    .flatMap(entry -> entry.getValue().stream())
                    .flatMap(id -> request.schemas().dataflow(id).stream())
                    .toList();
        }
        return whole().map(List::of).orElse(List.of());
    }

    /** Returns whether the cell belongs to a dataflow, or may do so because nobody has said what the file counts. */
    boolean includes(Dataflow dataflow, String sheet, int line, int column) {
        if (log.answers().dataflows().isEmpty()) {
            return whole == null || whole.equals(dataflow);
        }
        return of(sheet, line, column).contains(dataflow);
    }

    /** Returns all dataflows that cells may belong to. */
    List<Dataflow> all() {
        Answers answers = log.answers();
        return answers.dataflows().isEmpty()
                ? whole().map(List::of).orElse(List.of())
                : answers.dataflows().values().stream()
                        .flatMap(List::stream)
                        .distinct()
                        .flatMap(id -> request.schemas().dataflow(id).stream())
                        .toList();
    }

    private Optional<Dataflow> whole() {
        if (whole != null) {
            return Optional.of(whole);
        }
        List<String> choices =
                new ArrayList<>(request.dataflows().stream().map(Dataflow::id).toList());
        String likely = likely();
        Level level = victimSeries ? Level.SURE : Level.ASK;
        Reason reason = victimSeries ? Reason.CODE : Reason.UNKNOWN;
        String value = log.decide(
                Decision.of("dataflow", List.of(), likely, level, reason).withAlternatives(choices));
        whole = value == null ? null : request.schemas().dataflow(value).orElse(null);
        return Optional.ofNullable(whole);
    }

    private String likely() {
        if (victimSeries || kinds.containsKey("victims")) {
            return "VICTIMS";
        }
        if (kinds.containsKey("cases")) {
            return "OFFENCES";
        }
        return kinds.isEmpty() ? null : "PERSONS";
    }

    /** Returns whether the figures are those of the whole country; empty while this is not known. */
    Optional<Boolean> isNational(boolean named) {
        Decision guess = named
                ? Decision.of("coverage", List.of(), "national", Level.SURE, Reason.NAME)
                : Decision.of("coverage", List.of(), "national", Level.ASK, Reason.UNKNOWN);
        String value = log.decide(guess.withAlternatives(List.of("national", "part")));
        return Optional.ofNullable(value).map("national"::equals);
    }
}
