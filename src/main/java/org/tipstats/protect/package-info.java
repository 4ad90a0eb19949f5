/**
 * Disclosure control: finds which figures of a release must not be published, and proves that they cannot be worked out.
 * Those who have tables of their own turn them into the cells of a {@code CellSystem} to hide some, or into the {@code
 * Knowledge} of an intruder to audit them.
 *
 * <p>Face, the only types that other rooms (see the README) may use:
 *
 * <ul>
 *   <li>cells: {@code CellSystem}
 *   <li>disclose: {@code AuditFindings}, {@code Blocker}, {@code DisclosureControl}, {@code ProtectedCube},
 *       {@code ProtectedRelease}
 *   <li>equations: {@code AuditedFigure}, {@code ExposedCell}, {@code FinestCrossings}, {@code Knowledge}, {@code Source}
 *   <li>figures: {@code AreaSettings}, {@code EarlierRelease}, {@code Reason}
 *   <li>intruder: {@code AuditReport}, {@code IntruderAudit}
 *   <li>published: {@code AuditOptions}, {@code PublishedVintage}
 *   <li>round: {@code NationalRounding}
 *   <li>solve: {@code NativeSolver}, {@code ParallelSearches}, {@code SearchMemory}
 *   <li>suppress: {@code Effort}, {@code Pattern}, {@code ProtectionProgress}, {@code Suppressor}
 * </ul>
 */
package org.tipstats.protect;
