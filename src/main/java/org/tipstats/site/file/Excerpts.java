package org.tipstats.site.file;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.tipstats.files.csv.MalformedFileException;
import org.tipstats.files.csv.RawRow;
import org.tipstats.files.csv.RowSource;
import org.tipstats.site.file.ReportPage.Cell;
import org.tipstats.site.file.ReportPage.Remark;
import org.tipstats.site.file.ReportPage.Row;
import org.tipstats.validate.findings.Finding;
import org.tipstats.validate.findings.Sentences;
import org.tipstats.validate.row.ReceivedTable;
import org.tipstats.vocabulary.names.CellText;

/**
 * Selects the rows of a file to show with a report: each row with findings, and the row before it and the row after it.
 * For findings about the header, selects only the header. Use an instance only once.
 */
final class Excerpts {

    private final Sentences sentences;
    private final NavigableMap<Integer, List<Finding>> waiting = new TreeMap<>();
    private final List<Row> rows = new ArrayList<>();
    private List<Finding.Column> heads = List.of();
    private RawRow before;
    private boolean afterTouched;

    Excerpts(Sentences sentences, List<Finding> findings) {
        this.sentences = sentences;
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

    List<Finding.Column> heads() {
        return heads;
    }

    /**
     * Returns the rows in the order of the file. Each row with remarks links to the previous and next row with remarks.
     */
    List<Row> rows(ReceivedTable file) {
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
            linked.add(new Row(row.line(), row.cells(), row.remarks(), previous, next));
            place++;
        }
        return linked;
    }

    private void read(ReceivedTable file) {
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
        List<Finding.Column> found = new ArrayList<>();
        for (int i = 0; i < header.cells().length; i++) {
            found.add(Finding.Column.at(CellText.shorten(header.cells()[i]), i + 1));
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
        List<Remark> remarks = new ArrayList<>();
        for (Finding finding : about) {
            remarks.add(remark("l" + raw.line() + "-r" + remarks.size(), finding));
        }
        List<Cell> cells = new ArrayList<>();
        for (int i = 0; i < Math.max(raw.cells().length, heads.size()) && raw.cells().length > 0; i++) {
            cells.add(cell(raw, i, about, remarks));
        }
        return new Row(raw.line(), cells, remarks, null, null);
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
        return remarks.stream()
                .map(remark -> remark.finding().severity())
                .min(Comparator.naturalOrder())
                .orElseThrow()
                .word();
    }

    private Remark remark(String id, Finding finding) {
        return new Remark(
                id,
                finding,
                sentences.message(finding),
                sentences.fix(finding),
                finding.suggestions().stream().map(CellText::shorten).toList());
    }
}
