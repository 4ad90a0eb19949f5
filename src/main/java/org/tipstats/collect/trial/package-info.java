/**
 * Tries schemas on the accepted files. Reads each file as it was accepted, and the figures that it was compared with.
 */
package org.tipstats.collect.trial;
