/** Figures as series over time: where a line must break, which points rest on few people, and constant panels. */
package org.tipstats.disseminate.series;
