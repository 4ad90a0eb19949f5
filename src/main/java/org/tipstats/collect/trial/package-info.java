/**
 * Schemas tried on the accepted files: reads each file as it was when it was accepted, and the figures that it was
 * compared with.
 */
package org.tipstats.collect.trial;
