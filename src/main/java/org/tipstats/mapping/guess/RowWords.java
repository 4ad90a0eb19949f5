package org.tipstats.mapping.guess;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.tipstats.mapping.grid.Cell;
import org.tipstats.mapping.grid.Sheet;
import org.tipstats.mapping.guess.Meanings.Word;
import org.tipstats.mapping.guess.RowMeaning.Context;
import org.tipstats.mapping.meaning.HeaderNames;
import org.tipstats.mapping.meaning.KeyDraft;
import org.tipstats.mapping.meaning.LabelReader.Label;
import org.tipstats.mapping.reading.Block.Column;
import org.tipstats.mapping.reading.ColumnRole.Kind;
import org.tipstats.mapping.reading.PartOfYear;
import org.tipstats.mapping.reading.Periods;
import org.tipstats.vocabulary.names.TableWords;

/** Reads the words of a row, from its columns to the titles above it. */
final class RowWords {

    private static final String TIME = "TIME_PERIOD";

    private final Context context;
    private final DecisionLog log;
    private final BlockReading reading;
    private final Sheet.Row row;
    private final Meanings meanings;
    private final KeyDraft named;
    private final RowMeaning above;
    private final Set<String> collapsed = new LinkedHashSet<>(0);
    private final Map<String, String> implied = new TreeMap<>();
    private final Set<String> blank = new HashSet<>(0);
    private String reason;
    private boolean unknown;
    private boolean open;

    RowWords(Context context, Sheet.Row row, RowMeaning above) {
        this.above = above;
        this.named = new KeyDraft(context.meanings().dimensions());
        this.context = context;
        this.log = context.log();
        this.reading = context.reading();
        this.row = row;
        this.meanings = context.meanings();
    }

    RowMeaning read() {
        readColumns();
        readImplied();
        readLabels();
        leaveOut(context.titles().ofTable());
        leaveOut(RowMeaning.isOfOtherSubject(context, row) ? "other-subject" : null);
        Placement.addCollapsed(reading, row, collapsed);
        return new RowMeaning(named, collapsed, inherited(), reason, unknown, open);
    }

    private Cell cell(Column column) {
        return context.cell(row, column);
    }

    private void readColumns() {
        leaveOut(reading.isPartOfRegion(row) ? "repeated" : null);
        reading.of(Kind.SUBJECT)
                .forEach(column -> leaveOut(
                        TableWords.all().mentions("trafficking", row.text(column.index())) ? null : "other-subject"));
        reading.roles().forEach((column, role) -> {
            if (reason != null || !role.is(Kind.COMPONENT) || isUnitOrAttribute(role.component())) {
                return;
            }
            String text = row.text(column.index());
            if (text.isEmpty() && !role.is(TIME) && reading.namesTotals(column)) {
                open = true;
            } else if (role.is(TIME)) {
                readPeriod(text, cell(column));
            } else if (role.is("REF_AREA")) {
                readArea(text, cell(column));
            } else {
                readComponent(role.component(), text, cell(column));
            }
        });
    }

    private boolean isUnitOrAttribute(String component) {
        return component.equals("UNIT_MEASURE")
                || meanings.dataflow().structure().attribute(component).isPresent();
    }

    private void leaveOut(String why) {
        reason = reason == null ? why : reason;
    }

    private void readPeriod(String text, Cell cell) {
        leaveOut(PartOfYear.isLimited(text, context.marks()) ? "part-of-year" : null);
        Optional<String> plain = meanings.year(text);
        if (plain.isPresent()) {
            named.put(TIME, plain.get());
            return;
        }
        if (Periods.isSeveralYears(text) || TableWords.all().kinds(text).contains("total")) {
            leaveOut("several-years");
            return;
        }
        String value = text.isEmpty() ? null : RowMeaning.year(log, text, cell);
        if (value == null) {
            open |= !text.isEmpty();
        } else {
            named.put(TIME, value);
        }
    }

    private void readArea(String text, Cell cell) {
        if (context.request().area() == null) {
            return;
        }
        Optional<String> namesake = reading.areas().namesake(text);
        if (namesake.isPresent()) {
            readNamesake(text, reading.areas().ownerOf(text, namesake.get(), List.of(cell.toString())));
            return;
        }
        String answer =
                text.isEmpty() ? null : log.answers().value(Areas.id(text)).orElse(null);
        boolean own = answer == null
                ? reading.areas().isNational(text)
                : answer.equals(context.request().area().id());
        if (own) {
            named.putWordIfAbsent("REF_AREA", answer == null && Areas.isOwn(context.request(), text) ? "" : text);
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
        if (context.request().area().id().equals(owner)) {
            collapsed.add(RowMeaning.REGION + text);
        } else if (owner != null) {
            leaveOut("other-area");
        }
    }

    private void readComponent(String component, String text, Cell cell) {
        Word word = meanings.word(component, text, cell);
        if (word.dimension() == null) {
            if (!text.isEmpty() && !TableWords.all().kinds(text).contains("total") && !text.equals("_T")) {
                leaveOut("breakdown");
            }
            return;
        }
        if (word.code() == null) {
            open = true;
        } else if (!named.has(word.dimension())) {
            named.put(word.dimension(), word.code(), text);
            implied.putAll(word.beside());
            if (text.isEmpty()) {
                blank.add(word.dimension());
            }
        }
    }

    /** Adds the age that a word such as girls implies, unless the row has an age of its own. */
    private void readImplied() {
        implied.forEach((component, code) -> {
            if (!named.has(component) || blank.contains(component)) {
                named.put(component, code);
            }
        });
    }

    /** Reads the names of a row. One known name is enough, because the others may be the same in other languages. */
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
    private boolean readLabel(String text, Cell cell) {
        if (!meanings.isAnswered(text)) {
            leaveOut(HeaderNames.otherFigures(text).orElse(null));
            leaveOut(TableWords.all().mentions("subtotal", text) ? "subtotal" : null);
            leaveOut(above != null && TableWords.all().begins("of-which", text) ? above.reason() : null);
            leaveOut(Periods.isSeveralYears(text) ? "several-years" : null);
        }
        boolean dated = readTime(text, cell);
        String rest = dated ? Periods.without(text) : text;
        Label label = meanings.label(rest, cell, above == null ? null : above.named());
        if (!label.known()) {
            return dated && (rest.isEmpty() || TableWords.all().kinds(rest).contains("fiscal"));
        }
        label.codes().forEach((component, code) -> {
            named.putIfAbsent(component, code);
            named.putWordIfAbsent(component, text);
        });
        leaveOut(label.others() ? "breakdown" : null);
        return true;
    }

    /** Reads a year, or a part of a year, in a label. Returns whether the label has a year. */
    private boolean readTime(String text, Cell cell) {
        Optional<String> year = Periods.within(text).or(() -> Periods.fiscal(text));
        if (year.isPresent() && !named.has(TIME)) {
            String value = Periods.hasFiscal(text) ? RowMeaning.year(log, text, cell) : year.get();
            open |= value == null;
            Optional.ofNullable(value).ifPresent(known -> named.put(TIME, known));
        }
        String rest = Periods.without(text);
        Optional<String> part = PartOfYear.of(rest);
        part.ifPresent(collapsed::add);
        leaveOut(part.isEmpty() && PartOfYear.isMentioned(rest) ? "part-of-year" : null);
        return year.isPresent();
    }

    private KeyDraft inherited() {
        List<Sheet.Row> wholes = reading.wholes(row);
        if (wholes.isEmpty() && reading.sections(row).isEmpty()) {
            return meanings.titles(reading);
        }
        List<String> names = new ArrayList<>();
        wholes.stream()
                .filter(whole -> areAlike(reading.parts(whole)))
                .forEach(whole -> names.addAll(reading.labels(whole)));
        List<String> sections = reading.texts(reading.sections(row));
        names.addAll(sections);
        KeyDraft inherited = new KeyDraft(meanings.dimensions());
        meanings.addLabels(names, inherited);
        names.forEach(text -> Periods.within(text).ifPresent(year -> inherited.putIfAbsent(TIME, year)));
        inherited.fill(meanings.titles(reading));
        leaveOut(context.titles().ofSections(sections));
        for (String text : sections) {
            leaveOut(
                    meanings.isAnswered(text)
                            ? null
                            : HeaderNames.otherFigures(text).orElse(null));
        }
        return inherited;
    }

    /** Returns whether a sum is no coincidence: no part is a total, and all known parts name the same components. */
    private boolean areAlike(List<Sheet.Row> parts) {
        long components = parts.stream()
                .map(part -> reading.labels(part).stream()
                        .flatMap(text -> meanings.label(text).codes().keySet().stream())
                        .collect(Collectors.toSet()))
                .filter(names -> !names.isEmpty())
                .distinct()
                .count();
        return components <= 1 && parts.stream().noneMatch(reading::isTotal);
    }
}
