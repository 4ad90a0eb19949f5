/** The query language for published data, and saved queries with short URLs. */
package org.tipstats.disseminate.query;
