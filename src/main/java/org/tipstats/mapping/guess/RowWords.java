package org.tipstats.mapping.guess;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.tipstats.mapping.grid.Sheet;
import org.tipstats.mapping.guess.TableReader.Context;
import org.tipstats.mapping.meaning.LabelReader.Label;
import org.tipstats.mapping.meaning.Series;
import org.tipstats.mapping.reading.Block.Column;
import org.tipstats.mapping.reading.ColumnRole;
import org.tipstats.mapping.reading.ColumnRole.Kind;
import org.tipstats.mapping.reading.PartOfYear;
import org.tipstats.mapping.reading.Periods;
import org.tipstats.vocabulary.names.TableWords;
import org.tipstats.vocabulary.schema.Dimension;

/** Reads the words of a row, from its columns to the titles above it. */
final class RowWords {

    private static final String TIME = "TIME_PERIOD";

    private final Context context;
    private final GuessRequest request;
    private final DecisionLog log;
    private final BlockReading reading;
    private final Sheet.Row row;
    private final Meanings meanings;
    private final Map<String, String> codes = new TreeMap<>();
    private final Map<String, String> words = new HashMap<>();
    private final Set<String> collapsed = new LinkedHashSet<>();
    private final Map<String, String> inherited = new TreeMap<>();
    private String reason;
    private final Set<String> siblings;
    private final Map<String, String> implied = new TreeMap<>();
    private final Set<String> blank = new LinkedHashSet<>();
    private boolean unknown;
    private boolean open;

    RowWords(Context context, Sheet.Row row, Set<String> siblings) {
        this.siblings = siblings;
        this.context = context;
        this.request = context.request();
        this.log = context.log();
        this.reading = context.reading();
        this.row = row;
        this.meanings = context.meanings();
    }

    RowMeaning read() {
        readColumns();
        readImplied();
        readLabels();
        Placement.addCollapsed(reading, row, collapsed);
        inherit();
        return new RowMeaning(codes, words, collapsed, inherited, reason, unknown, open);
    }

    private List<String> cell(Column column) {
        return List.of(context.address(row, column));
    }

    private void readColumns() {
        leaveOut(reading.isPartOfRegion(row) ? "repeated" : null);
        reading.of(Kind.SUBJECT)
                .forEach(column -> leaveOut(
                        TableWords.all().mentions("trafficking", row.text(column.index())) ? null : "other-subject"));
        reading.roles().forEach((column, role) -> {
            String text = row.text(column.index());
            if (reason != null) {
                return;
            }
            if (text.isEmpty() && role.is(Kind.COMPONENT) && isBreakdown(role) && reading.namesTotals(column)) {
                open = true;
            } else if (role.is("TIME_PERIOD")) {
                readPeriod(text, cell(column));
            } else if (role.is("REF_AREA")) {
                readArea(text, cell(column));
            } else if (role.is(Kind.COMPONENT)) {
                readComponent(role.component(), text, cell(column));
            }
        });
    }

    /** Returns whether a blank cell of the column usually means the total. */
    private static boolean isBreakdown(ColumnRole role) {
        return !role.is("TIME_PERIOD") && !role.is("UNIT_MEASURE") && !role.is("OBS_STATUS");
    }

    private void leaveOut(String why) {
        reason = reason == null ? why : reason;
    }

    private void readPeriod(String text, List<String> cells) {
        if (Periods.isSeveralYears(text) || TableWords.all().kinds(text).contains("total")) {
            leaveOut("several-years");
            return;
        }
        String value = text.isEmpty() ? null : RowMeaning.year(log, text, cells);
        if (value == null) {
            open |= !text.isEmpty();
        } else {
            codes.put("TIME_PERIOD", value);
        }
    }

    private void readArea(String text, List<String> cells) {
        if (request.area() == null) {
            return;
        }
        Optional<String> namesake = reading.areas().namesake(text);
        if (namesake.isPresent()) {
            readNamesake(text, reading.areas().ownerOf(text, namesake.get(), cells));
            return;
        }
        String answer =
                text.isEmpty() ? null : log.answers().value(Areas.id(text)).orElse(null);
        boolean own = answer == null
                ? reading.areas().isNational(text)
                : answer.equals(request.area().id());
        if (own) {
            words.put("REF_AREA", answer == null && Areas.isOwn(request, text) ? "" : text);
        } else if (answer == null && reading.areas().isAbroad(text)) {
            leaveOut("other-area");
        } else if (answer == null && Areas.isSubtotal(text)) {
            leaveOut("subtotal");
        } else {
            collapsed.add(RowMeaning.REGION + text);
        }
    }

    private void readNamesake(String text, String owner) {
        open |= owner == null;
        if (request.area().id().equals(owner)) {
            collapsed.add(RowMeaning.REGION + text);
        } else if (owner != null) {
            leaveOut("other-area");
        }
    }

    private void readComponent(String component, String text, List<String> cells) {
        if (component.equals("UNIT_MEASURE") || component.equals("OBS_STATUS")) {
            return;
        }
        Optional<Dimension> dimension = meanings.dimension(component);
        if (dimension.isEmpty()) {
            if (!text.isEmpty() && !TableWords.all().kinds(text).contains("total") && !text.equals("_T")) {
                leaveOut("breakdown");
            }
            return;
        }
        String word =
                meanings.isAnswered(component, text) ? text : Series.form(text).orElse(text);
        Optional<String> code = meanings.code(dimension.get(), word, cells);
        if (code.isEmpty()) {
            open = true;
        } else if (!codes.containsKey(dimension.get().id())) {
            codes.put(dimension.get().id(), code.get());
            words.put(dimension.get().id(), text);
            blank.addAll(text.isEmpty() ? Set.of(dimension.get().id()) : Set.of());
            implied.putAll(meanings.beside(dimension.get(), word));
        }
    }

    /** A word such as girls gives the age too, unless the row has an age of its own. */
    private void readImplied() {
        implied.forEach((component, code) -> {
            if (!codes.containsKey(component) || blank.contains(component)) {
                codes.put(component, code);
            }
        });
    }

    /** One of several names of a row is enough, because they are the same name in several languages. */
    private void readLabels() {
        if (reason != null) {
            return;
        }
        boolean known = reading.labels(row).isEmpty();
        boolean region = false;
        for (Column column : reading.of(Kind.LABEL)) {
            String text = row.text(column.index());
            if (!text.isEmpty()) {
                known |= readLabel(text, cell(column));
                region |= Areas.isRegion(text);
            }
        }
        unknown |= reading.isUnclear(row);
        if (!known) {
            leaveOut(region ? "region" : null);
            unknown |= !region;
        }
    }

    /** Returns whether the label is understood. */
    private boolean readLabel(String text, List<String> cells) {
        if (!meanings.isAnswered(text)) {
            leaveOut(HeaderNames.otherFigures(text).orElse(null));
            leaveOut(TableWords.all().mentions("subtotal", text) ? "subtotal" : null);
            leaveOut(meanings.isOtherSubject(text) ? "other-subject" : null);
            leaveOut(Periods.isSeveralYears(text) ? "several-years" : null);
        }
        boolean dated = readTime(text, cells);
        Label label = meanings.label(dated ? Periods.without(text) : text, cells, siblings);
        if (!label.known()) {
            return dated && Periods.without(text).isEmpty();
        }
        label.codes().forEach((component, code) -> {
            codes.putIfAbsent(component, code);
            words.putIfAbsent(component, text);
        });
        leaveOut(label.others() ? "breakdown" : null);
        return true;
    }

    /** Reads a year, or a part of one, in a label. Returns whether the label has one. */
    private boolean readTime(String text, List<String> cells) {
        Optional<String> year = Periods.within(text).or(() -> Periods.fiscal(text));
        if (year.isPresent() && !codes.containsKey(TIME)) {
            String value = Periods.fiscal(text).isPresent() ? RowMeaning.year(log, text, cells) : year.get();
            open |= value == null;
            if (value != null) {
                codes.put(TIME, value);
            }
        }
        String rest = Periods.without(text);
        Optional<String> part = PartOfYear.of(rest);
        part.ifPresent(collapsed::add);
        leaveOut(part.isEmpty() && PartOfYear.isMentioned(rest) ? "part-of-year" : null);
        return year.isPresent();
    }

    private void inherit() {
        for (Sheet.Row whole : reading.wholes(row)) {
            if (areAlike(reading.parts(whole))) {
                inherit(reading.labels(whole));
            }
        }
        inherit(reading.texts(reading.sections(row)));
        inherit(reading.of(Kind.LABEL).stream().map(Column::lowest).toList());
        inherit(reading.texts(reading.block().titles()));
        for (String text : reading.texts(reading.sections(row))) {
            Periods.within(text).ifPresent(year -> inherited.putIfAbsent(TIME, year));
            leaveOut(HeaderNames.otherFigures(text)
                    .filter(kind -> !meanings.isAnswered(text))
                    .orElse(null));
        }
    }

    /** Returns whether no parts are totals or name different components. Else their sum is a coincidence. */
    private boolean areAlike(List<Sheet.Row> parts) {
        long components = parts.stream()
                .map(part -> reading.labels(part).stream()
                        .flatMap(text -> meanings.label(text, List.of()).codes().keySet().stream())
                        .collect(Collectors.toSet()))
                .filter(names -> !names.isEmpty())
                .distinct()
                .count();
        return components <= 1 && parts.stream().noneMatch(reading::isTotal);
    }

    private void inherit(List<String> texts) {
        for (String text : texts) {
            meanings.label(text, List.of()).codes().forEach(inherited::putIfAbsent);
        }
    }
}
