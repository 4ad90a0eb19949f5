/** Submissions as they are stored: the entity with its transitions, its events, files and findings. */
package org.tipstats.collect.submission;
