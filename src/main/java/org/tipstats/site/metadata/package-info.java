/** What each area counts and how (national metadata): the public page, the form for submitters, and the review. */
package org.tipstats.site.metadata;
