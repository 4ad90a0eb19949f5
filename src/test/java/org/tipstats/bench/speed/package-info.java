/**
 * Benchmarks: figures of speed and size, each compared with a similar program or a limit measured in the same run. Not
 * part of the test suite. {@code src/docs/benchmarks.md} describes how to run them and lists the results.
 */
package org.tipstats.bench.speed;
