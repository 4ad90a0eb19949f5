package org.tipstats.validate.row;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.tipstats.files.csv.RawRow;
import org.tipstats.validate.findings.Finding;
import org.tipstats.validate.row.LayoutColumn.Kind;
import org.tipstats.vocabulary.names.CellText;
import org.tipstats.vocabulary.schema.DataStructure;
import org.tipstats.vocabulary.schema.DataStructure.Attribute;
import org.tipstats.vocabulary.schema.Dataflow;
import org.tipstats.vocabulary.schema.Dimension;

/**
 * The parsed header of a file. Columns may be in any order. The header names each column by its component id. Case and
 * surrounding blanks are ignored; blanks and hyphens within an id are read as underscores. Columns of SDMX-CSV 1.0, 2.0
 * and 2.1, and columns that a report adds, are also recognised.
 */
public final class Layout {

    /** The columns that a report adds to a file. */
    public static final List<String> REPORT_COLUMNS = List.of("_line", "_severity", "_messages");

    private static final Map<String, Kind> SPECIAL = Map.ofEntries(
            Map.entry("DATAFLOW", Kind.DATAFLOW),
            Map.entry("STRUCTURE", Kind.STRUCTURE),
            Map.entry("STRUCTURE_ID", Kind.STRUCTURE_ID),
            Map.entry("STRUCTURE_NAME", Kind.IGNORED),
            Map.entry("SERIES_KEY", Kind.IGNORED),
            Map.entry("OBS_KEY", Kind.IGNORED),
            Map.entry("ACTION", Kind.ACTION),
            Map.entry("_LINE", Kind.IGNORED),
            Map.entry("_SEVERITY", Kind.IGNORED),
            Map.entry("_MESSAGES", Kind.IGNORED));
    private static final Set<Kind> WITHOUT_SPELLING_CHECK = EnumSet.of(Kind.IGNORED, Kind.UNKNOWN, Kind.DOUBLED);
    private static final String MESSAGES = REPORT_COLUMNS.get(2);
    /** The text between an id and its name in SDMX-CSV. */
    static final String LABEL = ": ";

    private static final Pattern SUB_FIELDS = Pattern.compile("\\[.?]$");
    private static final Pattern GAP = Pattern.compile("(?<=[A-Z0-9])[ \u00A0_-]+(?=[A-Z0-9])");

    private final int line;
    private final List<LayoutColumn> columns;
    private final Set<String> named;
    private final boolean published;

    private Layout(int line, List<LayoutColumn> columns, Set<String> named, boolean published) {
        this.line = line;
        this.columns = List.copyOf(columns);
        this.named = named;
        this.published = published;
    }

    public static Layout of(RawRow header, Dataflow dataflow) {
        Set<String> named = new HashSet<>();
        List<LayoutColumn> columns = new ArrayList<>();
        for (int i = 0; i < width(header.cells()); i++) {
            columns.add(column(i, header.cells()[i], dataflow.structure(), named));
        }
        List<String> publishedOnly = dataflow.structure().attributes().stream()
                .filter(Attribute::publishedOnly)
                .map(Attribute::id)
                .toList();
        boolean published = !publishedOnly.isEmpty() && named.containsAll(publishedOnly);
        if (published) {
            ignoreLabels(columns);
        }
        return new Layout(header.line(), columns, named, published);
    }

    /** Returns the number of columns. Empty cells at the end of a header are not columns. */
    public static int width(String[] cells) {
        int width = cells.length;
        while (width > 0 && CellText.isBlank(cells[width - 1])) {
            width--;
        }
        return width;
    }

    /** Ignores a column of names if the column before it has the codes of these names. */
    private static void ignoreLabels(List<LayoutColumn> columns) {
        for (int i = 1; i < columns.size(); i++) {
            LayoutColumn column = columns.get(i);
            boolean free = column.kind() == Kind.UNKNOWN || column.kind() == Kind.DOUBLED;
            if (free && columns.get(i - 1).isNamed(column.header())) {
                columns.set(i, column.ignored());
            }
        }
    }

    private static LayoutColumn column(int index, String header, DataStructure structure, Set<String> named) {
        String id = id(header, structure.componentIds());
        Dimension dimension = structure.dimension(id).orElse(null);
        Attribute attribute = structure.attribute(id).orElse(null);
        Kind kind = kind(id, dimension, attribute, structure);
        if (kind != Kind.UNKNOWN && !named.add(id) && kind != Kind.IGNORED) {
            kind = Kind.DOUBLED;
        }
        String name = kind == Kind.UNKNOWN || REPORT_COLUMNS.contains(header) ? CellText.shorten(header) : id;
        return new LayoutColumn(index, header, kind, dimension, attribute, Finding.Column.at(name, index + 1));
    }

    private static Kind kind(String id, Dimension dimension, Attribute attribute, DataStructure structure) {
        if (dimension != null) {
            return Kind.DIMENSION;
        }
        if (attribute != null) {
            return attribute.publishedOnly() ? Kind.IGNORED : Kind.ATTRIBUTE;
        }
        return id.equals(structure.measure().id()) ? Kind.VALUE : SPECIAL.getOrDefault(id, Kind.UNKNOWN);
    }

    /**
     * Returns the id that a header means. If the header means no id, the result is a text that is not the id of any
     * column.
     */
    private static String id(String header, Collection<String> components) {
        String labelled = CellText.strip(header).toUpperCase(Locale.ROOT);
        int colon = labelled.indexOf(LABEL);
        String text = colon > 0 && components.contains(labelled.substring(0, colon))
                ? labelled.substring(0, colon)
                : labelled;
        String id = SUB_FIELDS.matcher(text).replaceAll("");
        boolean known = components.contains(id) || SPECIAL.containsKey(id);
        return known ? id : GAP.matcher(id).replaceAll("_");
    }

    /** Returns a predicate that tests whether a text names a column that files of the dataflow may have. */
    static Predicate<String> names(Dataflow dataflow) {
        Set<String> ids = new HashSet<>(dataflow.structure().componentIds());
        ids.addAll(SPECIAL.keySet());
        return header -> ids.contains(id(header, ids));
    }

    public int line() {
        return line;
    }

    public List<LayoutColumn> columns() {
        return columns;
    }

    /** Returns the number of cells that a row must have. */
    public int width() {
        return columns.size();
    }

    /** Returns whether the file has all columns that only data published by this service has. */
    boolean isPublished() {
        return published;
    }

    boolean isRecognised() {
        return !named.isEmpty();
    }

    public boolean has(String id) {
        return named.contains(id);
    }

    public Optional<LayoutColumn> column(Kind kind) {
        for (LayoutColumn column : columns) {
            if (column.kind() == kind) {
                return Optional.of(column);
            }
        }
        return Optional.empty();
    }

    /** Returns the column of an attribute, or empty if the header does not name it. */
    public Optional<LayoutColumn> column(Attribute attribute) {
        return columns.stream()
                .filter(column ->
                        column.kind() == Kind.ATTRIBUTE && column.attribute().equals(attribute))
                .findFirst();
    }

    /** Returns the ids that the header spells in another way, for example in lower case or with blanks. */
    public List<String> differentlySpelt() {
        return columns.stream()
                .filter(column -> !WITHOUT_SPELLING_CHECK.contains(column.kind()) && !column.hasLabel())
                .filter(column -> !SUB_FIELDS
                        .matcher(column.header())
                        .replaceAll("")
                        .equals(column.place().name()))
                .map(column -> column.place().name())
                .toList();
    }

    /**
     * Returns whether the file has the message column of a report. In such a file, texts may have an apostrophe that
     * the report added.
     */
    public boolean isAnnotated() {
        return columns.stream()
                .anyMatch(column -> CellText.strip(column.header()).equalsIgnoreCase(MESSAGES));
    }

    /**
     * Returns for each column of a header whether a report added it. Readers ignore these columns. Reports add them
     * after the last column with a name, because empty cells before them would be columns.
     */
    public static boolean[] reportColumns(String[] header) {
        boolean[] added = new boolean[width(header)];
        for (int i = 0; i < added.length; i++) {
            added[i] = REPORT_COLUMNS.contains(CellText.strip(header[i]).toLowerCase(Locale.ROOT));
        }
        return added;
    }
}
