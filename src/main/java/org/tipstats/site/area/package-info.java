/** Pages of areas and of groups of areas. */
package org.tipstats.site.area;
