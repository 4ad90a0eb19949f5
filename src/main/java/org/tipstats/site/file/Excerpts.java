package org.tipstats.site.file;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.tipstats.files.csv.MalformedFileException;
import org.tipstats.files.csv.RawRow;
import org.tipstats.files.csv.RowSource;
import org.tipstats.site.file.ReportPage.Cell;
import org.tipstats.site.file.ReportPage.Head;
import org.tipstats.site.file.ReportPage.Remark;
import org.tipstats.site.file.ReportPage.Row;
import org.tipstats.site.frame.NumberTexts;
import org.tipstats.site.frame.PageTexts;
import org.tipstats.validate.findings.Finding;
import org.tipstats.validate.findings.RuleTexts;
import org.tipstats.validate.findings.Sentences;
import org.tipstats.validate.findings.Severity;
import org.tipstats.validate.findings.SummaryGroup;
import org.tipstats.validate.forms.ReportedTable;
import org.tipstats.vocabulary.names.CellText;
import org.tipstats.vocabulary.schema.DataStructure;

/** Reads a file once and keeps each row with findings, and the row before and after it. Use an instance once. */
final class Excerpts {

    /** Puts findings into words in one language. Not thread-safe. */
    static final class FindingTexts {

        final PageTexts t;
        final NumberTexts numbers;
        final Sentences sentences;
        private final RuleTexts rules;

        FindingTexts(PageTexts t, DataStructure structure) {
            this.t = t;
            this.numbers = new NumberTexts(t);
            this.rules = RuleTexts.in(t.language());
            this.sentences = new Sentences(rules, structure);
        }

        String rule(String id) {
            String title = rules.title(id);
            return title.isEmpty() ? id : title;
        }

        /**
         * Returns a text on how to fix a cause. If all findings of the cause are alike, the text is the fix of the
         * first finding; else the text is the general remedy of the rule.
         */
        String fix(SummaryGroup group, Finding first) {
            boolean alike = group.count() == 1 || group.value() != null;
            return alike ? sentences.fix(first) : rules.remedy(group.rule());
        }

        String severity(Severity severity) {
            return t.say("filereport.severity." + severity.word());
        }

        /** Returns the column with its letter; null if the finding is not about a column. */
        String place(Finding.Column column) {
            if (column == null) {
                return null;
            }
            return column.letter() == null
                    ? column.name()
                    : t.say("filereport.place", "name", column.name(), "letter", column.letter());
        }
    }

    private final FindingTexts words;
    private final NavigableMap<Integer, List<Finding>> waiting = new TreeMap<>();
    private final List<Row> rows = new ArrayList<>();
    private List<Head> heads = List.of();
    private RawRow before;
    private boolean afterTouched;

    Excerpts(FindingTexts words, List<Finding> findings) {
        this.words = words;
        for (Finding finding : findings) {
            if (finding.line() != null) {
                waiting.computeIfAbsent(finding.line(), line -> new ArrayList<>())
                        .add(finding);
            }
        }
    }

    boolean isEmpty() {
        return waiting.isEmpty();
    }

    List<Head> heads() {
        return heads;
    }

    /**
     * Returns the rows in the order of the file. Each row with remarks links to the previous and next row with remarks.
     */
    List<Row> rows(ReportedTable file) {
        read(file);
        waiting.forEach((line, findings) -> rows.add(row(new RawRow(line, 0, new String[0]), findings)));
        List<Row> linked = new ArrayList<>();
        List<String> touched = rows.stream().filter(Row::isTouched).map(Row::id).toList();
        int place = 0;
        for (Row row : rows) {
            if (!row.isTouched()) {
                linked.add(row);
                continue;
            }
            String previous = place == 0 ? null : touched.get(place - 1);
            String next = place + 1 < touched.size() ? touched.get(place + 1) : null;
            linked.add(new Row(row.id(), row.line(), row.cells(), row.remarks(), previous, next));
            place++;
        }
        return linked;
    }

    private void read(ReportedTable file) {
        try (RowSource source = file.open()) {
            source.header().ifPresent(this::readHeader);
            while (!(waiting.isEmpty() && !afterTouched) && source.hasNext()) {
                take(source.next());
            }
        } catch (MalformedFileException e) {
            afterTouched = false;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void readHeader(RawRow header) {
        List<Head> found = new ArrayList<>();
        for (int i = 0; i < header.cells().length; i++) {
            Finding.Column column = Finding.Column.at(CellText.shorten(header.cells()[i]), i + 1);
            found.add(new Head(column.name(), column.letter()));
        }
        heads = found;
        List<Finding> about = upTo(header.line());
        if (!about.isEmpty()) {
            rows.add(row(header, about));
        }
    }

    private void take(RawRow row) {
        List<Finding> about = upTo(row.line());
        if (!about.isEmpty()) {
            if (before != null) {
                rows.add(row(before, List.of()));
            }
            rows.add(row(row, about));
            before = null;
            afterTouched = true;
        } else if (afterTouched) {
            rows.add(row(row, List.of()));
            before = null;
            afterTouched = false;
        } else {
            before = row;
        }
    }

    private List<Finding> upTo(int line) {
        NavigableMap<Integer, List<Finding>> head = waiting.headMap(line, true);
        List<Finding> found = head.values().stream().flatMap(List::stream).toList();
        head.clear();
        return found;
    }

    private Row row(RawRow raw, List<Finding> about) {
        String id = "l" + raw.line();
        List<Remark> remarks = new ArrayList<>();
        for (Finding finding : about) {
            remarks.add(remark(id + "-r" + remarks.size(), finding));
        }
        List<Cell> cells = new ArrayList<>();
        for (int i = 0; i < Math.max(raw.cells().length, heads.size()) && raw.cells().length > 0; i++) {
            cells.add(cell(raw, i, about, remarks));
        }
        return new Row(id, Integer.toString(raw.line()), cells, remarks, null, null);
    }

    private Cell cell(RawRow raw, int place, List<Finding> about, List<Remark> remarks) {
        List<Remark> own = new ArrayList<>();
        for (int i = 0; i < about.size(); i++) {
            Finding.Column column = about.get(i).column();
            if (column != null && column.number() == place + 1) {
                own.add(remarks.get(i));
            }
        }
        String text = place < raw.cells().length ? CellText.shorten(raw.received(place)) : "";
        return new Cell(
                id(raw.line(), place + 1),
                place < heads.size()
                        ? heads.get(place).name()
                        : Finding.Column.at("", place + 1).letter(),
                text,
                own.isEmpty() ? null : gravest(own),
                own.stream().map(Remark::id).collect(Collectors.joining(" ")));
    }

    static String id(int line, int column) {
        return "c" + line + "-" + column;
    }

    private static String gravest(List<Remark> remarks) {
        List<String> tones = remarks.stream().map(Remark::tone).toList();
        return tones.contains("error") ? "error" : tones.contains("warning") ? "warning" : "information";
    }

    private Remark remark(String id, Finding finding) {
        return new Remark(
                id,
                finding.severity().word(),
                words.severity(finding.severity()),
                words.place(finding.column()),
                words.sentences.message(finding),
                words.sentences.fix(finding),
                finding.suggestions().stream().map(CellText::shorten).toList(),
                finding.rule(),
                words.rule(finding.rule()));
    }
}
