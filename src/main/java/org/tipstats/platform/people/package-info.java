/** What people do with their own accounts, and how administrators invite people. */
package org.tipstats.platform.people;
