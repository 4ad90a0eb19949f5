/**
 * Disclosure control: finds which figures must not be published, and proves that they cannot be worked out.
 *
 * <p>Face, the only types that other rooms (see the README) may use:
 *
 * <ul>
 *   <li>cells: {@code CrossedTables}, {@code ZeroPolicy}
 *   <li>disclose: {@code AuditFindings}, {@code Blocker}, {@code DisclosureControl}, {@code ProtectedCube},
 *       {@code ProtectedRelease}
 *   <li>equations: {@code ExposedCell}, {@code Source}
 *   <li>figures: {@code AreaSettings}, {@code EarlierRelease}, {@code FigureRanks}, {@code Reason}
 *   <li>intruder: {@code AuditReport}, {@code IntruderAudit}
 *   <li>published: {@code AuditOptions}, {@code CodeTree}, {@code PublishedTable}, {@code PublishedVintage}
 *   <li>round: {@code NationalRounding}, {@code RoundedRelease}
 *   <li>solve: {@code NativeSolver}, {@code ParallelSearches}, {@code SearchMemory}
 *   <li>suppress: {@code Effort}, {@code Pattern}, {@code ProtectionProgress}, {@code Suppressor}
 * </ul>
 */
package org.tipstats.protect;
