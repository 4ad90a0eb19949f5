/**
 * Faults of the machine, made on purpose: the built service is killed, and what it has acknowledged must be there afterwards,
 * once and whole.
 */
package org.tipstats.bench.fault;
