/** Reports on files: validation without a submission, and the formats of the report on a stored submission. */
package org.tipstats.collect.reports;
