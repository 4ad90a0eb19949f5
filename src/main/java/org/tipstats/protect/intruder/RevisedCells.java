package org.tipstats.protect.intruder;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;
import org.tipstats.vocabulary.schema.Dimension;
import org.tipstats.vocabulary.schema.SchemaRegistry;

/**
 * The revised cells that a file lists: one row for each cell, one column for each dimension. If a dimension has no
 * column, a row stands for all cells with the codes of the row, whatever their code in this dimension.
 */
final class RevisedCells {

    private final FileRows file;
    private final Map<String, List<String>> dimensions = new HashMap<>();
    private final Map<String, Set<String>> keys = new HashMap<>();

    RevisedCells(FileRows file, SchemaRegistry schemas, List<PublishedTable> tables) {
        this.file = file;
        schemas.dataflows()
                .forEach(dataflow -> dimensions.put(
                        dataflow.id(),
                        dataflow.structure().dimensions().stream()
                                .map(Dimension::id)
                                .toList()));
        tables.forEach(table -> dimensions.put(table.name(), table.dimensions()));
    }

    OptionalLong find(String release, String table, String key) {
        List<String> names = dimensions.getOrDefault(table, List.of());
        String[] codes = key.split("\\.", -1);
        if (codes.length != names.size()) {
            return OptionalLong.empty();
        }
        List<String> shared = names.stream().filter(file.columns()::contains).toList();
        String own = shared.stream().map(name -> codes[names.indexOf(name)]).collect(Collectors.joining("\n"));
        return !shared.isEmpty() && keysOf(shared).contains(own) ? OptionalLong.of(1) : OptionalLong.empty();
    }

    private Set<String> keysOf(List<String> columns) {
        return keys.computeIfAbsent(String.join("\n", columns), none -> {
            Set<String> found = new HashSet<>();
            for (String[] row : file.rows()) {
                found.add(columns.stream()
                        .map(name -> row[file.columns().indexOf(name)])
                        .collect(Collectors.joining("\n")));
            }
            return found;
        });
    }
}
