/** What each area counts and how: the page for everyone, the form of its submitters, and the decision of reviewers. */
package org.tipstats.site.metadata;
