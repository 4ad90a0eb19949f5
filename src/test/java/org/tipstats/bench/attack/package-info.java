/**
 * An intruder: downloads everything that anyone can download from the service and tries to find the counts that it
 * withholds. The code was written without knowledge of how the service protects them, from the published description of
 * its figures alone.
 *
 * <p>{@link org.tipstats.bench.attack.AttackRun} attacks a running service; {@code DownloadAttackTest} attacks a small
 * synthetic world.
 *
 * <p>{@link org.tipstats.bench.attack.SlowClientsRun} is another attack: clients that send slowly, to stop the service for
 * everyone else.
 */
package org.tipstats.bench.attack;
