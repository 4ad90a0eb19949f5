/** Actions of people on their own accounts, and the work of administrators on accounts and invitations. */
package org.tipstats.platform.people;
