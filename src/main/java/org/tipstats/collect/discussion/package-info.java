/**
 * The discussion between reviewers and submitters about a file, figure by figure. It is stored with the file and never
 * published.
 */
package org.tipstats.collect.discussion;
