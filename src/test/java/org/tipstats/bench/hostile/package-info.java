/**
 * Several hundred files of every kind that a service on the open network must withstand, made from seeds: encodings,
 * dialects, structures, values, injections, wrong types, archives, XML and JSON. {@code HostileFilesTest} gives them to
 * the validator, {@code HostileRun} posts them to the built service.
 */
package org.tipstats.bench.hostile;
