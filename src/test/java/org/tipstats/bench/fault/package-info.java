/**
 * Faults of the machine, made on purpose: the built service is killed, or its disk is full. What it has acknowledged must be
 * there afterwards, once and whole.
 */
package org.tipstats.bench.fault;
