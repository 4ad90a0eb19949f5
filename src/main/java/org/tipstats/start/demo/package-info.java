/** The demo: at the first start, real data go through submission, review and publication. */
package org.tipstats.start.demo;
