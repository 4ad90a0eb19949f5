package org.tipstats.protect.intruder;

import java.util.List;
import java.util.Map;

/** Audits published output as an intruder would: finds the hidden counts that have only one possible value. */
public final class IntruderAudit {

    private final AuditOptions options;
    private final LinearSolver solver;

    public IntruderAudit(AuditOptions options) {
        this(options, new OrToolsSolver());
    }

    IntruderAudit(AuditOptions options, LinearSolver solver) {
        this.options = options;
        this.solver = new GuardedSolver(solver);
    }

    /**
     * Audits all publications as one system.
     *
     * @param vintages the releases, the earliest first, with the one to be published at the end
     */
    public AuditReport audit(List<PublishedVintage> vintages) {
        Knowledge knowledge = new Knowledge(options.ignored());
        new CubeKnowledge(knowledge, options).read(vintages);
        return new SystemAudit(knowledge, solver, options, options.truth() != CellLookup.NONE).run();
    }

    /**
     * Audits tables of any origin as one system. Tables of one release are linked if they show the same cell. A cell of
     * two successive releases is the same unless it was revised.
     *
     * @param tables the tables, those of earlier releases first
     * @param hierarchies for each dimension, the codes and their parts; without an entry, all codes except the total
     *     are parts of the total
     */
    public AuditReport audit(List<PublishedTable> tables, Map<String, CodeTree> hierarchies) {
        Knowledge knowledge = new Knowledge(options.ignored());
        new TableKnowledge(knowledge, options, tables, hierarchies).read();
        return new SystemAudit(knowledge, solver, options, false).run();
    }
}
