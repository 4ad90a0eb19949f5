/**
 * Disclosure control: finds which figures must not be published, and proves that they cannot be worked out.
 *
 * <p>Face, the only types that other rooms (see the README) may use:
 *
 * <ul>
 *   <li>disclose: {@code AreaSettings}, {@code AttributeDisclosure}, {@code AuditFindings}, {@code Blocker},
 *       {@code DisclosureControl}, {@code EarlierRelease}, {@code FigureRanks}, {@code ProtectedCube},
 *       {@code ProtectedRelease}, {@code ProtectionCost}, {@code Reason}, {@code WithheldCell}
 *   <li>intruder: {@code AuditOptions}, {@code AuditReport}, {@code CodeTree}, {@code ExposedCell}, {@code IntruderAudit},
 *       {@code PublishedTable}, {@code PublishedVintage}, {@code Source}
 *   <li>round: {@code NationalRounding}, {@code RoundedRelease}
 *   <li>solve: {@code NativeSolver}, {@code ParallelSearches}, {@code SearchMemory}
 *   <li>suppress: {@code CrossedTables}, {@code Effort}, {@code Pattern}, {@code ProtectionProgress},
 *       {@code Suppressor}, {@code ZeroPolicy}
 * </ul>
 */
package org.tipstats.protect;
