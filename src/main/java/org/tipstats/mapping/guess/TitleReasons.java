package org.tipstats.mapping.guess;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.tipstats.mapping.grid.Sheet;
import org.tipstats.mapping.guess.Decision.Level;
import org.tipstats.mapping.guess.Decision.Reason;
import org.tipstats.mapping.reading.ColumnRole.Kind;
import org.tipstats.mapping.reading.Periods;

/**
 * Decides why titles, headings and texts above rows leave out figures, for example victims in the north. Asks if a text
 * may name only some of what is counted. A reason is null if the figures stay, and {@link TableReader#OPEN} while a
 * question is open.
 */
final class TitleReasons {

    private static final String ALL = "all";
    private static final String SOME = "some";

    private final BlockReading reading;
    private final Meanings meanings;
    private final DecisionLog log;
    private final String ofTable;
    private final Map<List<String>, Optional<String>> ofSections = new HashMap<>();
    private Map<String, String> addresses;

    /** @param smuggling whether the table is about the smuggling of migrants */
    TitleReasons(BlockReading reading, Meanings meanings, DecisionLog log, boolean smuggling) {
        this.reading = reading;
        this.meanings = meanings;
        this.log = log;
        this.ofTable = smuggling ? "other-subject" : search(names(reading)).orElse(null);
    }

    /** Returns the titles of a table, and the name of its sheet, which may be "Women" or "Forced labour". */
    static List<String> titles(BlockReading reading) {
        Stream<String> titles = reading.texts(reading.block().titles()).stream();
        return Stream.concat(titles, Stream.of(reading.block().sheet().title())).toList();
    }

    /** Returns the titles of a table, and the headings of the columns whose words say what a row is. */
    static List<String> names(BlockReading reading) {
        List<String> names = new ArrayList<>(titles(reading));
        reading.roles().forEach((column, role) -> {
            boolean identifier = column.lowest().contains("_");
            if (!identifier && (role.is(Kind.LABEL) || role.is(Kind.COMPONENT))) {
                names.add(column.lowest());
            }
        });
        return names;
    }

    /** Returns why the titles and headings leave out all figures of the table. */
    String ofTable() {
        return ofTable;
    }

    /** Returns why texts above rows leave out the figures of these rows. */
    String ofSections(List<String> texts) {
        return ofSections.computeIfAbsent(texts, this::search).orElse(null);
    }

    private Optional<String> search(List<String> texts) {
        List<String> reasons = texts.stream()
                .flatMap(text -> Stream.ofNullable(of(text, List.of(address(text)), meanings, log)))
                .toList();
        return reasons.stream()
                .filter(reason -> !reason.equals(TableReader.OPEN))
                .findFirst()
                .or(() -> reasons.stream().findFirst());
    }

    /** Returns the cell of a text; the range of the table if the text is the name of the sheet. */
    private String address(String text) {
        if (addresses == null) {
            addresses = new HashMap<>();
            Sheet sheet = reading.block().sheet();
            for (Sheet.Row row : sheet.rows()) {
                for (int i = 0; i < row.cells().length; i++) {
                    addresses.putIfAbsent(row.text(i), sheet.address(row.line(), i));
                }
            }
        }
        return addresses.getOrDefault(text, reading.block().range().toString());
    }

    /**
     * Returns the reason to leave out the figures that a text describes, if the text names only some of what is counted.
     * Returns null if the figures stay, and {@link TableReader#OPEN} while the question about the text is open.
     */
    static String of(String text, List<String> cells, Meanings meanings, DecisionLog log) {
        String name = Periods.without(text);
        if (meanings.isAnswered(text) || meanings.isAnswered(name)) {
            return null;
        }
        String value = meanings.reader().isOfSome(text) ? SOME : ALL;
        if (value.equals(ALL) && meanings.reader().mayNarrow(name)) {
            value = log.decide(Decision.of("title:" + name, cells, ALL, Level.ASK, Reason.UNKNOWN)
                    .withAlternatives(List.of(ALL, SOME)));
        }
        return value == null ? TableReader.OPEN : value.equals(SOME) ? "breakdown" : null;
    }
}
