/** Figures as series over time: decides where a line breaks and which points represent few people. */
package org.tipstats.disseminate.series;
