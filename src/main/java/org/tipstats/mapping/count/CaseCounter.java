package org.tipstats.mapping.count;

import java.nio.ByteBuffer;
import java.time.LocalDate;
import java.time.Month;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.tipstats.mapping.count.CaseDates.CaseDate;
import org.tipstats.mapping.count.CaseReport.Reason;
import org.tipstats.mapping.grid.Sheet.Row;
import org.tipstats.mapping.meaning.AgeRange;
import org.tipstats.vocabulary.names.CaseWords;
import org.tipstats.vocabulary.names.CellText;
import org.tipstats.vocabulary.schema.Dimension;

/**
 * Counts the persons of a list, each person once a year. After the count, keeps no data of a row except unknown words.
 */
public final class CaseCounter {

    private static final int LAST_DAY = 31;

    private final CaseTable table;
    private final CaseRequest request;
    private final List<CaseField> fields;
    private final Map<String, CaseCodes> codes = new TreeMap<>();
    private final Map<String, CaseDates> dates = new TreeMap<>();
    private final Map<String, String> victims = new HashMap<>();
    private final SaltedHashes hashes = new SaltedHashes();
    private final Map<ByteBuffer, Case> byHash = new HashMap<>();
    private final List<Case> cases = new ArrayList<>();
    private final CaseReport report = new CaseReport();

    /** A person in a year, with the codes found in the fields. */
    record Case(String year, List<Set<String>> found) {}

    private CaseCounter(CaseTable table, CaseRequest request) {
        this.table = table;
        this.request = request;
        this.fields = CaseField.of(request.dataflow());
        CaseMapping mapping = table.mapping();
        for (CaseField field : fields) {
            codes.put(
                    field.id(),
                    new CaseCodes(field, request.area().id(), mapping.words().getOrDefault(field.id(), Map.of())));
        }
        victims.putAll(CaseWords.codes(CaseMapping.VICTIM, null));
        mapping.words()
                .getOrDefault(CaseMapping.VICTIM, Map.of())
                .forEach((word, code) -> victims.put(CellText.fold(word), code));
        for (String role : List.of(CaseMapping.DATE, CaseMapping.BIRTH_DATE)) {
            dates.put(role, new CaseDates());
        }
    }

    /**
     * Counts a list: all totals and all breakdowns of the dataflow. A dimension without a column has only its total.
     *
     * @throws CaseListException if the list has no column for a dimension that every person needs, or if neither a
     *     column nor the request gives the year
     */
    public static CaseCounts count(CaseTable table, CaseRequest request) {
        return new CaseCounter(table, request).count();
    }

    private CaseCounts count() {
        fields.stream()
                .filter(field -> field.isNeeded() && !table.has(field.id()))
                .findFirst()
                .ifPresent(field -> {
                    throw new CaseListException(
                            "A list for " + request.dataflow().id() + " needs a column for " + field.id() + ".");
                });
        if (request.year() == null && !table.has(CaseMapping.DATE) && !table.has(CaseMapping.YEAR)) {
            throw new CaseListException("The list needs a column for DATE or YEAR, or the year of all its rows.");
        }
        for (Row row : table.rows()) {
            dates.forEach((role, column) -> table.cells(row, role).forEach(column::watch));
            codes.forEach((field, words) -> table.cells(row, field).forEach(words::watch));
        }
        table.rows().forEach(this::add);
        boolean ages = table.has(CaseMapping.BIRTH_DATE) && fields.stream().anyMatch(CaseField::isAge);
        if (ages && dates.values().stream().anyMatch(CaseDates::isAssumed)) {
            report.assumeDayFirst();
        }
        return CaseCounts.of(request, table, fields, cases, report);
    }

    private void add(Row row) {
        report.row();
        Reason reason = refuse(row);
        if (reason != null) {
            report.leftOut(reason);
            return;
        }
        CaseDate date = date(row);
        String year = date == null ? request.year() : Integer.toString(date.year());
        List<Set<String>> found = new ArrayList<>();
        for (CaseField field : fields) {
            found.add(field.isAge() ? ages(field, row, date, year) : codes(field, row));
        }
        boolean total = false;
        boolean lacking = false;
        for (int i = 0; i < fields.size(); i++) {
            total |= fields.get(i).unknown() != null
                    && found.get(i).contains(fields.get(i).total());
            lacking |= fields.get(i).isNeeded() && found.get(i).isEmpty();
        }
        if (total || lacking) {
            report.leftOut(total ? Reason.NO_PERSON : Reason.NO_CODE);
            return;
        }
        place(row, new Case(year, found));
    }

    /** Returns the reason why the row is not used; null if there is none. Does not check the codes of the row. */
    private Reason refuse(Row row) {
        List<String> persons = table.cells(row, CaseMapping.PERSON);
        if (table.describing(row).stream().allMatch(CaseText::isBlank)
                || persons.stream().anyMatch(CaseText::isTotal)) {
            return Reason.NO_PERSON;
        }
        boolean no = table.cells(row, CaseMapping.VICTIM).stream()
                .anyMatch(cell -> "N".equals(victims.get(CellText.fold(cell))));
        if (no) {
            return Reason.NO_VICTIM;
        }
        CaseDate date = date(row);
        boolean dated = table.has(CaseMapping.DATE) || table.has(CaseMapping.YEAR);
        Dimension time = request.dataflow().structure().time();
        if (dated && (date == null || time.positionOf(Integer.toString(date.year())) < 0)) {
            return Reason.NO_YEAR;
        }
        boolean other =
                date != null && request.year() != null && !request.year().equals(Integer.toString(date.year()));
        return other ? Reason.OTHER_YEAR : null;
    }

    /** Returns the date of a row, or only its year; null if the row has neither. A column of years decides the year. */
    private CaseDate date(Row row) {
        CaseDate day = read(row, CaseMapping.DATE, dates.get(CaseMapping.DATE));
        CaseDate year = read(row, CaseMapping.YEAR, new CaseDates());
        if (year == null) {
            return day;
        }
        return day != null && day.year() == year.year() ? day : new CaseDate(year.year(), null);
    }

    private CaseDate read(Row row, String role, CaseDates column) {
        return table.cells(row, role).stream()
                .flatMap(cell -> column.read(cell).stream())
                .findFirst()
                .orElse(null);
    }

    private Set<String> codes(CaseField field, Row row) {
        Set<String> found = new LinkedHashSet<>();
        for (String cell : table.cells(row, field.id())) {
            add(field, cell, found);
        }
        return found;
    }

    private void add(CaseField field, String cell, Set<String> found) {
        CaseCodes words = codes.get(field.id());
        if (words.isBlank(cell)) {
            return;
        }
        report.filled(field.id());
        boolean whole = words.code(cell) != null || !field.isList();
        for (String part : whole ? List.of(cell) : CaseText.parts(cell)) {
            boolean known = words.code(part) != null || !field.isList();
            for (String word : known ? List.of(part) : CaseText.smallParts(part)) {
                String code = words.code(word);
                if (code != null) {
                    found.add(code);
                } else if (!words.isBlank(word)) {
                    report.unknown(field.id(), word);
                }
            }
        }
    }

    private Set<String> ages(CaseField field, Row row, CaseDate date, String year) {
        Set<String> found = new LinkedHashSet<>();
        for (String cell : table.cells(row, CaseMapping.BIRTH_DATE)) {
            CaseDate birth = dates.get(CaseMapping.BIRTH_DATE).read(cell).orElse(null);
            String code = birth == null ? null : codeOf(field, age(birth, date, year));
            if (code != null) {
                found.add(code);
            } else if (!CaseText.isBlank(cell)) {
                report.unreadable(CaseMapping.BIRTH_DATE);
            }
        }
        return found.isEmpty() ? codes(field, row) : found;
    }

    private String codeOf(CaseField field, int age) {
        return age < 0
                ? null
                : codes.get(field.id()).ofAge(new AgeRange(age, age)).orElse(null);
    }

    /**
     * Returns the age in completed years on the date of the row, or on 31 December; the difference of the years if only
     * the year of birth is known. Negative if the birth is later.
     */
    private int age(CaseDate birth, CaseDate date, String year) {
        LocalDate end = LocalDate.of(Integer.parseInt(year), Month.DECEMBER, LAST_DAY);
        boolean onDay = !table.mapping().yearEnd() && date != null && date.day() != null;
        LocalDate reference = onDay ? date.day() : end;
        if (birth.day() == null) {
            return reference.getYear() - birth.year();
        }
        return birth.day().isAfter(reference) ? -1 : (int) ChronoUnit.YEARS.between(birth.day(), reference);
    }

    /** Adds a row to the person of an earlier row with the same year and identifiers, or to a new person. */
    private void place(Row row, Case found) {
        List<String> identifiers = table.cells(row, CaseMapping.PERSON);
        if (identifiers.stream().allMatch(CaseText::isBlank)) {
            report.withoutIdentifier();
            cases.add(found);
            return;
        }
        StringBuilder identifier = new StringBuilder(found.year());
        identifiers.forEach(
                part -> identifier.append('\u001F').append(CaseText.plain(part).toLowerCase(Locale.ROOT)));
        Case earlier = byHash.putIfAbsent(hashes.of(identifier.toString()), found);
        if (earlier == null) {
            cases.add(found);
            return;
        }
        report.leftOut(Reason.SAME_PERSON);
        for (int i = 0; i < fields.size(); i++) {
            earlier.found().get(i).addAll(found.found().get(i));
        }
    }
}
