/** Receives and validates submissions, stores them, and answers reads of them. */
package org.tipstats.collect.receive;
