/**
 * National metadata: what each area counts and how, written by its submitters and accepted by reviewers. The schemas say what
 * is asked.
 */
package org.tipstats.collect.metadata;
