package org.tipstats.protect.intruder;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Collects what an intruder knows from generic tables: the equations of each release, and the relations between
 * successive releases.
 */
final class TableKnowledge {

    private final Knowledge knowledge;
    private final AuditOptions options;
    private final TableSpace space;
    private final Map<String, List<PublishedTable>> releases = new LinkedHashMap<>();

    TableKnowledge(
            Knowledge knowledge, AuditOptions options, List<PublishedTable> tables, Map<String, CodeTree> hierarchies) {
        this.knowledge = knowledge;
        this.options = options;
        this.space = new TableSpace(tables, hierarchies);
        tables.forEach(table -> releases.computeIfAbsent(table.release(), none -> new ArrayList<>())
                .add(table));
    }

    void read() {
        TableEquations earlier = null;
        for (List<PublishedTable> tables : releases.values()) {
            TableEquations current = new TableEquations(knowledge, options, space, tables);
            current.read();
            if (earlier != null) {
                new RevisedTables(knowledge, earlier, current).link();
            }
            earlier = current;
        }
    }
}
