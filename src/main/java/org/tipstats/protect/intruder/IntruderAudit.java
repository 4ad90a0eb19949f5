package org.tipstats.protect.intruder;

import java.util.List;
import java.util.Map;

/** Audits published output as an intruder would: finds the hidden counts of which one value only is possible. */
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
     * Audits everything that was ever published, as one system.
     *
     * @param vintages the releases, the earliest first; the one to be published last
     */
    public AuditReport audit(List<PublishedVintage> vintages) {
        Knowledge knowledge = new Knowledge(options.ignored());
        new CubeKnowledge(knowledge, options).read(vintages);
        return new SystemAudit(knowledge, solver, options, options.truth() != CellLookup.NONE).run();
    }

    /**
     * Audits tables of any origin as one system. Tables of one release are linked where they show the same cell; equal
     * cells of releases that follow each other are the same unless they were revised.
     *
     * @param tables tables, those of earlier releases first
     * @param hierarchies what the codes of a dimension stand for; without one, all codes but the total are its parts
     */
    public AuditReport audit(List<PublishedTable> tables, Map<String, CodeTree> hierarchies) {
        Knowledge knowledge = new Knowledge(options.ignored());
        new TableKnowledge(knowledge, options, tables, hierarchies).read();
        return new SystemAudit(knowledge, solver, options, false).run();
    }
}
