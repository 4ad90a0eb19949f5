/** Receives, validates and stores submissions, and returns them to readers. */
package org.tipstats.collect.receive;
