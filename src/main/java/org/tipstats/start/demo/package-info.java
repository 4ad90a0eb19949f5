/** The demo: real data taken through the real pipeline at the first start. */
package org.tipstats.start.demo;
