/**
 * Benchmarks: figures of speed and size, each beside a peer or a limit measured in the same run. Not part of the test
 * suite; {@code src/docs/benchmarks.md} says how to run them and what came out.
 */
package org.tipstats.benchmark;
