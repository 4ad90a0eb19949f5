package org.tipstats.protect.intruder;

import java.util.List;
import org.tipstats.protect.equations.Knowledge;
import org.tipstats.protect.equations.LinearSolver;
import org.tipstats.protect.equations.OrToolsSolver;
import org.tipstats.protect.published.AuditOptions;
import org.tipstats.protect.published.CubeKnowledge;
import org.tipstats.protect.published.PublishedVintage;
import org.tipstats.protect.solve.NativeSolver;

/** Audits published output as an intruder would: finds the hidden counts that have only one possible value. */
public final class IntruderAudit {

    /**
     * The version of the audit. Every change that may let the audit compute more figures must raise this number. Then
     * years that another version audited are audited again.
     */
    public static final int VERSION = 1;

    private final AuditOptions options;
    private final LinearSolver solver;

    public IntruderAudit(AuditOptions options) {
        this(options, OrToolsSolver::new);
        // Loads the solver here, not in a static initialiser. If loading fails, the next audit can try again.
        NativeSolver.load();
    }

    IntruderAudit(AuditOptions options, LinearSolver solver) {
        this.options = options;
        this.solver = solver;
    }

    /**
     * Audits all releases together, as one system of equations.
     *
     * @param vintages the releases, the earliest first; the release to be published comes last
     */
    public AuditReport audit(List<PublishedVintage> vintages) {
        Knowledge knowledge = new Knowledge(options.ignored());
        new CubeKnowledge(knowledge, options).read(vintages);
        return new SystemAudit(knowledge, solver, options, options.truth() != AuditOptions.CellLookup.NONE).run();
    }

    /**
     * Audits an intruder's knowledge, for example from tables of other publishers, as one system of equations.
     *
     * @param knowledge made with the options of this audit
     */
    public AuditReport audit(Knowledge knowledge) {
        return new SystemAudit(knowledge, solver, options, false).run();
    }
}
