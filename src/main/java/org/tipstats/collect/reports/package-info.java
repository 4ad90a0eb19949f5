/** Reports on files: validation without a submission, and the forms of the report of a stored one. */
package org.tipstats.collect.reports;
