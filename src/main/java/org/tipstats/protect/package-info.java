/**
 * Disclosure control: finds which figures of a release must not be published, and proves that nobody can compute them.
 * To hide cells of other tables, a caller turns the tables into a {@code CellSystem}. To audit other tables, a caller
 * turns them into the {@code Knowledge} of an intruder.
 *
 * <p>Face: other rooms (see the README) may use only these types:
 *
 * <ul>
 *   <li>cells: {@code CellSystem}
 *   <li>disclose: {@code AuditFindings}, {@code Blocker}, {@code DisclosureControl}, {@code ProtectedCube},
 *       {@code ProtectedRelease}
 *   <li>equations: {@code AuditedFigure}, {@code ExposedCell}, {@code FinestCrossings}, {@code Knowledge},
 *       {@code Source}
 *   <li>figures: {@code AreaSettings}, {@code EarlierRelease}, {@code Reason}
 *   <li>intruder: {@code AuditReport}, {@code IntruderAudit}
 *   <li>published: {@code AuditOptions}, {@code PublishedVintage}
 *   <li>round: {@code NationalRounding}
 *   <li>solve: {@code NativeSolver}, {@code ParallelSearches}, {@code SearchMemory}
 *   <li>suppress: {@code Effort}, {@code Pattern}, {@code ProtectionProgress}, {@code Suppressor}
 * </ul>
 */
package org.tipstats.protect;
