/**
 * An intruder: takes everything that anyone can download from the service and tries to find the counts that it withholds.
 * Written without a look at how the service protects them, from the published description of its figures alone.
 *
 * <p>{@link org.tipstats.attack.AttackRun} attacks a running service; {@code DownloadAttackTest} a small synthetic world.
 */
package org.tipstats.attack;
